import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import { problem } from '../../domain/problem.ts'
import { done, failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Realm } from '../../domain/setup.ts'
import type { Journal } from '../../ports/journal.ts'
import { foldJournal } from './journal-fold.ts'
import { writeLine } from './journal-lines.ts'
import type { JournalLine } from './journal-lines.ts'

type Bridge = Pick<DesktopBridge, 'openJournal' | 'appendJournal' | 'rewriteJournal'>

/** Characters below which a journal is not worth being written anew. */
const small = 256 * 1024

/** The journal that the main process keeps. */
export function createJournal(bridge: Bridge): Journal {
  let realm: Realm | undefined
  let turn: Promise<unknown> = Promise.resolve()
  /** Characters that were there when it was read or rewritten last, and that were added since. */
  let size = { read: 0, added: 0 }

  const refused = () => failed(problem('desktop-refused'))
  const unsaved = () => failed(problem('not-saved', false))

  /** Nothing is added meanwhile, or it would be rewritten away. What was added before is there: the bridge keeps order. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  /** Beside other appends, in the order in which they are asked for: those that wait are forced to the disk together. */
  const append = (lines: () => readonly JournalLine[], sync: boolean): Promise<Result<undefined, Problem>> =>
    turn.then(() => send(lines(), sync))

  const read: Journal['open'] = async (from) => {
    const opened = await bridge.openJournal(from).catch(refused)
    if (!opened.ok) return opened
    const { lines, damaged } = opened.value
    const { journaled, kept } = foldJournal(lines, damaged)
    const [whole, live] = [lengthOf(lines), lengthOf(kept)]
    size = { read: whole, added: 0 }
    if (whole > small && live < whole / 2) {
      // Where it is refused, nothing is lost: the next time is early enough.
      const rewritten = await bridge.rewriteJournal({ realm: from, lines: kept }).catch(refused)
      if (rewritten.ok) size = { read: live, added: 0 }
    }
    return ok(journaled)
  }

  async function send(lines: readonly JournalLine[], sync: boolean): Promise<Result<undefined, Problem>> {
    if (lines.length === 0) return done
    if (realm === undefined) return unsaved()
    const texts = lines.map(writeLine)
    const added = await bridge.appendJournal({ realm, lines: texts, sync }).catch(unsaved)
    if (added.ok) size = { ...size, added: size.added + lengthOf(texts) }
    return added
  }

  return {
    open: (from) =>
      alone(async () => {
        const opened = await read(from)
        realm = opened.ok ? from : undefined
        return opened
      }),
    append: (entry, files) =>
      append(
        () => [...files.map((file) => ({ kind: 'file', file }) as const), { kind: 'entry', entry }],
        true,
      ),
    settle: (entries) => append(() => entries.map(({ id, state }) => ({ kind: 'state', id, state })), false),
    async forget(entries) {
      const forgotten = await append(
        () => (entries.length === 0 ? [] : [{ kind: 'forget', ids: entries }]),
        false,
      )
      if (forgotten.ok && size.added > size.read + small)
        void alone(async () => (realm === undefined ? undefined : read(realm)))
      return forgotten
    },
    close() {
      void alone(() => {
        realm = undefined
        return Promise.resolve()
      })
    },
  }
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, { length }) => sum + length, 0)
