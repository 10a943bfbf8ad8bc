import { FilePlus2, FolderOpen, Link2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'

import { oneOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { pageInHand } from '../../../state/work-store.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useCasesPage } from '../cases/cases-page.tsx'
import { CaseTags } from '../cases/CaseTags.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { AttachCall } from './AttachCall.tsx'
import { NewCaseForm } from './NewCaseForm.tsx'
import { OpenCasePane } from './OpenCasePane.tsx'
import './case.css'
import './cases-in-hand.css'

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
  const place = useRef<HTMLDivElement>(null)
  // It opens below the list, where nobody would see it come.
  const showOpened = (): void =>
    void setTimeout(() => {
      const opened = place.current?.querySelector('.open-case')
      opened?.querySelector<HTMLElement>('h2')?.focus()
      opened?.scrollIntoView({ block: 'start' })
    })
  return (
    <div ref={place} className="in-hand">
      {begins ? (
        <NewCaseForm
          contact={contact}
          onClose={() => setBegins(false)}
          onBegun={(id) => void cases.attach(interaction.id, id)}
        />
      ) : (
        <>
          <CustomerCases page={page} onOpened={showOpened} />
          <CommandButton className="button" onPress={() => setBegins(true)}>
            <FilePlus2 aria-hidden />
            {say('new-case.open')}
          </CommandButton>
        </>
      )}
      <CaseBesideCall interaction={interaction} />
    </div>
  )
}

/**
 * The open case, where it is this customer's. One that was open before the call is somebody else's: what is written about
 * this call must not go there by mistake.
 */
function CaseBesideCall({ interaction }: Pick<InHand, 'interaction'>) {
  const { say } = useWords()
  const { stores } = useDesk()
  const { show } = useCasesPage()
  const open = useStore(stores.cases, (state) => state.open?.record)
  const inHand = useStore(stores.cases, (state) => state.inHand)
  if (!open) return null
  const isTheirs = inHand?.page === interaction.id && inHand.records.some(({ id }) => id === open.id)
  if (isTheirs || interaction.case === open.id) return <OpenCasePane />
  return (
    <div className="in-hand-other">
      <p className="quiet">
        {say('in-hand.other', { subject: oneOf(open.current, 'subject') ?? say('cases.row.untitled') })}
      </p>
      <CommandButton className="button" onPress={() => show(true)}>
        <FolderOpen aria-hidden />
        {say('in-hand.other.show')}
      </CommandButton>
    </div>
  )
}

interface CustomerCasesProps {
  readonly page: InHand
  readonly onOpened: () => void
}

function CustomerCases({ page: { interaction }, onOpened }: CustomerCasesProps) {
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
            interaction={interaction}
            onOpened={onOpened}
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
  readonly interaction: InHand['interaction']
  readonly onOpened: () => void
}

function CustomerCase({ record, attached, interaction, onOpened }: CustomerCaseProps) {
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
            <strong>{say(`in-hand.attached.${interaction.channel}`)}</strong>{' '}
            {say(`in-hand.attached.about.${interaction.channel}`)}
          </span>
        </p>
      )}
      <div className="actions">
        <CommandButton className="button" about={subject} onPress={() => void cases.open(id).then(onOpened)}>
          <FolderOpen aria-hidden />
          {say('in-hand.open')}
        </CommandButton>
        <AttachCall interaction={interaction} case={id} about={subject} />
      </div>
    </li>
  )
}
