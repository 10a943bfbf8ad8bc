import { Phone, PhoneIncoming, PhoneOff } from 'lucide-react'
import { useStore } from 'zustand'

import type { Call } from '../../../domain/call.ts'
import { activeCall, takenCall } from '../../../state/call-store.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'

/**
 * A customer is calling: the loudest thing on the desk. To an agent who talks it is said more quietly, and at the foot
 * of the window, where it moves nothing under their hand.
 */
export function OfferCard({ call }: { call: Call }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const offer = useStore(stores.work, (state) => state.offer)
  const talking = useStore(stores.calls, (state) => takenCall(state) !== undefined)
  const contact = offer?.call === call.id ? offer.contact : undefined
  const who = useWho()
  return (
    <section className={talking ? 'offer waiting' : 'offer'} aria-labelledby="offer-heading">
      <PhoneIncoming aria-hidden className="offer-icon" />
      <div className="offer-who">
        <h1 id="offer-heading">{say('offer.heading', { name: who.party(call.party, contact) })}</h1>
        <p>
          {who.number(call.party.number)}
          {call.party.queue && <span className="tag">{say('offer.queue', { queue: call.party.queue })}</span>}
          {contact?.language && (
            <span className="tag">
              {say('contact.language', { language: say(`language.name.${contact.language}`) })}
            </span>
          )}
          {contact && (
            <span className="quiet">{say('story.past.count', { count: offer?.past.length ?? 0 })}</span>
          )}
        </p>
      </div>
      <Clock since={call.offeredAt} label={say('call.state.offered')} />
      <OfferControls call={call} talking={talking} />
    </section>
  )
}

/** What becomes of the call in hand; one that waits already goes on waiting. */
function answerWords(active: Call | undefined) {
  if (!active) return 'offer.answer'
  return active.state === 'connected' || active.state === 'answering'
    ? 'offer.answer-and-hold'
    : 'offer.answer-and-give-up'
}

function OfferControls({ call, talking }: { call: Call; talking: boolean }) {
  const { say } = useWords()
  const { stores, callDesk } = useDesk()
  const busy = useStore(stores.calls, (state) => state.busy.has(call.id))
  const active = useStore(stores.calls, activeCall)
  const size = talking ? '' : 'large'
  return (
    <div className="offer-controls">
      <CommandButton
        className={`button answer ${size}`}
        command="answer"
        isPending={busy}
        onPress={() => void callDesk.answer(call.id)}
      >
        <Phone aria-hidden />
        {say(answerWords(active))}
      </CommandButton>
      <CommandButton className={`button ${size}`} onPress={() => void callDesk.refuse(call.id)}>
        <PhoneOff aria-hidden />
        {say('offer.refuse')}
      </CommandButton>
    </div>
  )
}
