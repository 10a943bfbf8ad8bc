import type { CaseEdit } from '../../domain/case-edit.ts'
import { fieldOf, withField } from '../../domain/case.ts'
import { sameValue } from '../../domain/case-field.ts'
import type { CaseId, EntryId } from '../../domain/ids.ts'
import { asCaseId } from '../../domain/ids.ts'
import { keptNote, promiseNote } from '../../domain/promise.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'
import type { CaseBook, Known } from './case-book.ts'
import type { CaseDesk, ChosenFile, NewCase } from './case-desk.ts'
import type { createCaseFiles } from './case-files.ts'
import type { CaseScreen } from './case-screen.ts'
import type { CaseWriting } from './case-writing.ts'

export interface CommandNeeds {
  readonly book: CaseBook
  readonly writing: CaseWriting
  readonly screen: CaseScreen
  readonly files: ReturnType<typeof createCaseFiles>
  readonly state: CaseStateStore
  readonly problems: Problems
  readonly newId: () => string
}

export type CaseCommands = Pick<
  CaseDesk,
  'begin' | 'change' | 'note' | 'reply' | 'link' | 'promise' | 'keepPromise' | 'pin'
> & { disposition(id: CaseId, text: string): Promise<boolean> }

/** What an agent writes about cases: on the disk, on the screen, and then on its way. */
export function createCaseCommands({
  book,
  writing,
  screen,
  files,
  state,
  problems,
  newId,
}: CommandNeeds): CaseCommands {
  const saved = (id: CaseId, how: 'saving' | 'saved' | 'unsaved'): void =>
    state.setState(({ open }) => (open?.record.id === id ? { open: { ...open, saved: how } } : {}))

  /** What can be taken back by one key is what was changed last; a note is taken back where it stands. */
  async function write(
    id: CaseId,
    edit: CaseEdit,
    { files: chosen = [], lately }: { files?: readonly ChosenFile[] | undefined; lately?: Known } = {},
  ): Promise<boolean> {
    const attached = files.attach(id, chosen)
    if (!attached) return false
    saved(id, 'saving')
    const whole = 'attachments' in edit ? { ...edit, attachments: attached.attachments } : edit
    const entry: EntryId | undefined = problems.unwrap(
      await writing.write(id, whole, attached.files, lately && { lately }),
    )
    saved(id, entry === undefined ? 'unsaved' : 'saved')
    if (entry === undefined) return false
    problems.clear('not-saved')
    state.setState({ undoable: entry })
    await screen.follow(id, 'now')
    return true
  }

  const note = (id: CaseId, text: string, purpose: Extract<CaseEdit, { kind: 'note' }>['purpose']) =>
    write(id, { kind: 'note', text, attachments: [], purpose })

  return {
    async begin(begun) {
      const id = asCaseId(newId())
      const written = await write(
        id,
        { kind: 'create', fields: fieldsOf(begun), text: begun.text, attachments: [] },
        { files: begun.files },
      )
      return written ? id : undefined
    },

    async change(id, field, value) {
      const known = problems.unwrap(await book.recall(id))
      if (!known?.record) return false
      const before = fieldOf(known.record.current, field)
      if (sameValue(before, value)) return true
      return write(id, { kind: 'change', step: { field, before, after: value } }, { lately: known })
    },

    note: (id, text, chosen) =>
      write(id, { kind: 'note', text, attachments: [], purpose: 'note' }, { files: chosen }),
    reply: (id, text, chosen) => write(id, { kind: 'reply', text, attachments: [] }, { files: chosen }),
    link: (id, link, remove = false) => write(id, { kind: 'link', link, remove }),
    disposition: (id, text) => note(id, text, 'disposition'),
    async promise(id, { id: given, ...promised }) {
      const known = given === undefined ? undefined : problems.unwrap(await book.recall(id))
      if (known?.record?.promises.some((one) => one.id === given)) return true
      return note(id, promiseNote({ ...promised, id: given ?? newId(), keptAt: undefined }), 'promise')
    },
    keepPromise: (id, promised) => note(id, keptNote(promised), 'promise-kept'),

    async pin(id, pinned) {
      problems.unwrap(await book.revise(id, ({ record }) => record && { record: { ...record, pinned } }))
      await screen.follow(id, 'now')
    },
  }
}

function fieldsOf({ queue, subject, requestors, fields }: NewCase): NewCase['fields'] {
  const all = withField(withField(fields, 'queue', [queue]), 'subject', subject === '' ? [] : [subject])
  return withField(all, 'requestors', requestors)
}
