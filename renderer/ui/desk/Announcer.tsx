import { useState } from 'react'
import { useStore } from 'zustand'

import type { Call } from '../../domain/call.ts'
import { offeredCall, takenCall } from '../../state/call-store.ts'
import type { Say } from '../../words/say.ts'
import { useWords } from '../frame/words.tsx'
import { callInFocus, talkedIn } from './call/in-focus.ts'
import { useDesk } from './desk-context.tsx'
import { shortcuts } from './shortcuts.ts'
import { useWho } from './who.ts'

/** Says to a screen reader what the eyes see change: the call at once, the agent's state when there is a pause. */
export function Announcer() {
  const { say } = useWords()
  const { stores } = useDesk()
  const agent = useStore(stores.shift, (state) => state.agent.kind)
  const state = agent === 'signed-out' || agent === 'signing-in' ? '' : say(`agent.${agent}`)
  return (
    <div className="visually-hidden">
      <p role="alert">{useCallNews()}</p>
      <p role="status">{state && say('agent.announce', { state })}</p>
      <p role="status">{useLinkNews()}</p>
    </div>
  )
}

function useCallNews(): string {
  const { say } = useWords()
  const { stores } = useDesk()
  const who = useWho()
  const calls = useStore(stores.calls)
  const work = useStore(stores.work)
  const offer = offeredCall(calls)
  const call = talkedIn(calls, callInFocus(calls, work))
  if (!offer) return call ? callNews(say, call) : ''
  const contact = work.offer?.call === offer.id ? work.offer.contact : undefined
  const values = { name: who.party(offer.party, contact), key: shortcuts.answer }
  return takenCall(calls) ? say('offer.announce.waiting', values) : say('offer.announce', values)
}

function callNews(say: Say, call: Call): string {
  if (call.soundLostAt !== undefined) return say('call.sound-lost.announce')
  if (call.heldByCustomer) return say('call.held-by-customer')
  return say('call.announce', { state: say(`call.state.${call.state}`) })
}

/** Told once when it goes and once when it is back; the tries between are for the eyes. */
function useLinkNews(): string {
  const { say } = useWords()
  const up = useStore(useDesk().stores.shift, (state) => state.link.kind === 'up')
  const [wasLost, setWasLost] = useState(!up)
  if (!up && !wasLost) setWasLost(true)
  if (!up) return say('link.announce.lost')
  return wasLost ? say('link.announce.back') : ''
}
