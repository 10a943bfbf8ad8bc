import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'

import { focusHome } from '../../frame/use-kept-focus.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { Place } from '../movable.tsx'
import { CustomerSearch } from './CustomerSearch.tsx'
import { FoundCustomers, foundCustomersId } from './FoundCustomers.tsx'
import { OpenCustomer } from './OpenCustomer.tsx'
import './customers.css'

/** What scrolls can be reached by keyboard, also where nothing in it can be (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 }

/** Customers are looked for, and beside them stands the story of the one that is open. */
export function CustomersColumns({ panels }: { panels: HTMLElement }) {
  const { say } = useWords()
  const isOpen = useStore(useDesk().stores.story, ({ lookedUp }) => lookedUp !== undefined)
  return (
    <div className="cases-columns customers-columns">
      <CustomersPage />
      <section className="case-detail" aria-label={say('customers.opened')} {...scrollable}>
        <Place of={panels} />
        {isOpen ? <OpenCustomer /> : <p className="quiet case-choose">{say('customers.choose')}</p>}
      </section>
    </div>
  )
}

/** Too narrow for both: the story takes the list's place, and leaves it as it was. */
export function CustomersFolded() {
  const { say } = useWords()
  const { stores, stories } = useDesk()
  const isOpen = useStore(stores.story, ({ lookedUp }) => lookedUp !== undefined)
  const inHand = useStore(stores.work, (state) => state.shown !== undefined)
  return (
    <>
      {isOpen && !inHand && <h1 className="visually-hidden">{say('customers.heading')}</h1>}
      {/* Only hidden, so that it is still where it was scrolled to. */}
      <div hidden={isOpen}>
        <CustomersPage />
      </div>
      {isOpen && (
        <div className="case-detail">
          <CommandButton
            className="button case-back"
            onPress={() => {
              stories.close()
              // On the row that it was opened from, which the list remembers.
              setTimeout(() => document.getElementById(foundCustomersId)?.focus())
            }}
          >
            <ArrowLeft aria-hidden />
            {say('customers.back')}
          </CommandButton>
          <OpenCustomer />
        </div>
      )}
    </>
  )
}

function CustomersPage() {
  const { say } = useWords()
  const { stores, stories } = useDesk()
  const inHand = useStore(stores.work, (state) => state.shown !== undefined)
  const Heading = inHand ? 'h2' : 'h1'
  const [text, setText] = useState(stores.story.getState().contacts.text)
  return (
    <section className="customers-page" aria-labelledby="customers-heading">
      {/* What is in hand has the first heading. */}
      <Heading id="customers-heading" tabIndex={-1} {...(!inHand && focusHome)}>
        {say('customers.heading')}
      </Heading>
      <div role="search">
        <CustomerSearch
          isPage
          label={say('customers.search')}
          text={text}
          onText={setText}
          onLook={(wanted) => void stories.findContacts(wanted)}
        />
      </div>
      <FoundCustomers />
    </section>
  )
}
