import { CircleAlert, HardDrive } from 'lucide-react'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { QuestionCard } from '../case/QuestionCard.tsx'
import { useCasesPage, useHasCases } from '../cases/cases-page.tsx'
import { ChatLinkLines } from '../chat/ChatLink.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { PackLines } from '../knowledge/PackLines.tsx'
import { Panel } from '../panel/Panel.tsx'
import { CaseProgressBar } from './CaseProgressBar.tsx'
import { CaseSignIn } from './CaseSignIn.tsx'
import { EraseHere } from './EraseHere.tsx'
import { LinkLine } from './LinkLine.tsx'
import { StorageRoom } from './StorageRoom.tsx'

/** What was written here and is not in the case system yet, and what the agent has to decide. */
export function WaitingPanel({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const hasCases = useHasCases()
  return (
    <Panel heading={say('sync.heading')} close={say('sync.close')} onClose={onClose}>
      <ChatLinkLines />
      {hasCases && <CasesWait onShow={onClose} />}
      <PackLines />
      <EraseHere />
    </Panel>
  )
}

function CasesWait({ onShow }: { onShow: () => void }) {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const progress = useStore(stores.cases, (state) => state.progress)
  const asking = useStore(stores.cases, (state) => state.asking)
  return (
    <>
      <LinkLine />
      {asking && <CaseSignIn key={asking.kind} asking={asking} />}
      {progress && (
        <div className="search-progress">
          <CaseProgressBar progress={progress} />
          {progress.what !== 'sending' && (
            <CommandButton className="button" onPress={() => cases.stop()}>
              {say('sync.progress.stop')}
            </CommandButton>
          )}
        </div>
      )}
      <Saved onShow={onShow} />
      <Questions />
      <StorageRoom />
    </>
  )
}

/** How much waits, and where to see it. */
function Saved({ onShow }: { onShow: () => void }) {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const { show } = useCasesPage()
  const { underWay, needsAgent } = useStore(stores.cases, ({ counts }) => counts)
  return (
    <div className="sync-saved">
      <p>
        <HardDrive aria-hidden />
        {underWay === 0 && needsAgent > 0 ? say('sync.saved.asked') : say('sync.saved', { count: underWay })}
      </p>
      {underWay > 0 && (
        <CommandButton
          className="button"
          onPress={() => {
            onShow()
            show(true)
            void cases.show('unsent')
          }}
        >
          {say('sync.show-unsent')}
        </CommandButton>
      )}
    </div>
  )
}

/** One card for each thing that only the agent can decide. */
function Questions() {
  const { say } = useWords()
  const questions = useStore(useDesk().stores.cases, (state) => state.questions)
  if (questions.length === 0) return <p className="quiet">{say('sync.questions.none')}</p>
  return (
    <section className="sync-questions" aria-labelledby="questions-heading">
      <h3 id="questions-heading" tabIndex={-1}>
        <CircleAlert aria-hidden />
        {say('sync.questions', { count: questions.length })}
      </h3>
      <ul>
        {questions.map((question) => (
          <li key={question.entry.id}>
            <QuestionCard question={question} />
          </li>
        ))}
      </ul>
    </section>
  )
}
