import { PhoneOutgoing, UserRound, X } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useDialNumber } from '../history/use-dial-number.ts'
import { useEscape } from '../panel/use-escape.ts'
import { Story } from '../story/Story.tsx'
import { useWho } from '../who.ts'
import { ContactActions } from './ContactActions.tsx'
import { foundCustomersId } from './FoundCustomers.tsx'

/** Somebody who was looked up: who they are, what can be changed about that, and their story. */
export function OpenCustomer() {
  const { say } = useWords()
  const { stores, stories } = useDesk()
  const [who, dial] = [useWho(), useDialNumber()]
  const contact = useStore(stores.story, ({ lookedUp }) => lookedUp?.person.contact)
  const title = useRef<HTMLHeadingElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const id = contact?.id
  useEffect(() => {
    if (id !== undefined) title.current?.focus()
  }, [id])
  const close = useCallback(() => {
    stories.close()
    // On the row that it was opened from, which the list remembers.
    setTimeout(() => document.getElementById(foundCustomersId)?.focus())
  }, [stories])
  useEscape(place, close)
  if (!contact) return null
  const { name, numbers, addresses } = contact
  return (
    <div ref={place} className="open-customer">
      <section className="contact-card">
        <UserRound aria-hidden />
        <div>
          <h2 ref={title} tabIndex={-1}>
            {name}
          </h2>
          {numbers.length > 0 && (
            <p className="customer-numbers">
              {numbers.map((one) => (
                <CommandButton key={one} className="button quiet" onPress={() => void dial(one)}>
                  <PhoneOutgoing aria-hidden />
                  <span className="visually-hidden">{say('dial.go')} </span>
                  {who.number(one)}
                </CommandButton>
              ))}
            </p>
          )}
          {addresses.length > 0 && <p>{addresses.join(' · ')}</p>}
        </div>
        <CommandButton className="button quiet icon-only" aria-label={say('customers.close')} onPress={close}>
          <X aria-hidden />
        </CommandButton>
      </section>
      <ContactActions key={contact.id} contact={contact} />
      <Story place="lookedUp" />
    </div>
  )
}
