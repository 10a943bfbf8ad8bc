import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Key } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import { pageInHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { OtherCalls } from './call/OtherCalls.tsx'
import { useDesk } from './desk-context.tsx'
import { InteractionHead } from './InteractionPane.tsx'
import { Place } from './movable.tsx'
import { StoryPane } from './StoryPane.tsx'

/** Too narrow for both: the page and the story behind two tabs, with the call's controls above them in any case. */
export function Folded({ page, panels }: { page: HTMLElement; panels: HTMLElement }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const inHand = useStore(stores.work, pageInHand)
  const [tab, setTab] = useState<Key>('work')
  const [shown, setShown] = useState(inHand?.interaction.id)
  // Another interaction shows its page; React's way of keeping a state in step with another without a second paint.
  if (shown !== inHand?.interaction.id) {
    setShown(inHand?.interaction.id)
    setTab('work')
  }
  return (
    <main className="folded" aria-label={say('main.label')}>
      {inHand && <InteractionHead inHand={inHand} />}
      <OtherCalls />
      <Place of={panels} />
      <Tabs className="folded-tabs" selectedKey={tab} onSelectionChange={setTab}>
        <TabList aria-label={say('main.label')} className="tabs">
          <Tab id="work">{say('now.heading')}</Tab>
          <Tab id="story">{say('story.heading')}</Tab>
        </TabList>
        <TabPanel id="work" className="tab-panel">
          <Place of={page} />
        </TabPanel>
        <TabPanel id="story" className="tab-panel">
          <StoryPane />
        </TabPanel>
      </Tabs>
    </main>
  )
}
