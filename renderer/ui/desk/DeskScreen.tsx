import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import { liveCall } from '../../state/call-store.ts'
import { PracticeBanner } from '../frame/PracticeBanner.tsx'
import { Problems } from '../frame/Problems.tsx'
import { useWords } from '../frame/words.tsx'
import { AgentBar } from './AgentBar.tsx'
import { Announcer } from './Announcer.tsx'
import { useAnswerKey } from './answer-key.ts'
import { DeskProvider, useDesk } from './desk-context.tsx'
import type { Desk } from './desk-context.tsx'
import { IdlePane } from './IdlePane.tsx'
import { InteractionPane } from './InteractionPane.tsx'
import { NowRail } from './NowRail.tsx'
import { OfferCard } from './OfferCard.tsx'
import { StoryPane } from './StoryPane.tsx'
import { useMedia } from './use-media.ts'
import './desk.css'

/** The desk during a shift. */
export function DeskScreen({ desk }: { desk: Desk }) {
  return (
    <DeskProvider value={desk}>
      <Layout />
    </DeskProvider>
  )
}

function Layout() {
  const { say } = useWords()
  const { stores } = useDesk()
  const practice = useStore(stores.shift, (state) => state.workplace?.practice ?? false)
  const narrow = useMedia('(max-width: 1279px)')
  useAnswerKey()
  return (
    <div className="desk">
      <Announcer />
      <header>
        {practice && <PracticeBanner />}
        <AgentBar />
      </header>
      <DeskProblems />
      <Offer />
      <div className="columns">
        <NowRail />
        {narrow ? (
          <Tabs className="folded">
            <TabList aria-label={say('main.label')} className="tabs">
              <Tab id="work">{say('now.heading')}</Tab>
              <Tab id="story">{say('story.heading')}</Tab>
            </TabList>
            <TabPanel id="work" className="tab-panel">
              <Main />
            </TabPanel>
            <TabPanel id="story" className="tab-panel">
              <StoryPane />
            </TabPanel>
          </Tabs>
        ) : (
          <>
            <Main />
            <StoryPane />
          </>
        )}
      </div>
    </div>
  )
}

function Offer() {
  const { stores } = useDesk()
  const call = useStore(stores.calls, liveCall)
  return call?.state === 'offered' ? <OfferCard call={call} /> : null
}

function Main() {
  const { say } = useWords()
  const { stores } = useDesk()
  const inHand = useStore(stores.work, (state) => state.inHand)
  const call = useStore(stores.calls, liveCall)
  return (
    <main className="main" aria-label={say('main.label')}>
      {inHand ? (
        <InteractionPane inHand={inHand} call={call && call.id === inHand.call ? call : undefined} />
      ) : (
        <IdlePane />
      )}
    </main>
  )
}

function DeskProblems() {
  const { stores, problems, writeUp, availability, signOut } = useDesk()
  const shown = useStore(stores.problems, (state) => state.problems)
  return (
    <Problems
      problems={shown}
      onDismiss={(code) => problems.clear(code)}
      remedies={{
        'check-microphone': () => void availability.checkMicrophone(),
        'sign-in-again': () => void signOut(),
        retry: ({ code }) => {
          problems.clear(code)
          if (code === 'not-saved') writeUp.saveAgain()
        },
      }}
    />
  )
}
