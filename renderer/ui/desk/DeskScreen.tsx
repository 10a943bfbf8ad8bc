import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Key } from 'react-aria-components/Tabs'
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
import { InteractionHead, InteractionPage } from './InteractionPane.tsx'
import { NowRail } from './NowRail.tsx'
import { OfferCard } from './OfferCard.tsx'
import { StoryPane } from './StoryPane.tsx'
import { useMedia } from './use-media.ts'
import './call.css'
import './page.css'
import './story.css'
import './layout.css'

/** The desk during a shift. */
export function DeskScreen({ desk }: { desk: Desk }) {
  return (
    <DeskProvider value={desk}>
      <Layout />
    </DeskProvider>
  )
}

function Layout() {
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
          <Folded />
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

/** Too narrow for both: the page and the story behind two tabs, with the call's controls above them in any case. */
function Folded() {
  const { say } = useWords()
  const { stores } = useDesk()
  const inHand = useStore(stores.work, (state) => state.inHand)
  const [tab, setTab] = useState<Key>('work')
  const [shown, setShown] = useState(inHand?.interaction.id)
  // A new interaction shows its page; React's way of keeping a state in step with another without a second paint.
  if (shown !== inHand?.interaction.id) {
    setShown(inHand?.interaction.id)
    setTab('work')
  }
  return (
    <main className="folded" aria-label={say('main.label')}>
      {inHand && <InteractionHead inHand={inHand} />}
      <Tabs selectedKey={tab} onSelectionChange={setTab}>
        <TabList aria-label={say('main.label')} className="tabs">
          <Tab id="work">{say('now.heading')}</Tab>
          <Tab id="story">{say('story.heading')}</Tab>
        </TabList>
        <TabPanel id="work" className="tab-panel">
          {inHand ? <InteractionPage inHand={inHand} /> : <IdlePane />}
        </TabPanel>
        <TabPanel id="story" className="tab-panel">
          <StoryPane />
        </TabPanel>
      </Tabs>
    </main>
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
  return (
    <main className="main" aria-label={say('main.label')}>
      {inHand ? (
        <div className="interaction">
          <InteractionHead inHand={inHand} />
          <InteractionPage inHand={inHand} />
        </div>
      ) : (
        <IdlePane />
      )}
    </main>
  )
}

function DeskProblems() {
  const { stores, problems, writeUp, availability, signOut } = useDesk()
  const shown = useStore(stores.problems, (state) => state.problems)
  const { kind } = useStore(stores.shift, (state) => state.agent)
  const mayLeave = kind === 'not-ready' || kind === 'available'
  return (
    <Problems
      problems={shown}
      onDismiss={(code) => problems.clear(code)}
      remedies={{
        'check-microphone': () => void availability.checkMicrophone(),
        // In a call and its wrap-up the sentence stands alone: the button comes when it can do something.
        ...(mayLeave && { 'sign-in-again': () => void signOut() }),
        retry: ({ code }) => {
          if (code === 'not-saved') writeUp.saveAgain()
          else problems.clear(code)
        },
      }}
    />
  )
}
