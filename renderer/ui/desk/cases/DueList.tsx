import { Clock8, PhoneOutgoing, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import { oneOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import type { Promised } from '../../../domain/promise.ts'
import { shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useDialNumber } from '../history/use-dial-number.ts'
import { useNow } from '../use-now.tsx'
import { useCasesPage } from './cases-page.tsx'
import { CustomerName } from './CustomerName.tsx'
import { useCustomerName } from './use-customer-name.ts'

/** The rail is for the next ones; the rest is in the list. */
const most = 3

interface Due {
  readonly record: CaseRecord
  readonly promised: Promised
}

/** Whoever waits longest comes first. A case may have promised more than the one that is due today. */
const dueIn = (records: readonly CaseRecord[], endOfDay: number): readonly Due[] =>
  records
    .flatMap((record) => record.promises.map((promised) => ({ record, promised })))
    .filter(({ promised: { dueAt, keptAt } }) => keptAt === undefined && dueAt <= endOfDay)
    .sort((a, b) => a.promised.dueAt - b.promised.dueAt)

/** What was promised for today or before: whom to call back, and what to do. */
export function DueList() {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const { show } = useCasesPage()
  const records = useStore(stores.cases, (state) => state.due)
  const due = dueIn(records, new Date(useNow()).setHours(23, 59, 59, 999))
  if (due.length === 0) return <p className="quiet due-none">{say('cases.due.none')}</p>
  return (
    <>
      <ul className="rail-list">
        {due.slice(0, most).map(({ record, promised }) => (
          <DueItem key={`${record.id} ${promised.id}`} record={record} promised={promised} />
        ))}
      </ul>
      {due.length > most && (
        <CommandButton
          className="button quiet"
          onPress={() => {
            show(true)
            void cases.show('promises')
          }}
        >
          {say('cases.due.more', { count: due.length - most })}
        </CommandButton>
      )}
    </>
  )
}

function DueItem({ record, promised }: Due) {
  const { say, language } = useWords()
  const page = useCasesPage()
  const dial = useDialNumber()
  const { kind, what, dueAt, number } = promised
  const name = useCustomerName()(record.current) ?? oneOf(record.current, 'subject') ?? ''
  const now = useNow()
  const late = now > dueAt
  const time = shortTime(language, dueAt, { now })
  return (
    <li className={late ? 'rail-item due late' : 'rail-item due'}>
      <Button className="due-open" onPress={() => page.open(record.id)}>
        <span className="due-when">
          {late ? <TriangleAlert aria-hidden /> : <Clock8 aria-hidden />}
          <span>
            {say(`cases.due.${kind}`)}{' '}
            {late ? say('cases.due.overdue', { time }) : say('cases.due.at', { time })}
          </span>
        </span>{' '}
        <strong>
          <CustomerName name={name} />
        </strong>{' '}
        <span className="due-what">{what}</span>
        <span className="visually-hidden"> – {say('cases.due.open')}</span>
      </Button>
      {number !== undefined && (
        <CommandButton className="button" about={name} onPress={() => void dial(number)}>
          <PhoneOutgoing aria-hidden />
          {say('recent.call-back')}
        </CommandButton>
      )}
    </li>
  )
}
