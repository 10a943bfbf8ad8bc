import type { CaseId } from '../../../../renderer/domain/ids.ts'
import type { CaseStateStore } from '../../../../renderer/state/case-store.ts'
import type { OfflineShift } from './offline-shift.ts'

/** Milliseconds from the verb. */
export interface Written {
  /** Until the screen says that it is saved: edit, outbox and journal are on the disk. */
  readonly saved: number
  /** Until the promise resolves: the screen shows the case, the lists and the counts as they are then. */
  readonly shown: number
}

/** Changes a field of a case that is open, as an agent does, and takes it back. */
export async function change({ desk, state }: OfflineShift, id: CaseId, value: string): Promise<Written> {
  await desk.open(id)
  const begin = performance.now()
  const saving = savedAt(state)
  const isWritten = await desk.change(id, 'priority', [value])
  const shown = performance.now() - begin
  if (!isWritten) throw new Error('a change was not written')
  const saved = (await saving) - begin
  const { undoable } = state.getState()
  if (undoable === undefined || !(await desk.undo(undoable))) throw new Error('a change was not taken back')
  return { saved, shown }
}

const savedAt = (state: CaseStateStore): Promise<number> =>
  new Promise((resolve) => {
    const undo = state.subscribe(({ open }, before) => {
      if (open?.saved !== 'saved' || before.open?.saved !== 'saving') return
      undo()
      resolve(performance.now())
    })
  })

/** Entries that come of one case that is begun here. */
const each = 4

/** What an agent writes in hours without a link: new cases, what is learnt about them, and how they are classed. */
export async function writeDay({ desk }: OfflineShift, entries: number): Promise<void> {
  for (let at = 0; at < entries / each; at += 1) {
    const id = await desk.begin({
      ...{ queue: 'Passports', subject: `Passport by courier (${at})`, files: [] },
      ...{ requestors: [], text: 'The customer travels soon.', fields: new Map() },
    })
    if (id === undefined) throw new Error('a case was not begun')
    const written = [
      await desk.note(id, `The customer called again about request ${at}.`),
      await desk.change(id, 'subject', [`Passport by courier, urgent (${at})`]),
      await desk.note(id, `The photograph of request ${at} has arrived.`),
    ]
    if (written.includes(false)) throw new Error('an entry was not written')
  }
}
