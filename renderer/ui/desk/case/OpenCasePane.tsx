import { useId } from 'react'
import { useStore } from 'zustand'

import type { OpenCase } from '../../../state/case-store.ts'
import { useDesk } from '../desk-context.tsx'
import { useMayWrite } from '../reading/may-write.ts'
import { CaseComposer } from './CaseComposer.tsx'
import { CaseHead } from './CaseHead.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { CaseLinks } from './CaseLinks.tsx'
import { FieldList } from './FieldList.tsx'
import { PromiseList } from './PromiseList.tsx'
import { StandingNotice } from './StandingNotice.tsx'
import { WhereItIs } from './WhereItIs.tsx'
import './case.css'
import './case-fields.css'
import './case-history.css'
import './case-forms.css'

/** The case that is open; nothing without one. */
export function OpenCasePane() {
  const open = useStore(useDesk().stores.cases, (state) => state.open)
  // Another case has its own drafts, and nothing of this one's half-made changes.
  return open ? <CasePane key={open.record.id} open={open} /> : null
}

function CasePane({ open }: { open: OpenCase }) {
  const heading = useId()
  const { record } = open
  const mayWrite = useMayWrite(record)
  return (
    <article className="open-case" aria-labelledby={heading}>
      <CaseHead record={record} heading={heading} />
      <StandingNotice standing={record.standing} />
      <WhereItIs open={open} />
      <div className="case-body">
        <div className="case-facts">
          <PromiseList record={record} />
          <FieldList open={open} />
          <CaseLinks record={record} />
        </div>
        <div className="case-story">
          <CaseHistory open={open} />
          {mayWrite && <CaseComposer record={record} />}
        </div>
      </div>
    </article>
  )
}
