import { LogOut } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Key } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import { LanguageSwitch } from '../../frame/LanguageSwitch.tsx'
import { PracticeBanner } from '../../frame/PracticeBanner.tsx'
import { focusHome } from '../../frame/use-kept-focus.ts'
import { useWords } from '../../frame/words.tsx'
import { CasesColumns, CasesFolded } from '../cases/CasesColumns.tsx'
import { CasesPageProvider } from '../cases/cases-page.tsx'
import { caseSearchId } from '../cases/CaseSearch.tsx'
import { ChatPlacesProvider } from '../chat/chat-places.tsx'
import { ChatsPanel } from '../chat/ChatsPanel.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { DeskProblems } from '../DeskProblems.tsx'
import { DeskProvider, useDesk } from '../desk-context.tsx'
import type { Desk } from '../desk-context.tsx'
import { History } from '../history/History.tsx'
import { useMovable } from '../movable.tsx'
import { commands, useShortcuts } from '../shortcuts.ts'
import type { Commands } from '../shortcuts.ts'
import { useMedia } from '../use-media.ts'
import { NowProvider } from '../use-now.tsx'
import { ReadingBanner } from './ReadingBanner.tsx'
import '../panel/panel.css'
import '../page.css'
import '../story.css'
import '../layout.css'
import '../agent-bar.css'
import '../tabs.css'
import '../cases/cases.css'
import '../cases/case-list.css'
import '../sync/sync.css'
import '../chat/chat.css'
import '../chat/chats-panel.css'
import '../chat/transcript.css'
import './reading.css'

/** The desk without a shift: what a newer Foyer has kept on this computer, to be read and searched. */
export function ReadingScreen({ desk }: { desk: Desk }) {
  const { say } = useWords()
  return (
    <DeskProvider value={desk}>
      <NowProvider>
        <CasesPageProvider>
          <div className="desk">
            <title>{say('app.title')}</title>
            <header>
              <Place />
              <ReadingBanner />
            </header>
            <main className="main reading" aria-label={say('reading.places')}>
              <Records />
            </main>
            <div className="foot">
              <DeskProblems />
            </div>
          </div>
        </CasesPageProvider>
      </NowProvider>
    </DeskProvider>
  )
}

function Place() {
  const { say } = useWords()
  const { stores, setLanguage, signOut } = useDesk()
  const workplace = useStore(stores.shift, (state) => state.workplace)
  return (
    <>
      {workplace?.practice === true && <PracticeBanner />}
      <div className="agent-bar">
        {workplace?.name !== undefined && <p className="workplace">{workplace.name}</p>}
        <div className="agent-bar-end">
          <LanguageSwitch onChoose={setLanguage} />
          <CommandButton className="button quiet" onPress={() => void signOut()}>
            <LogOut aria-hidden />
            {say('reading.leave')}
          </CommandButton>
        </div>
      </div>
    </>
  )
}

/** Each kind of record behind its tab. */
function Records() {
  const { say } = useWords()
  const narrow = useMedia('(max-width: 1279px)')
  const panels = useMovable()
  const [tab, choose] = useState<Key>('cases')
  useKeys(useCallback((id: 'cases' | 'chats') => choose(id), []))
  return (
    <Tabs className="folded-tabs reading-tabs" selectedKey={tab} onSelectionChange={choose}>
      <TabList aria-label={say('reading.places')} className="tabs">
        <Tab id="cases">{say('cases.heading')}</Tab>
        <Tab id="calls">{say('reading.calls')}</Tab>
        <Tab id="chats">{say('chat.panel')}</Tab>
      </TabList>
      <TabPanel id="cases" className="reading-cases">
        {narrow ? <CasesFolded /> : <CasesColumns panels={panels} />}
      </TabPanel>
      <TabPanel id="calls" className="tab-panel">
        <h1 className="visually-hidden" tabIndex={-1} {...focusHome}>
          {say('reading.calls')}
        </h1>
        <History />
      </TabPanel>
      <TabPanel id="chats" className="tab-panel">
        <h1 className="visually-hidden">{say('chat.panel')}</h1>
        <ChatPlacesProvider onFind={() => choose('chats')}>
          <ChatsPanel onClose={() => choose('cases')} />
        </ChatPlacesProvider>
      </TabPanel>
    </Tabs>
  )
}

const chatFieldSelector = '.reading [data-first-focus]'

/** The two searches have their keys here too; the others have nothing to do. */
function useKeys(choose: (tab: 'cases' | 'chats') => void): void {
  useShortcuts(
    useMemo(() => {
      const search = (tab: 'cases' | 'chats', field: string) => (): boolean => {
        choose(tab)
        // The tab comes with the next paint.
        setTimeout(() => document.querySelector<HTMLElement>(field)?.focus())
        return true
      }
      const none = Object.fromEntries(commands.map((command) => [command, () => false])) as Commands
      return {
        ...none,
        find: search('cases', `#${caseSearchId}`),
        findChat: search('chats', chatFieldSelector),
      }
    }, [choose]),
  )
}
