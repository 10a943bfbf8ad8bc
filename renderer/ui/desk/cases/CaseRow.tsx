import { Pin } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useStore } from 'zustand'

import { oneOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useIsReading } from '../reading/may-write.ts'
import { CaseTags } from './CaseTags.tsx'
import { useCustomerName } from './use-customer-name.ts'

/** One case in the list: what it is about, whose it is, and what is to be known of it before it is opened. */
export function CaseRow({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const { current, id } = record
  const isOpen = useStore(useDesk().stores.cases, (state) => state.open?.record.id === id)
  const isReading = useIsReading()
  const customer = useCustomerName()(current)
  const owner = oneOf(current, 'owner')
  const subject = oneOf(current, 'subject') ?? say('cases.row.untitled')
  return (
    <div className="case-row" data-open={isOpen || undefined}>
      <div className="case-row-text">
        <p className="case-row-head">
          <span className="quiet">{current.number ?? say('cases.row.unsent')}</span>
          <strong>{subject}</strong>
          {isOpen && <span className="visually-hidden">{say('cases.row.open')}</span>}
        </p>
        <p className="quiet case-row-people">
          {customer !== undefined && <span>{customer}</span>}
          <span>{owner === undefined ? say('cases.row.nobody') : say('cases.row.owner', { owner })}</span>
        </p>
        <CaseTags record={record} />
      </div>
      {!isReading && <PinButton record={record} subject={subject} />}
    </div>
  )
}

function PinButton({ record: { id, pinned }, subject }: { record: CaseRecord; subject: string }) {
  const { say } = useWords()
  const { cases } = useDesk()
  return (
    <ToggleButton
      className="button quiet icon-only pin"
      aria-label={`${say('cases.row.pin')} – ${subject}`}
      isSelected={pinned}
      onChange={(chosen) => void cases.pin(id, chosen)}
    >
      <Pin aria-hidden />
    </ToggleButton>
  )
}
