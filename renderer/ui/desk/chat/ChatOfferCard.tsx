import { MessageCircle, MessageCircleOff, MessageCirclePlus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'

import type { ChatOffer } from '../../../domain/conversation.ts'
import { offeredCall, takenCall } from '../../../state/call-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { useAcceptChat } from './use-accept-chat.ts'
import { nameIn } from './use-chats.ts'

/** A chat is offered: what it is about, from whom, and how long there is to answer. A call that rings is louder. */
export function ChatOfferCard({ offer }: { offer: ChatOffer }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const talking = useStore(stores.calls, (state) => takenCall(state) !== undefined)
  const { customer, queue, reason, from, handOver } = offer
  const heading = `chat-offer-${offer.id}`
  return (
    <section className={talking ? 'offer chat-offer waiting' : 'offer chat-offer'} aria-labelledby={heading}>
      <MessageCirclePlus aria-hidden className="offer-icon" />
      <div className="offer-who">
        <h1 id={heading}>{say('chat.offer.heading', { name: nameIn(say, customer, undefined) })}</h1>
        <p>
          <span className="tag">{say('offer.queue', { queue })}</span>
          {customer.language && (
            <span className="tag">
              {say('contact.language', { language: say(`language.name.${customer.language}`) })}
            </span>
          )}
          {reason !== 'new' && <span className="tag warn">{say(`chat.reason.${reason}`)}</span>}
        </p>
        {customer.question !== undefined && <p className="chat-question">{customer.question}</p>}
        {handOver && <p className="chat-question">{handOver.reason}</p>}
        {from && from.note !== '' && (
          <p className="chat-question note">
            <strong>{say('chat.note-from', { name: from.name })}</strong> {from.note}
          </p>
        )}
      </div>
      <TimeLeft until={offer.answerBy} />
      <OfferControls offer={offer} large={!talking} />
    </section>
  )
}

function TimeLeft({ until }: { until: number }) {
  const { say } = useWords()
  const seconds = Math.max(0, Math.ceil((until - useNow()) / 1000))
  // Not announced each second: the announcer says the offer once.
  return <p className="clock">{say('chat.offer.left', { seconds })}</p>
}

function OfferControls({ offer, large }: { offer: ChatOffer; large: boolean }) {
  const { say } = useWords()
  const { stores, chats } = useDesk()
  const [busy, setBusy] = useState(false)
  // The key takes what rings first, and then the oldest chat that is offered.
  const isFirst = useStore(stores.chats, ({ offers }) => offers[0]?.id === offer.id)
  const rings = useStore(stores.calls, (state) => offeredCall(state) !== undefined)
  const take = useAcceptChat()
  const accept = async (): Promise<void> => {
    setBusy(true)
    await take(offer)
    setBusy(false)
  }
  const size = large ? 'large' : ''
  return (
    <div className="offer-controls">
      <CommandButton
        className={`button answer ${size}`}
        command={isFirst && !rings ? 'answer' : undefined}
        isPending={busy}
        onPress={() => void accept()}
      >
        <MessageCircle aria-hidden />
        {say('chat.offer.accept')}
      </CommandButton>
      <CommandButton className={`button ${size}`} onPress={() => void chats.reject(offer.id)}>
        <MessageCircleOff aria-hidden />
        {say('chat.offer.refuse')}
      </CommandButton>
    </div>
  )
}
