import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Key } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import type { InteractionId } from '../../domain/ids.ts'
import { pageInHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { OtherCalls } from './call/OtherCalls.tsx'
import { CasesInHand } from './case/CasesInHand.tsx'
import { useCasesPage, useCustomersPage, useHasCases, useOutcomesPage } from './cases/cases-page.tsx'
import { CasesFolded } from './cases/CasesColumns.tsx'
import { CaseTabName } from './cases/SideTabs.tsx'
import { CustomersFolded } from './customers/CustomersColumns.tsx'
import { useDesk } from './desk-context.tsx'
import { InteractionHead } from './InteractionPane.tsx'
import { ArticlesPanel, ArticlesTabName } from './knowledge/ArticlesPanel.tsx'
import { useHasKnowledge } from './knowledge/use-knowledge.ts'
import { Place } from './movable.tsx'
import { OutcomesPage } from './outcomes/OutcomesPage.tsx'
import { useSide } from './side-tab.tsx'
import { StoryPane } from './StoryPane.tsx'

/** Too narrow for both: the page, the cases and the story behind tabs, with the call's controls above them in any case. */
export function Folded({ page, panels }: { page: HTMLElement; panels: HTMLElement }) {
  const { say } = useWords()
  const inHand = useStore(useDesk().stores.work, pageInHand)
  const hasCases = useHasCases()
  const hasKnowledge = useHasKnowledge()
  const [tab, choose] = useTab(inHand?.interaction.id)
  return (
    <main className="folded" aria-label={say('main.label')}>
      {inHand && <InteractionHead inHand={inHand} />}
      <OtherCalls />
      <Place of={panels} />
      <Tabs className="folded-tabs" selectedKey={tab} onSelectionChange={choose}>
        <TabList aria-label={say('main.label')} className="tabs">
          <Tab id="work">{say('now.heading')}</Tab>
          {hasCases && <Tab id="cases">{say('cases.heading')}</Tab>}
          <Tab id="story">{say('story.heading')}</Tab>
          <Tab id="customers">{say('customers.heading')}</Tab>
          <Tab id="outcomes">{say('outcomes.heading')}</Tab>
          {hasCases && inHand && (
            <Tab id="case">
              <CaseTabName />
            </Tab>
          )}
          {hasKnowledge && (
            <Tab id="articles">
              <ArticlesTabName />
            </Tab>
          )}
        </TabList>
        <TabPanel id="work" className="tab-panel">
          <Place of={page} />
        </TabPanel>
        <TabPanel id="cases" className="tab-panel">
          <CasesFolded />
        </TabPanel>
        <TabPanel id="customers" className="tab-panel">
          <CustomersFolded />
        </TabPanel>
        <TabPanel id="outcomes" className="tab-panel">
          <OutcomesPage />
        </TabPanel>
        <TabPanel id="case" className="tab-panel">
          <CasesInHand />
        </TabPanel>
        <TabPanel id="story" className="tab-panel">
          <StoryPane />
        </TabPanel>
        {hasKnowledge && (
          <TabPanel id="articles" className="tab-panel">
            <ArticlesPanel />
          </TabPanel>
        )}
      </Tabs>
    </main>
  )
}

/** The tab that is shown; another interaction shows its page. */
function useTab(inHand: InteractionId | undefined) {
  const [cases, customers, outcomes] = [useCasesPage(), useCustomersPage(), useOutcomesPage()]
  const [tab, setTab] = useState<Key>('work')
  const opened = useStore(useDesk().stores.cases, (state) => state.open?.record.id)
  const { asked } = useSide()
  const [seen, setSeen] = useState({ inHand, opened, asked })
  // React's way of keeping a state in step with another without a second paint.
  if (seen.inHand !== inHand || seen.opened !== opened || seen.asked !== asked) {
    setSeen({ inHand, opened, asked })
    if (seen.inHand !== inHand) setTab('work')
    else if (asked !== undefined && seen.asked !== asked) setTab(asked.what)
    else if (inHand !== undefined && opened !== undefined) setTab('case')
  }
  const choose = (key: Key): void => {
    if (key === 'customers') customers.show(true)
    else if (key === 'outcomes') outcomes.show(true)
    else {
      cases.show(key === 'cases')
      if (key !== 'cases') setTab(key)
    }
  }
  const pages = { cases, customers, outcomes }
  const shown = (['cases', 'customers', 'outcomes'] as const).find((one) => pages[one].isShown)
  return [shown ?? tab, choose] as const
}
