import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import { createJournal } from '../../../renderer/adapters/desktop/journal.ts'
import { readLine, writeLine } from '../../../renderer/adapters/desktop/journal-lines.ts'
import type { CaseEdit } from '../../../renderer/domain/case-edit.ts'
import type { FieldKey } from '../../../renderer/domain/case-field.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import type { EntryState, OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'

const attachment = { id: 'file-1', name: 'lettre.pdf', type: 'application/pdf', size: undefined }
const fields: readonly (readonly [FieldKey, readonly string[]])[] = [
  ['subject', ['Prestation jamais reçue']],
  ['requestors', ['amelie@example.org']],
  ['custom:__proto__', ['a', 'b']],
  ['custom:constructor', ['\ud800 alone']],
]
const edits: readonly CaseEdit[] = [
  { kind: 'create', fields: new Map(fields), text: 'Elle attend depuis mars.', attachments: [] },
  { kind: 'change', step: { field: 'custom:Région', before: [], after: ['Est'] } },
  { kind: 'note', text: 'Rappeler lundi', attachments: [attachment], purpose: 'promise' },
  { kind: 'reply', text: 'Bonjour', attachments: [{ ...attachment, id: 'file-2', size: 7 }] },
  { kind: 'link', link: { kind: 'parent', target: '17' }, remove: false },
]
const states: readonly EntryState[] = [
  { kind: 'waiting', tries: 0, notBefore: 0 },
  { kind: 'sending', tries: 1, since: 5 },
  { kind: 'checking', tries: 2, since: 5, notBefore: 9 },
  { kind: 'asking', since: 5 },
  { kind: 'conflict', theirs: ['Ouest'], by: undefined, at: 9 },
  { kind: 'set-aside', why: 'invalid', detail: 'Status …', at: 9 },
  { kind: 'sent', at: 9, event: '117' },
  { kind: 'withdrawn', at: 9, why: 'undone' },
]

const entry = (number: number, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: asEntryId(`entry-${number}`),
  case: asCaseId('case-1'),
  order: number,
  writtenAt: 1_000 + number,
  edit: edits[2] ?? edit(),
  after: undefined,
  state: { kind: 'waiting', tries: 0, notBefore: 0 },
  ...change,
})
const edit = (): CaseEdit => ({ kind: 'note', text: 'x', attachments: [], purpose: 'note' })
const note = (number: number): OutboxEntry => entry(number, { edit: edit() })
const file = (id: string, ...bytes: number[]) => ({
  id,
  case: asCaseId('case-1'),
  bytes: Uint8Array.from(bytes),
})

/** The main process's side, with lines in memory: one request after the other, each a moment later. */
function createBridge() {
  const kept = { lines: [] as string[], rewritten: 0, damaged: 0, refuses: false }
  let turn: Promise<unknown> = Promise.resolve()
  function answer<T>(work: () => T) {
    const next = turn
      .then(() => new Promise((resolve) => setTimeout(resolve, 1)))
      .then(() => (kept.refuses ? failed(problem('not-saved', false)) : ok(work())))
    turn = next
    return next
  }
  const bridge: Pick<DesktopBridge, 'openJournal' | 'appendJournal' | 'rewriteJournal'> = {
    openJournal: () => answer(() => ({ lines: [...kept.lines], damaged: kept.damaged })),
    appendJournal: ({ lines }) => answer(() => void kept.lines.push(...lines)),
    rewriteJournal: ({ lines }) =>
      answer(() => {
        kept.rewritten += 1
        kept.lines = [...lines]
        return undefined
      }),
  }
  return { kept, bridge }
}

