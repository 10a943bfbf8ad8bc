import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'

import { offeredCall, takenCall } from '../../state/call-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import { PracticeBanner } from '../frame/PracticeBanner.tsx'
import { useWords } from '../frame/words.tsx'
import { AgentBar } from './AgentBar.tsx'
import { Announcer } from './Announcer.tsx'
import { OfferCard } from './call/OfferCard.tsx'
import { OtherCalls } from './call/OtherCalls.tsx'
import { ChatOfferCard } from './chat/ChatOfferCard.tsx'
import { ChatPlacesProvider } from './chat/chat-places.tsx'
import { chatSearchId, focusOn } from './chat/focus-chat.ts'
import { useChatKeys } from './chat/use-chat-keys.ts'
import { QualityHistoryProvider } from './call/quality-history.tsx'
import { CasesPageProvider, useIsPageShown } from './cases/cases-page.tsx'
import { SideTabs } from './cases/SideTabs.tsx'
import { UndoLine } from './cases/UndoLine.tsx'
import { WorkTabs } from './cases/WorkTabs.tsx'
import { MergeLine } from './customers/MergeLine.tsx'
import { useStoryWhenShown } from './customers/use-story-when-shown.ts'
import { BreatherStrip } from './day/BreatherStrip.tsx'
import { DeskProblems } from './DeskProblems.tsx'
import { DeskTitle } from './DeskTitle.tsx'
import { DeskProvider, useDesk } from './desk-context.tsx'
import type { Desk } from './desk-context.tsx'
import { Folded } from './Folded.tsx'
import { IdlePane } from './IdlePane.tsx'
import { GuidePlacesProvider } from './knowledge/guide-places.tsx'
import { InteractionHead, InteractionPage } from './InteractionPane.tsx'
import { MoodNewsProvider } from './mood/mood-news.tsx'
import { useMovable, Place } from './movable.tsx'
import { NowRail } from './NowRail.tsx'
import { Panels } from './panel/Panels.tsx'
import type { OpenPanel } from './panel/Panels.tsx'
import { SideTabProvider } from './side-tab.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useCommands } from './use-commands.ts'
import { useMedia } from './use-media.ts'
import { NowProvider } from './use-now.tsx'
import './call/offer.css'
import './call/call.css'
import './call/quality.css'
import './panel/panel.css'
import './panel/meters.css'
import './dial/dial.css'
import './sound/sound.css'
import './check/check.css'
import './page.css'
import './story.css'
import './layout.css'
import './agent-bar.css'
import './rail.css'
import './tabs.css'
import './popover.css'
import './cases/cases.css'
import './cases/case-list.css'
import './sync/sync.css'
import './chat/chat.css'
import './chat/chat-layout.css'
import './chat/chats-panel.css'
import './chat/composer.css'
import './chat/transcript.css'
import './mood/mood.css'
import './story/speech-facts.css'
import './knowledge/guide.css'
import './knowledge/articles.css'

/** The desk during a shift. */
export function DeskScreen({ desk }: { desk: Desk }) {
  return (
    <DeskProvider value={desk}>
      <NowProvider>
        <QualityHistoryProvider>
          <CasesPageProvider>
            <GuidePlacesProvider>
              <SideTabProvider>
                <MoodNewsProvider>
                  <Layout />
                </MoodNewsProvider>
              </SideTabProvider>
            </GuidePlacesProvider>
          </CasesPageProvider>
        </QualityHistoryProvider>
      </NowProvider>
    </DeskProvider>
  )
}

function Layout() {
  const { stores, chats } = useDesk()
  const practice = useStore(stores.shift, (state) => state.workplace?.practice ?? false)
  const narrow = useMedia('(max-width: 1279px)')
  const [panel, setPanel] = useState<OpenPanel>()
  const toggle = useCallback(
    (which: OpenPanel) => setPanel((open) => (open === which ? undefined : which)),
    [],
  )
  const toggleKeys = useCallback(() => toggle('keys'), [toggle])
  const findChat = useCallback(() => {
    setPanel('chats')
    // Also where the panel is open already, with an earlier chat in it.
    chats.closePast()
    focusOn(chatSearchId)
  }, [chats])
  useShortcuts(useCommands({ toggleList: toggleKeys, findChat }))
  useChatKeys()
  useStoryWhenShown()
  const [page, panels] = [useMovable(), useMovable()]
  return (
    <ChatPlacesProvider onFind={findChat}>
      <div className="desk">
        <DeskTitle />
        <Announcer />
        <header>
          {practice && <PracticeBanner />}
          <AgentBar open={panel} onPanel={toggle} />
        </header>
        <Offer while="idle" />
        <div className="columns">
          <NowRail open={panel} onPanel={toggle} />
          {narrow ? (
            <Folded page={page} panels={panels} />
          ) : (
            <>
              <Main page={page} panels={panels} />
              <Side panels={panels} />
            </>
          )}
        </div>
        <div className="foot">
          <DeskProblems />
          <UndoLine />
          <MergeLine />
          <BreatherStrip />
          <Offer while="talking" />
        </div>
        {createPortal(<Page />, page)}
        {createPortal(<Panels open={panel} onClose={() => setPanel(undefined)} />, panels)}
      </div>
    </ChatPlacesProvider>
  )
}

/** What scrolls can be reached by keyboard, also where nothing in it can be (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 }

function Side({ panels }: { panels: HTMLElement }) {
  const { say } = useWords()
  // List and detail need its room.
  if (useIsPageShown()) return null
  return (
    <aside className="side" aria-label={say('side.label')} {...scrollable}>
      <Place of={panels} />
      <SideTabs />
    </aside>
  )
}

/** Above everything while the agent is free; at the foot while they talk, so that nothing moves under their hand. */
function Offer({ while: when }: { while: 'idle' | 'talking' }) {
  const { stores } = useDesk()
  const call = useStore(stores.calls, offeredCall)
  const talking = useStore(stores.calls, (state) => takenCall(state) !== undefined)
  const offers = useStore(stores.chats, (state) => state.offers)
  if (talking !== (when === 'talking')) return null
  return (
    <>
      {call && <OfferCard call={call} />}
      {offers.map((offer) => (
        <ChatOfferCard key={offer.id} offer={offer} />
      ))}
    </>
  )
}

function Main({ page, panels }: { page: HTMLElement; panels: HTMLElement }) {
  const { say } = useWords()
  const isPageShown = useIsPageShown()
  const inHand = useStore(useDesk().stores.work, pageInHand)
  return (
    <main className={isPageShown ? 'main with-cases' : 'main'} aria-label={say('main.label')}>
      <div className="interaction">
        {inHand && <InteractionHead inHand={inHand} />}
        <OtherCalls />
        <WorkTabs page={page} panels={panels} />
      </div>
    </main>
  )
}

/** What is written about whoever is in hand; without anybody, what the desk waits for. */
function Page() {
  const inHand = useStore(useDesk().stores.work, pageInHand)
  return inHand ? <InteractionPage inHand={inHand} /> : <IdlePane />
}
