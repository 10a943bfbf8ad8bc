import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CasesInHand } from '../case/CasesInHand.tsx'
import { useDesk } from '../desk-context.tsx'
import { ArticlesPanel, ArticlesTabName } from '../knowledge/ArticlesPanel.tsx'
import { useHasKnowledge } from '../knowledge/use-knowledge.ts'
import { sideTabs, useSide } from '../side-tab.tsx'
import { StoryPane } from '../StoryPane.tsx'
import { useHasCases } from './cases-page.tsx'

/** Beside the work: the customer's story, with one in hand their cases too, and what the centre knows. */
export function SideTabs() {
  const { say } = useWords()
  const inHand = useStore(useDesk().stores.work, pageInHand) !== undefined
  const hasCases = useHasCases() && inHand
  const hasKnowledge = useHasKnowledge()
  const side = useSide()
  if (!hasCases && !hasKnowledge) return <StoryPane />
  const isThere = { story: true, case: hasCases, articles: hasKnowledge }
  return (
    <Tabs
      className="folded-tabs side-tabs"
      selectedKey={isThere[side.tab] ? side.tab : 'story'}
      onSelectionChange={(key) => side.choose(sideTabs.find((one) => one === key) ?? 'story')}
    >
      <TabList aria-label={say(hasKnowledge ? 'articles.beside' : 'cases.beside')} className="tabs">
        <Tab id="story">{say('story.heading')}</Tab>
        {hasCases && (
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
      <TabPanel id="story">
        <StoryPane />
      </TabPanel>
      {hasCases && (
        <TabPanel id="case">
          <CasesInHand />
        </TabPanel>
      )}
      {hasKnowledge && (
        <TabPanel id="articles">
          <ArticlesPanel />
        </TabPanel>
      )}
    </Tabs>
  )
}

/** With how many there are, once that is known. */
export function CaseTabName() {
  const { say } = useWords()
  const count = useStore(useDesk().stores.cases, ({ inHand }) => inHand?.records.length ?? 0)
  return count > 0 ? say('cases.tab.case.count', { count }) : say('cases.tab.case')
}
