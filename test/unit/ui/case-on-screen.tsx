import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'

import type { CaseEdit } from '../../../renderer/domain/case-edit.ts'
import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import type { CaseQueue, FieldDefinition } from '../../../renderer/domain/case-field.ts'
import { recordWith } from '../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import type { EntryState, OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { CaseDesk, ChosenFile, NewCase } from '../../../renderer/services/cases/case-desk.ts'
import type { CaseState, OpenCase } from '../../../renderer/state/case-store.ts'
import { createChatStore } from '../../../renderer/state/chat-store.ts'
import { createKnowledgeStore } from '../../../renderer/state/knowledge-store.ts'
import type { KnowledgeState } from '../../../renderer/state/knowledge-store.ts'
import { createShiftStore } from '../../../renderer/state/shift-store.ts'
import { createWorkStore } from '../../../renderer/state/work-store.ts'
import type { WorkState } from '../../../renderer/state/work-store.ts'
import { CasesPageProvider } from '../../../renderer/ui/desk/cases/cases-page.tsx'
import { DeskProvider } from '../../../renderer/ui/desk/desk-context.tsx'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { NowProvider } from '../../../renderer/ui/desk/use-now.tsx'
import { WordsProvider } from '../../../renderer/ui/frame/words.tsx'
import { shiftStart } from '../../make.ts'
import { createCaseDeskStandIn, makeCase } from '../../stand-ins/case-desk.ts'

const define = (
  key: FieldDefinition['key'],
  kind: FieldDefinition['kind'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  ...{ key, label: key.replace('custom:', ''), kind, several: false, options: [], writable: true },
  ...more,
})

/** A queue with one field of each kind. */
export const benefits: CaseQueue = {
  name: 'Benefits',
  statuses: ['new', 'open', 'stalled', 'resolved'],
  fields: [
    define('subject', 'text'),
    define('status', 'choice', { options: ['new', 'open', 'stalled', 'resolved'] }),
    define('owner', 'person'),
    define('priority', 'number'),
    define('due', 'date-time'),
    define('requestors', 'person', { several: true }),
    define('custom:Programme', 'choice', { options: ['Family', 'Old age'] }),
    define('custom:Documents', 'choice', { several: true, options: ['Passport', 'Birth certificate'] }),
    define('custom:Scan', 'other', { writable: false }),
  ],
}

let entries = 0

/** Something that was written here about case-1. */
export function makeEntry(edit: CaseEdit, state: EntryState = { kind: 'waiting', tries: 0, notBefore: 0 }) {
  entries += 1
  const entry: OutboxEntry = {
    ...{ id: asEntryId(`entry-${String(entries)}`), case: asCaseId('case-1'), order: entries },
    ...{ writtenAt: shiftStart + entries * 1000, edit, after: undefined, state },
  }
  return entry
}

export const makeNote = (text: string): CaseEdit => ({
  ...{ kind: 'note', text, attachments: [], purpose: 'note' },
})

export const makeEvent = (id: string, event: Partial<CaseEvent> = {}): CaseEvent => ({
  ...{ id, kind: 'note', at: shiftStart - 86_400_000, by: 'dana', text: '', attachments: [] },
  ...{ change: undefined, ...event },
})

/** A case as it is open, with what was written here counted in. */
export function makeOpen(
  record: CaseRecord = makeCase(),
  { events = [], entries: own = [] }: Partial<Pick<OpenCase, 'events' | 'entries'>> = {},
): OpenCase {
  return {
    record: recordWith(record, { entries: own, inactive: ['resolved'] }),
    ...{ events, entries: own, saved: 'saved' },
  }
}

export interface ShowOptions {
  readonly language?: Language
  readonly cases?: Partial<CaseState>
  readonly work?: Partial<WorkState>
  readonly knowledge?: Partial<KnowledgeState>
  /** Whether what is written gets onto the disk. */
  readonly disk?: 'works' | 'refuses'
}

/** A part of the desk's screen, with its verbs written down and its drafts kept. */
export function show(
  part: ReactNode,
  { language = 'en', cases, work, knowledge, disk = 'works' }: ShowOptions = {},
) {
  const standIn = createCaseDeskStandIn({ queues: [benefits], ...cases })
  const files: ChosenFile[] = []
  const begun: NewCase[] = []
  const problems: string[] = []
  const written = async (what: Promise<boolean>): Promise<boolean> => (await what) && disk === 'works'
  const desk: CaseDesk = {
    ...standIn.desk,
    note: (id, text, chosen = []) => {
      files.push(...chosen)
      return written(standIn.desk.note(id, text))
    },
    reply: (id, text, chosen = []) => {
      files.push(...chosen)
      return written(standIn.desk.reply(id, text))
    },
    change: (id, field, value) => written(standIn.desk.change(id, field, value)),
    begin: (wanted) => {
      begun.push(wanted)
      return standIn.desk.begin(wanted)
    },
    draft: (id, values) =>
      standIn.store.setState(({ drafts }) => {
        const kept = new Map(drafts)
        if (values) kept.set(id, values)
        else kept.delete(id)
        return { drafts: kept }
      }),
  }
  const workStore = createWorkStore()
  workStore.setState(work ?? {})
  const knowledgeStore = createKnowledgeStore()
  knowledgeStore.setState(knowledge ?? {})
  const shown = {
    stores: {
      ...{ cases: standIn.store, chats: createChatStore(), work: workStore, shift: createShiftStore() },
      knowledge: knowledgeStore,
    },
    cases: desk,
    dialling: { dial: () => Promise.resolve(true) },
    problems: {
      show: ({ code }: { code: string }) => problems.push(code),
      clear: () => undefined,
    },
    now: () => shiftStart,
    // The parts of the desk that have to do with calls are not asked here.
  } as unknown as Desk
  const { container } = render(
    <WordsProvider language={language}>
      <DeskProvider value={shown}>
        <NowProvider>
          <CasesPageProvider>{part}</CasesPageProvider>
        </NowProvider>
      </DeskProvider>
    </WordsProvider>,
  )
  const { store, asked } = standIn
  return { store, asked, files, begun, problems, container, user: userEvent.setup() }
}

/** A file as the agent's computer has it. @param bytes how large it says that it is */
export function makeFile(name: string, bytes = 3): File {
  const file = new File(['abc'], name, { type: 'text/plain' })
  Object.defineProperty(file, 'size', { value: bytes })
  return file
}
