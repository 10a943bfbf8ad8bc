import { CloudOff, FilePlus2, KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Ref } from 'react'
import { useStore } from 'zustand'

import type { CaseView } from '../../../domain/case-record.ts'
import { focusHome } from '../../frame/use-kept-focus.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useIsReading } from '../reading/may-write.ts'
import { CaseProgressBar } from '../sync/CaseProgressBar.tsx'
import { CaseList } from './CaseList.tsx'
import { CaseSearch, SearchNews } from './CaseSearch.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'

export interface CasesPageProps {
  readonly list: Ref<HTMLDivElement>
  /** Begins a case. */
  readonly onNew: () => void
}

/** The lists of cases and the search over all of them. */
export function CasesPage({ list, onNew }: CasesPageProps) {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const show = useStore(stores.cases, (state) => state.list.show)
  const inHand = useStore(stores.work, (state) => state.shown !== undefined)
  const Heading = inHand ? 'h2' : 'h1'
  const isReading = useIsReading()
  const [text, setText] = useState(show.kind === 'search' ? show.text : '')
  const [view, setView] = useState<CaseView>(show.kind === 'view' ? show.view : 'mine')
  const [seen, setSeen] = useState(show)
  // A list that was chosen, here or elsewhere, ends the search.
  if (seen !== show) {
    setSeen(show)
    if (show.kind === 'view' && (seen.kind === 'search' || seen.view !== show.view)) {
      setView(show.view)
      setText('')
    }
  }
  useEffect(() => {
    const { show: last } = stores.cases.getState().list
    if (last.kind === 'view') void cases.show(last.view)
  }, [stores, cases])
  return (
    <section className="cases-page" aria-labelledby="cases-heading">
      <div className="cases-head">
        {/* A call in hand has the first heading. */}
        <Heading id="cases-heading" tabIndex={-1} {...(!inHand && focusHome)}>
          {say('cases.heading')}
        </Heading>
        {!isReading && (
          <CommandButton className="button" onPress={onNew}>
            <FilePlus2 aria-hidden />
            {say('new-case.open')}
          </CommandButton>
        )}
      </div>
      <CaseSearch
        text={text}
        onText={setText}
        onSearch={(wanted) => void (wanted === '' ? cases.show(view) : cases.search(wanted))}
      />
      <ViewSwitch
        onChoose={(chosen) => {
          setText('')
          void cases.show(chosen)
        }}
      />
      <LinkNews />
      <LongFetch />
      <SearchNews />
      <CaseList list={list} />
      {!isReading && <p className="quiet case-keys">{say('cases.list.keys')}</p>}
    </section>
  )
}

/** Cases; fewer have come before anybody could read how many. */
const manyCases = 50

/** A first day, or the day after a holiday: why the lists are not whole yet. */
function LongFetch() {
  const progress = useStore(useDesk().stores.cases, (state) => state.progress)
  if (progress?.what !== 'fetching' || (progress.of ?? 0) < manyCases) return null
  return <CaseProgressBar progress={progress} />
}

/** Why the lists may be older than the case system's. */
function LinkNews() {
  const { say } = useWords()
  const kind = useStore(useDesk().stores.cases, ({ link }) => link.kind)
  if (kind !== 'down' && kind !== 'signed-out') return null
  return (
    <p className="cases-link-news">
      {kind === 'down' ? <CloudOff aria-hidden /> : <KeyRound aria-hidden />}
      {say(kind === 'down' ? 'cases.offline' : 'cases.signed-out')}
    </p>
  )
}
