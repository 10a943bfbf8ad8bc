import { ArrowLeft } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { NewCaseForm } from '../case/NewCaseForm.tsx'
import { OpenCasePane } from '../case/OpenCasePane.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { Place } from '../movable.tsx'
import { CasesPage } from './CasesPage.tsx'

/** What scrolls can be reached by keyboard, also where nothing in it can be (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 }

/** The list, and beside it the case that is open. What was asked for stands above the case. */
export function CasesColumns({ panels }: { panels: HTMLElement }) {
  const { say } = useWords()
  const { detail, setBegins } = useDetail()
  return (
    <div className="cases-columns">
      <CasesPage list={null} onNew={() => setBegins(true)} />
      <section className="case-detail" aria-label={say('cases.tab.case')} {...scrollable}>
        <Place of={panels} />
        {detail ?? <p className="quiet case-choose">{say('cases.choose')}</p>}
      </section>
    </div>
  )
}

/** Too narrow for both: the case that is open takes the list's place, and leaves it as it was. */
export function CasesFolded() {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const inHand = useStore(stores.work, (state) => state.shown !== undefined)
  const { detail, setBegins } = useDetail()
  const list = useRef<HTMLDivElement>(null)
  const back = (): void => {
    setBegins(false)
    cases.close()
    // On the row that it was opened from, which the list remembers.
    setTimeout(() => list.current?.focus())
  }
  return (
    <>
      {detail && !inHand && <h1 className="visually-hidden">{say('cases.heading')}</h1>}
      {/* Only hidden, so that it is still where it was scrolled to. */}
      <div hidden={detail !== undefined}>
        <CasesPage list={list} onNew={() => setBegins(true)} />
      </div>
      {detail && (
        <div className="case-detail">
          <CommandButton className="button case-back" onPress={back}>
            <ArrowLeft aria-hidden />
            {say('cases.back')}
          </CommandButton>
          {detail}
        </div>
      )}
    </>
  )
}

/** A case that is being begun, or the one that is open. Opening another one leaves the form; what was typed is kept. */
function useDetail() {
  const { stores, cases } = useDesk()
  const open = useStore(stores.cases, (state) => state.open?.record.id)
  const [begins, setBegins] = useState(false)
  const [seen, setSeen] = useState(open)
  // React's way of keeping a state in step with another without a second paint.
  if (seen !== open) {
    setSeen(open)
    setBegins(false)
  }
  const form = (
    <NewCaseForm
      contact={undefined}
      onClose={() => setBegins(false)}
      onBegun={(id) => {
        setBegins(false)
        void cases.open(id)
      }}
    />
  )
  return { detail: begins ? form : open === undefined ? undefined : <OpenCasePane />, setBegins }
}