describe('the journal of a window', () => {
  it('gives back every kind of edit in every state, whole', async () => {
    const { bridge } = createBridge()
    const journal = createJournal(bridge)
    await journal.open('benefits')
    const entries = edits.flatMap((one, row) =>
      states.map((state, column) => entry(row * 10 + column, { edit: one, state, after: '12' })),
    )
    for (const one of entries) expect(await journal.append(one, [])).toEqual(done)
    expect(await createJournal(bridge).open('benefits')).toEqual(ok({ entries, files: [], damaged: 0 }))
  })

  it('knows the last state of each, in the order in which they were written', async () => {
    const { bridge } = createBridge()
    const journal = createJournal(bridge)
    await journal.open('benefits')
    await Promise.all([journal.append(note(2), []), journal.append(note(1), []), journal.append(note(3), [])])
    const sent: EntryState = { kind: 'sent', at: 9, event: undefined }
    await journal.settle([{ id: note(1).id, state: sent }])
    await journal.forget([note(3).id])
    await journal.settle([{ id: asEntryId('nobody'), state: sent }])
    expect(await createJournal(bridge).open('benefits')).toEqual(
      ok({ entries: [note(2), { ...note(1), state: sent }], files: [], damaged: 0 }),
    )
  })

  it('keeps the files of an entry as long as the entry', async () => {
    const { bridge } = createBridge()
    const journal = createJournal(bridge)
    await journal.open('benefits')
    const large = new Uint8Array(100_001).map((_, at) => at * 7)
    await journal.append(entry(1), [{ ...file('file-1'), bytes: large }])
    await journal.append(entry(2, { edit: edits[3] ?? edit() }), [
      file('file-2', 0, 255, 128),
      file('stray', 1),
    ])
    const again = createJournal(bridge)
    expect(await again.open('benefits')).toMatchObject({
      value: { files: [{ id: 'file-1', bytes: large }, file('file-2', 0, 255, 128)] },
    })
    await again.forget([entry(1).id])
    expect(await again.open('benefits')).toMatchObject({ value: { files: [{ id: 'file-2' }] } })
  })

  it('takes nothing before it is open, nor after it was closed, and says what the disk refused', async () => {
    const { bridge, kept } = createBridge()
    const journal = createJournal(bridge)
    const unsaved = failed(problem('not-saved', false))
    expect(await journal.append(note(1), [])).toEqual(unsaved)
    await journal.open('benefits')
    kept.refuses = true
    expect(await journal.append(note(1), [])).toEqual(unsaved)
    kept.refuses = false
    journal.close()
    expect(await journal.append(note(1), [])).toEqual(unsaved)
    expect(kept.lines).toEqual([])
  })

  it('counts what it does not understand, and never drops it', async () => {
    const { bridge, kept } = createBridge()
    const strange = ['', '{', '{"kind":"draft"}', '[]', 'null', '{"kind":"entry","entry":{}}']
    kept.lines = [...strange, writeLine({ kind: 'entry', entry: note(1) }), 'x'.repeat(600_000)]
    kept.lines.push(...Array.from({ length: 3000 }, () => writeLine({ kind: 'entry', entry: note(2) })))
    kept.lines.push(...Array.from({ length: 9000 }, () => writeLine({ kind: 'forget', ids: [note(2).id] })))
    kept.damaged = 2
    expect(await createJournal(bridge).open('benefits')).toEqual(
      ok({ entries: [note(1)], files: [], damaged: 9 }),
    )
    expect([kept.rewritten, kept.lines]).toEqual([
      1,
      [...strange, 'x'.repeat(600_000), writeLine({ kind: 'entry', entry: note(1) })],
    ])
  })

  it('is written anew in the middle of a shift when most of it is over, and nothing that is added meanwhile is lost', async () => {
    const { bridge, kept } = createBridge()
    const journal = createJournal(bridge)
    await journal.open('benefits')
    await journal.append(entry(1), [{ ...file('file-1'), bytes: new Uint8Array(300_000) }])
    const before = journal.append(note(2), [])
    const forgotten = journal.forget([entry(1).id])
    const beside = journal.append(note(3), [])
    await forgotten
    const meanwhile = [journal.append(note(4), []), journal.append(note(5), [])]
    await Promise.all([before, beside, ...meanwhile])
    const again = await journal.open('benefits')
    expect([kept.rewritten, again]).toEqual([
      1,
      ok({ entries: [2, 3, 4, 5].map(note), files: [], damaged: 0 }),
    ])
    expect(kept.lines.join('').length).toBeLessThan(2_000)
  })
})

describe('a line of the journal', () => {
  it('of any text is understood or counted, never anything else (3,000)', () => {
    const whole = edits.map((one, index) =>
      entry(index, { edit: one, state: states[index] ?? entry(1).state }),
    )
    const broken = fc
      .tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([one, at, length, put]) => {
        const text = writeLine({ kind: 'entry', entry: one })
        const from = at % text.length
        return text.slice(0, from) + put + text.slice(from + (length % 8))
      })
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), broken), (text) => {
        const line = readLine(text)
        if (line !== undefined) expect(readLine(writeLine(line))).toEqual(line)
      }),
      { numRuns: 3_000, seed: 20261123 },
    )
  })
})
