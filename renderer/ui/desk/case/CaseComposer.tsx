import { Handshake, Send, StickyNote } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useStore } from 'zustand'

import type { CaseRecord } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { MessageForm } from './MessageForm.tsx'
import { PromiseForm } from './PromiseForm.tsx'
import { UnlessPrivate } from './UnlessPrivate.tsx'

/** Where the cursor goes to write. */
export const caseComposerId = 'case-composer'

const kinds = ['note', 'reply', 'promise'] as const
type Kind = (typeof kinds)[number]

const icons = { note: StickyNote, reply: Send, promise: Handshake } as const satisfies Record<Kind, unknown>

/** What can be added to a case. It begins with what was begun before. */
export function CaseComposer({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const drafts = useStore(stores.cases, (state) => state.drafts)
  const hasDraft = (kind: Kind): boolean => drafts.has(`${kind}:${record.id}`)
  const [tab, setTab] = useState<Kind>(() => kinds.find(hasDraft) ?? 'note')
  return (
    <section id={caseComposerId} className="case-composer" aria-label={say('compose.label')}>
      <UnlessPrivate case={record.id}>
        <Tabs
          className="folded-tabs"
          selectedKey={tab}
          onSelectionChange={(key) => setTab(kinds.find((kind) => kind === key) ?? 'note')}
        >
          <TabList aria-label={say('compose.label')} className="tabs">
            {kinds.map((kind) => (
              <ComposerTab key={kind} kind={kind} draft={hasDraft(kind) && kind !== tab} />
            ))}
          </TabList>
          <Panel kind="note">
            <MessageForm kind="note" record={record} />
          </Panel>
          <Panel kind="reply">
            <MessageForm kind="reply" record={record} />
          </Panel>
          <Panel kind="promise">
            <PromiseForm record={record} />
          </Panel>
        </Tabs>
      </UnlessPrivate>
    </section>
  )
}

function ComposerTab({ kind, draft }: { kind: Kind; draft: boolean }) {
  const { say } = useWords()
  const Icon = icons[kind]
  return (
    <Tab id={kind}>
      <Icon aria-hidden />
      {say(`compose.tab.${kind}`)} {draft && <span className="tag">{say('compose.draft')}</span>}
    </Tab>
  )
}

const Panel = ({ kind, children }: { kind: Kind; children: ReactNode }) => (
  <TabPanel id={kind} className={`composer-panel ${kind}`}>
    {children}
  </TabPanel>
)
