import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Key } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { OutcomesPage } from '../outcomes/OutcomesPage.tsx'
import { CustomersColumns } from '../customers/CustomersColumns.tsx'
import { Place } from '../movable.tsx'
import { CasesColumns } from './CasesColumns.tsx'
import { useCasesPage, useCustomersPage, useHasCases, useOutcomesPage } from './cases-page.tsx'

const tabWords = { call: 'cases.tab.call', chat: 'chat.tab' } as const

/** The middle of a wide desk: what is in hand, the cases, the customers, or the outcomes. The call's controls stand above both. */
export function WorkTabs({ page, panels }: { page: HTMLElement; panels: HTMLElement }) {
  const { say } = useWords()
  const [cases, customers, hasCases] = [useCasesPage(), useCustomersPage(), useHasCases()]
  const outcomes = useOutcomesPage()
  const shown = (['outcomes', 'customers', 'cases'] as const).find(
    (one) => ({ cases, customers, outcomes })[one].isShown,
  )
  const choose = (key: Key): void => {
    const page = { cases, customers, outcomes }[String(key)]
    if (page) page.show(true)
    else cases.show(false)
  }
  const channel = useStore(useDesk().stores.work, (state) => pageInHand(state)?.interaction.channel)
  return (
    <Tabs className="folded-tabs work-tabs" selectedKey={shown ?? 'work'} onSelectionChange={choose}>
      <TabList aria-label={say('main.label')} className="tabs">
        <Tab id="work">{say(channel ? tabWords[channel] : 'cases.tab.between')}</Tab>
        {hasCases && <Tab id="cases">{say('cases.heading')}</Tab>}
        <Tab id="customers">{say('customers.heading')}</Tab>
        <Tab id="outcomes">{say('outcomes.heading')}</Tab>
      </TabList>
      <TabPanel id="work" className="work-panel">
        <Place of={page} />
      </TabPanel>
      {hasCases && (
        <TabPanel id="cases" className="work-panel">
          <CasesColumns panels={panels} />
        </TabPanel>
      )}
      <TabPanel id="customers" className="work-panel">
        <CustomersColumns panels={panels} />
      </TabPanel>
      <TabPanel id="outcomes" className="work-panel outcomes-panel">
        <Place of={panels} />
        <OutcomesPage />
      </TabPanel>
    </Tabs>
  )
}
