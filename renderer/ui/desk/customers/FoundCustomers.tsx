import { UserRound } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useStore } from 'zustand'

import type { Contact } from '../../../domain/contact.ts'
import { asContactId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { CustomerName } from '../cases/CustomerName.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'

/** The list takes the focus when somebody comes back to it. */
export const foundCustomersId = 'found-customers'

/** As many as are looked for at once. */
const most = 50

/** Whoever fits what was typed; Enter opens their story. */
export function FoundCustomers() {
  const { say } = useWords()
  const { stores, stories } = useDesk()
  const { text, found, busy } = useStore(stores.story, (state) => state.contacts)
  const isAsked = text.trim() !== ''
  return (
    <>
      <FoundNews {...{ text, busy, isAsked }} count={found.length} />
      {found.length > 0 && (
        <GridList
          id={foundCustomersId}
          className="found-customers"
          aria-label={say('customers.heading')}
          items={found}
          onAction={(id) => void stories.open(asContactId(String(id)))}
        >
          {(contact) => (
            <GridListItem id={contact.id} className="found-customer" textValue={contact.name}>
              <Found contact={contact} />
            </GridListItem>
          )}
        </GridList>
      )}
    </>
  )
}

interface FoundNewsProps {
  readonly text: string
  readonly busy: boolean
  readonly isAsked: boolean
  readonly count: number
}

/** How many there are, for the ear too. */
function FoundNews({ text, busy, isAsked, count }: FoundNewsProps) {
  const { say } = useWords()
  return (
    <p role="status" className="quiet found-news">
      {isAsked &&
        (busy
          ? say('customers.searching')
          : count === 0
            ? say('customers.none', { text })
            : count >= most
              ? say('customers.found.many', { count })
              : say('customers.found', { count }))}
    </p>
  )
}

/** What tells two of one name apart. */
export function Found({ contact: { name, numbers, addresses, merged } }: { contact: Contact }) {
  const { say } = useWords()
  const who = useWho()
  const also = (merged ?? []).map((one) => one.contact.name).filter((other) => other !== name)
  return (
    <>
      <UserRound aria-hidden />
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        {numbers.length > 0 && <p>{numbers.map((one) => who.number(one)).join(' · ')}</p>}
        {addresses.map((one) => (
          <p key={one} className="quiet">
            <CustomerName name={one} />
          </p>
        ))}
        {also.length > 0 && <p className="quiet">{say('merge.also', { names: also.join(', ') })}</p>}
      </div>
    </>
  )
}
