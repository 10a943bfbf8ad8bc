import { useStore } from 'zustand'

import { liveCall } from '../../state/call-store.ts'
import { useWords } from '../frame/words.tsx'
import { answerKey } from './answer-key.ts'
import { useDesk } from './desk-context.tsx'
import { callerName } from './who.ts'

/** Says to a screen reader what the eyes see change: the call at once, the agent's state when there is a pause. */
export function Announcer() {
  const { say } = useWords()
  const { stores } = useDesk()
  const call = useStore(stores.calls, liveCall)
  const agent = useStore(stores.shift, (state) => state.agent.kind)
  const offer = useStore(stores.work, (state) => state.offer)
  const state = agent === 'signed-out' || agent === 'signing-in' ? '' : say(`agent.${agent}`)
  const callNews = !call
    ? ''
    : call.state === 'offered'
      ? say('offer.announce', { name: callerName(say, call.caller, offer?.contact), key: answerKey })
      : say('call.announce', { state: say(`call.state.${call.state}`) })
  return (
    <div className="visually-hidden">
      <p role="alert">{callNews}</p>
      <p role="status">{state && say('agent.announce', { state })}</p>
    </div>
  )
}
