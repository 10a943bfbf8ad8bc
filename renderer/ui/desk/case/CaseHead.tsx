import { PenLine, Pin, X } from 'lucide-react'
import { useRef } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'

import { oneOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { useStore } from 'zustand'

import { pageInHand } from '../../../state/work-store.ts'
import { caseListId } from '../cases/case-list-id.ts'
import { useCasesPage } from '../cases/cases-page.tsx'
import { statusName } from '../cases/status-name.ts'
import { useCustomerName } from '../cases/use-customer-name.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useIsReading, useMayWrite } from '../reading/may-write.ts'
import { useFocusIfLost } from '../use-focus-if-lost.ts'
import { AttachCall } from './AttachCall.tsx'
import { focusOnComposer } from './focus-composer.ts'

/** Which case this is, kept in sight; pinning and closing. */
export function CaseHead({ record, heading }: { record: CaseRecord; heading: string }) {
  const { say } = useWords()
  const { cases } = useDesk()
  const { current, id, pinned } = record
  const title = useRef<HTMLHeadingElement>(null)
  useFocusIfLost(title, id)
  const [isReading, mayWrite] = [useIsReading(), useMayWrite(record)]
  const customer = useCustomerName()(current)
  const status = oneOf(current, 'status')
  const close = (): void => {
    cases.close()
    // On the row that it was opened from, which the list remembers; beside a call there is no list.
    setTimeout(() => document.getElementById(caseListId)?.focus())
  }
  return (
    <header className={`case-head ${record.active ? 'active' : 'closed'}`}>
      <div className="case-head-text">
        <p className="quiet">
          {current.number === undefined
            ? say('case.number.none')
            : say('case.number', { number: current.number })}
          {customer !== undefined && <> · {customer}</>}
          {status !== undefined && <> · {statusName(say, status)}</>}
        </p>
        <h2 id={heading} ref={title} tabIndex={-1}>
          {oneOf(current, 'subject') ?? say('cases.row.untitled')}
        </h2>
      </div>
      <div className="case-head-acts">
        <AttachHere record={record} />
        {mayWrite && (
          <CommandButton className="button" command="write" onPress={() => focusOnComposer()}>
            <PenLine aria-hidden />
            {say('case.write')}
          </CommandButton>
        )}
        {!isReading && (
          <ToggleButton
            className="button case-pin"
            isSelected={pinned}
            onChange={(chosen) => void cases.pin(id, chosen)}
          >
            <Pin aria-hidden />
            {say(pinned ? 'case.pinned' : 'case.pin')}
          </ToggleButton>
        )}
        <CommandButton className="button quiet icon-only" aria-label={say('case.close')} onPress={close}>
          <X aria-hidden />
        </CommandButton>
      </div>
    </header>
  )
}

/** A caller whose number nobody knew has a case all the same, which was found by a search. */
function AttachHere({ record: { id } }: { record: CaseRecord }) {
  const inHand = useStore(useDesk().stores.work, pageInHand)
  // Beside the call, the list of the customer's cases has the button.
  const { isShown } = useCasesPage()
  return inHand && isShown ? <AttachCall interaction={inHand.interaction} case={id} /> : null
}
