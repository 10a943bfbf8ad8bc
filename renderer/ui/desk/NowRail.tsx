import { NotebookPen, Phone, PhoneIncoming } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import type { Call } from '../../domain/call.ts'
import type { Contact } from '../../domain/contact.ts'
import { isUnfinished } from '../../domain/interaction.ts'
import { liveCall } from '../../state/call-store.ts'
import { dayAndHour } from '../../words/times.ts'
import { useWords } from '../frame/words.tsx'
import { useDesk } from './desk-context.tsx'
import { callerName, interactionName } from './who.ts'

/** The left side: what is going on now, and what is left to finish. */
export function NowRail() {
  const { say } = useWords()
  return (
    <nav className="rail" aria-label={say('now.heading')}>
      <section>
        <h2>{say('now.heading')}</h2>
        <Now />
      </section>
      <section>
        <h2>{say('later.heading')}</h2>
        <Later />
      </section>
    </nav>
  )
}

function Now() {
  const { say } = useWords()
  const { stores } = useDesk()
  const call = useStore(stores.calls, liveCall)
  const inHand = useStore(stores.work, (state) => state.inHand)
  const offer = useStore(stores.work, (state) => state.offer)
  if (!call && !inHand) return <p className="quiet">{say('now.nothing')}</p>
  const contact = inHand && inHand.call === call?.id ? inHand.contact : offer?.contact
  return (
    <ul className="rail-list">
      {call && <NowCall call={call} contact={contact} />}
      {inHand && inHand.call !== call?.id && (
        <li className="rail-item wrap-up" aria-current={call ? undefined : 'true'}>
          <NotebookPen aria-hidden />
          <span>
            <strong>{interactionName(say, inHand.interaction, inHand.contact)}</strong>
            <span className="quiet">{say('wrapup.heading')}</span>
          </span>
        </li>
      )}
    </ul>
  )
}

function NowCall({ call, contact }: { call: Call; contact: Contact | undefined }) {
  const { say } = useWords()
  const Icon = call.state === 'offered' ? PhoneIncoming : Phone
  return (
    <li className={`rail-item ${call.state}`} aria-current="true">
      <Icon aria-hidden />
      <span>
        <strong>{callerName(say, call.caller, contact)}</strong>
        <span className="quiet">{say(`call.state.${call.state}`)}</span>
      </span>
    </li>
  )
}

function Later() {
  const { say, language } = useWords()
  const { stores, writeUp } = useDesk()
  const { recent, contacts, inHand } = useStore(stores.work)
  const busy = useStore(
    stores.shift,
    ({ agent }) => agent.kind === 'on-interaction' || agent.kind === 'wrap-up',
  )
  const left = recent.filter((item) => isUnfinished(item) && item.id !== inHand?.interaction.id)
  if (left.length === 0) return <p className="quiet">{say('later.nothing')}</p>
  return (
    <ul className="rail-list">
      {left.map((item) => {
        const name = interactionName(say, item, item.contact && contacts.get(item.contact))
        const time = dayAndHour(language, item.offeredAt)
        return (
          <li key={item.id}>
            <Button
              className="button rail-item"
              isDisabled={busy}
              aria-label={say('recent.open', { name, time })}
              onPress={() => void writeUp.reopen(item.id)}
            >
              <NotebookPen aria-hidden />
              <span>
                <strong>{name}</strong>
                <span className="quiet">{time}</span>
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
