import { Phone, PhoneIncoming, PhoneOff } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import type { Call } from '../../domain/call.ts'
import { useWords } from '../frame/words.tsx'
import { answerKey } from './answer-key.ts'
import { Clock } from './Clock.tsx'
import { useDesk } from './desk-context.tsx'
import { callerName } from './who.ts'

/** A customer is calling: the loudest thing on the desk. */
export function OfferCard({ call }: { call: Call }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const offer = useStore(stores.work, (state) => state.offer)
  const busy = useStore(stores.calls, (state) => state.busy.has(call.id))
  const contact = offer?.call === call.id ? offer.contact : undefined
  const name = callerName(say, call.caller, contact)
  const earlier = offer?.past.length ?? 0
  return (
    <section className="offer" aria-labelledby="offer-heading">
      <title>{say('offer.title')}</title>
      <PhoneIncoming aria-hidden className="offer-icon" />
      <div className="offer-who">
        <h1 id="offer-heading">{say('offer.heading', { name })}</h1>
        <p>
          {call.caller.number ?? say('caller.withheld')}
          {call.caller.queue && (
            <span className="tag">{say('offer.queue', { queue: call.caller.queue })}</span>
          )}
          {contact?.language && (
            <span className="tag">
              {say('contact.language', { language: say(`language.name.${contact.language}`) })}
            </span>
          )}
          {contact && <span className="quiet">{say('story.past.count', { count: earlier })}</span>}
        </p>
      </div>
      <Clock since={call.offeredAt} label={say('call.state.offered')} />
      <div className="offer-controls">
        <Button
          className="button answer large"
          isPending={busy}
          aria-keyshortcuts={answerKey}
          onPress={() => void callDesk.answer(call.id)}
        >
          <Phone aria-hidden />
          {say('offer.answer')}
          <kbd>{answerKey}</kbd>
        </Button>
        <Button className="button large" onPress={() => void callDesk.refuse(call.id)}>
          <PhoneOff aria-hidden />
          {say('offer.refuse')}
        </Button>
      </div>
    </section>
  )
}
