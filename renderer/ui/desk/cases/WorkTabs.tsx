import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { Place } from '../movable.tsx'
import { CasesColumns } from './CasesColumns.tsx'
import { useCasesPage } from './cases-page.tsx'

const tabWords = { call: 'cases.tab.call', chat: 'chat.tab' } as const

/** The middle of a wide desk: what is in hand, or the cases. The call's controls stand above both. */
export function WorkTabs({ page, panels }: { page: HTMLElement; panels: HTMLElement }) {
  const { say } = useWords()
  const { isShown, show } = useCasesPage()
  const channel = useStore(useDesk().stores.work, (state) => pageInHand(state)?.interaction.channel)
  return (
    <Tabs
      className="folded-tabs work-tabs"
      selectedKey={isShown ? 'cases' : 'work'}
      onSelectionChange={(key) => show(key === 'cases')}
    >
      <TabList aria-label={say('main.label')} className="tabs">
        <Tab id="work">{say(channel ? tabWords[channel] : 'cases.tab.between')}</Tab>
        <Tab id="cases">{say('cases.heading')}</Tab>
      </TabList>
      <TabPanel id="work" className="work-panel">
        <Place of={page} />
      </TabPanel>
      <TabPanel id="cases" className="work-panel">
        <CasesColumns panels={panels} />
      </TabPanel>
    </Tabs>
  )
}
