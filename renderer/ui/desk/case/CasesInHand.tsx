import { FilePlus2, FolderOpen, Link2, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'

import { oneOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { pageInHand } from '../../../state/work-store.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CaseTags } from '../cases/CaseTags.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { NewCaseForm } from './NewCaseForm.tsx'
import { OpenCasePane } from './OpenCasePane.tsx'
import './case.css'

/** Beside a call: the cases of the customer in hand, the one that the call is about, and a new one. */
export function CasesInHand() {
  const page = useStore(useDesk().stores.work, pageInHand)
  // Another customer has another form, and other cases.
  return page ? <InHandPane key={page.interaction.id} page={page} /> : null
}

function InHandPane({ page }: { page: InHand }) {
  const { say } = useWords()
  const { cases } = useDesk()
  const { contact, interaction } = page
  const [begins, setBegins] = useState(false)
  return (
    <div className="in-hand">
      {begins ? (
        <NewCaseForm
          contact={contact}
          onClose={() => setBegins(false)}
          onBegun={(id) => void cases.attach(interaction.id, id)}
        />
      ) : (
        <>
          <CustomerCases page={page} />
          <CommandButton className="button" onPress={() => setBegins(true)}>
            <FilePlus2 aria-hidden />
            {say('new-case.open')}
          </CommandButton>
        </>
      )}
      <OpenCasePane />
    </div>
  )
}

function CustomerCases({ page: { interaction } }: { page: InHand }) {
  const { say } = useWords()
  const inHand = useStore(useDesk().stores.cases, (state) => state.inHand)
  const isKnown = inHand?.page === interaction.id
  const records = isKnown ? inHand.records : []
  return (
    <section aria-labelledby="in-hand-heading">
      <h2 id="in-hand-heading">{say('in-hand.heading')}</h2>
      <ul className="in-hand-list">
        {records.map((record) => (
          <CustomerCase
            key={record.id}
            record={record}
            attached={interaction.case === record.id}
            interaction={interaction.id}
          />
        ))}
      </ul>
      <p className="quiet" role="status">
        {!isKnown || inHand.loading ? say('in-hand.loading') : records.length === 0 && say('in-hand.none')}
      </p>
    </section>
  )
}

interface CustomerCaseProps {
  readonly record: CaseRecord
  readonly attached: boolean
  readonly interaction: InHand['interaction']['id']
}

function CustomerCase({ record, attached, interaction }: CustomerCaseProps) {
  const { say } = useWords()
  const { cases } = useDesk()
  const { current, id } = record
  const subject = oneOf(current, 'subject') ?? say('cases.row.untitled')
  return (
    <li className={attached ? 'in-hand-case attached' : 'in-hand-case'}>
      <p>
        <span className="quiet">{current.number ?? say('cases.row.unsent')}</span> <strong>{subject}</strong>
      </p>
      <CaseTags record={record} />
      {attached && (
        <p className="in-hand-attached">
          <Link2 aria-hidden />
          <span>
            <strong>{say('in-hand.attached')}</strong> {say('in-hand.attached.about')}
          </span>
        </p>
      )}
      <div className="actions">
        <CommandButton className="button" about={subject} onPress={() => void cases.open(id)}>
          <FolderOpen aria-hidden />
          {say('in-hand.open')}
        </CommandButton>
        <CommandButton
          className="button"
          about={subject}
          onPress={() => void cases.attach(interaction, attached ? undefined : id)}
        >
          {attached ? <Unlink aria-hidden /> : <Link2 aria-hidden />}
          {say(attached ? 'in-hand.detach' : 'in-hand.attach')}
        </CommandButton>
      </div>
    </li>
  )
}
