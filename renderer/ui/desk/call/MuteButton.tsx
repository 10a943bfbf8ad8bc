import { Mic, MicOff } from 'lucide-react'

import type { Call } from '../../../domain/call.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { whyNotYet } from './why-not-yet.ts'

export interface MuteButtonProps {
  readonly call: Call
  /** Whom it is about, beside other calls. */
  readonly about?: string
}

/** Mutes whoever hears the agent: one who waits hears nothing already, and F8 then means somebody else. */
export function MuteButton({ call, about }: MuteButtonProps) {
  const { say } = useWords()
  const { callDesk } = useDesk()
  const why = whyNotYet(say, call)
  const Icon = call.muted ? MicOff : Mic
  return (
    <CommandButton
      className={call.muted ? 'button active' : 'button'}
      command={why === undefined ? 'mute' : undefined}
      unavailable={why}
      about={about}
      onPress={() => void callDesk.setMuted(call.id, !call.muted)}
    >
      <Icon aria-hidden />
      {say(call.muted ? 'call.unmute' : 'call.mute')}
    </CommandButton>
  )
}
