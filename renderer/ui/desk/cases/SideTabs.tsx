import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Key } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CasesInHand } from '../case/CasesInHand.tsx'
import { useDesk } from '../desk-context.tsx'
import { StoryPane } from '../StoryPane.tsx'
import { useHasCases } from './cases-page.tsx'

/** Beside the work: the customer's story, and with one in hand their cases too. */
export function SideTabs() {
  const inHand = useStore(useDesk().stores.work, pageInHand)
  const hasCases = useHasCases()
  return inHand && hasCases ? <StoryAndCases page={inHand.interaction.id} /> : <StoryPane />
}

/** Each customer begins with the story; a choice stays with the customer it was made for. */
function StoryAndCases({ page }: { page: InteractionId }) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<ReadonlyMap<InteractionId, Key>>(new Map())
  const opened = useStore(useDesk().stores.cases, (state) => state.open?.record.id)
  const [seen, setSeen] = useState(opened)
  // A case that is opened beside the call comes into sight; without a second paint.
  if (seen !== opened) {
    setSeen(opened)
    if (opened !== undefined) setChosen((before) => new Map(before).set(page, 'case'))
  }
  return (
    <Tabs
      className="folded-tabs side-tabs"
      selectedKey={chosen.get(page) ?? 'story'}
      onSelectionChange={(key) => setChosen((before) => new Map(before).set(page, key))}
    >
      <TabList aria-label={say('cases.beside')} className="tabs">
        <Tab id="story">{say('story.heading')}</Tab>
        <Tab id="case">
          <CaseTabName />
        </Tab>
      </TabList>
      <TabPanel id="story">
        <StoryPane />
      </TabPanel>
      <TabPanel id="case">
        <CasesInHand />
      </TabPanel>
    </Tabs>
  )
}

/** With how many there are, once that is known. */
export function CaseTabName() {
  const { say } = useWords()
  const count = useStore(useDesk().stores.cases, ({ inHand }) => inHand?.records.length ?? 0)
  return count > 0 ? say('cases.tab.case.count', { count }) : say('cases.tab.case')
}
