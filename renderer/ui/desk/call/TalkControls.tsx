import { Pause, PhoneForwarded, PhoneOff, Play } from 'lucide-react'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { isTalking } from './in-focus.ts'

/** The name says what the press will do, so there is no pressed state beside it to contradict it. */
export function HoldButton({ call }: { call: Call }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy.has(call.id))
  const held = call.state === 'held'
  const Icon = held ? Play : Pause
  return (
    <CommandButton
      className={held ? 'button active' : 'button'}
      command="hold"
      unavailable={isTalking(call) ? undefined : say('call.later.unanswered')}
      isPending={busy}
      onPress={() => void callDesk.setHeld(call.id, !held)}
    >
      <Icon aria-hidden />
      {say(held ? 'call.resume' : 'call.hold')}
    </CommandButton>
  )
}

function whyNoTransfer(say: Say, call: Call): string | undefined {
  if (call.transferringTo !== undefined) return say('call.later.transferring')
  return isTalking(call) ? undefined : say('call.later.unanswered')
}

export function TransferButton({ call }: { call: Call }) {
  const { say } = useWords()
  const { dialling } = useDesk()
  return (
    <CommandButton
      className="button"
      unavailable={whyNoTransfer(say, call)}
      onPress={() => dialling.openForTransfer(call.id)}
    >
      <PhoneForwarded aria-hidden />
      {say('call.transfer')}
    </CommandButton>
  )
}

export function HangUpButton({ call }: { call: Call }) {
  const { say } = useWords()
  const { callDesk } = useDesk()
  return (
    <CommandButton className="button danger" command="hangUp" onPress={() => void callDesk.hangUp(call.id)}>
      <PhoneOff aria-hidden />
      {say('call.hang-up')}
    </CommandButton>
  )
}
