import { TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import { consultationFor } from '../../../state/call-store.ts'
import { clockTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { useWho } from '../who.ts'

/** What the agent must not forget while they talk. Spoken by the announcer, so that a clock in it is not. */
export function CallNotes({ call, heard }: { call: Call; heard: Call }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const who = useWho()
  const asked = useStore(stores.calls, (state) => consultationFor(state, call.id) !== undefined)
  return (
    <div className="call-notes">
      {call.soundLostAt !== undefined && <SoundLost since={call.soundLostAt} />}
      {call.transferringTo !== undefined && (
        <p>{say('call.transferring', { name: who.dialled(call.transferringTo) })}</p>
      )}
      {call.state === 'held' && !asked && <p>{say('call.held')}</p>}
      {heard.state === 'connected' && heard.muted && <p>{say('call.muted')}</p>}
      {call.heldByCustomer && <p>{say('call.held-by-customer')}</p>}
      {call.state === 'ringing' && call.earlySound && <p>{say('call.early-sound')}</p>}
    </div>
  )
}

function SoundLost({ since }: { since: number }) {
  const { say } = useWords()
  return (
    <p className="sound-lost">
      <TriangleAlert aria-hidden />
      <span>
        <strong>{say('call.sound-lost', { time: clockTime(useNow() - since) })}</strong>{' '}
        {say('call.sound-lost.hint')}
      </span>
    </p>
  )
}
