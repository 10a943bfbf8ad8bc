import { Mic, MicOff, Pause, Play } from 'lucide-react'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { isTalking } from './in-focus.ts'

export interface TalkControlsProps {
  readonly call: Call
  /** In which the agent is heard: the call itself, or that of the colleague who is asked about it. */
  readonly heard: Call
}

/** Mute and hold. The name says what the press will do, so there is no pressed state beside it to contradict it. */
export function TalkControls({ call, heard }: TalkControlsProps) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy)
  const held = call.state === 'held'
  const [MuteIcon, HoldIcon] = [heard.muted ? MicOff : Mic, held ? Play : Pause]
  return (
    <>
      <CommandButton
        className={heard.muted ? 'button active' : 'button'}
        command="mute"
        isDisabled={!isTalking(heard)}
        isPending={busy.has(heard.id)}
        onPress={() => void callDesk.setMuted(heard.id, !heard.muted)}
      >
        <MuteIcon aria-hidden />
        {say(heard.muted ? 'call.unmute' : 'call.mute')}
      </CommandButton>
      <CommandButton
        className={held ? 'button active' : 'button'}
        command="hold"
        isDisabled={!isTalking(call)}
        isPending={busy.has(call.id)}
        onPress={() => void callDesk.setHeld(call.id, !held)}
      >
        <HoldIcon aria-hidden />
        {say(held ? 'call.resume' : 'call.hold')}
      </CommandButton>
    </>
  )
}
