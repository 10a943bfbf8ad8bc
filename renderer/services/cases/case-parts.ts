import type { CaseId, EntryId } from '../../domain/ids.ts'
import type { Realm } from '../../domain/setup.ts'
import { canBeUndone } from '../../domain/outbox.ts'
import { problem } from '../../domain/problem.ts'
import type { Unanswered } from '../../ports/case-system.ts'
import { createCaseBook } from './case-book.ts'
import { createCaseCommands } from './case-commands.ts'
import { createCaseDecisions } from './case-decisions.ts'
import { createCaseDrafts } from './case-drafts.ts'
import { createCaseFetching } from './case-fetching.ts'
import { createCaseFiles } from './case-files.ts'
import { createCaseKeeping } from './case-keeping.ts'
import { createCaseLink } from './case-link.ts'
import { createCasePull } from './case-pull.ts'
import { createReconcile } from './case-reconcile.ts'
import { createRestored } from './case-restored.ts'
import { createCaseScreen } from './case-screen.ts'
import { createCaseSearch } from './case-search.ts'
import { createCaseSession } from './case-session.ts'
import { settled } from './case-shift.ts'
import type { CaseNeeds, CaseShift } from './case-shift.ts'
import { createCaseWriting } from './case-writing.ts'
import { createInTurn } from './in-turn.ts'
import { createJournalTurn } from './journal-turn.ts'
import { createNewestEvent } from './newest-event.ts'
import { createOutboxDrain } from './outbox-drain.ts'
import { createUnconfirmed } from './unconfirmed.ts'

export interface PartNeeds extends CaseNeeds {
  readonly shift: () => CaseShift | undefined
  /** Looks at the case system at once. */
  readonly look: () => void
}

/** The parts of the desk's work with cases, each with what it needs of the others. */
export function createCaseParts(needs: PartNeeds) {
  const { store, journal, timing, random, newId, problems, state, access, shift } = needs
  const system = () => shift()?.system
  const remoteTurn = createInTurn<CaseId>()
  const newest = createNewestEvent()
  const journalTurn = createJournalTurn()
  const screen = createCaseScreen({ store, state, timing, problems })
  const link = createCaseLink({ state, timing, random, attempt: needs.look })
  const book = createCaseBook({
    store,
    inactive: () => shift()?.site.inactive ?? [],
    onChanged(id, { entries }) {
      drain.learn(id, entries)
      forgetUndo((undoable) => entries.some((one) => one.id === undoable && !canBeUndone(one)))
      void screen.follow(id, 'soon')
    },
  })
  /** What cannot be taken back any more is not offered. */
  function forgetUndo(isOver: (undoable: EntryId) => boolean): void {
    const { undoable } = state.getState()
    if (undoable !== undefined && isOver(undoable)) state.setState({ undoable: undefined })
  }

  const writing = createCaseWriting({
    book,
    journal,
    journalTurn,
    timing,
    newId,
    onWritten: () => drain.wake(),
  })
  const session = createCaseSession({
    ...{ access, systemFor: needs.systemFor, state, problems, link, shift, timing },
    onSignedIn: needs.look,
  })

  /** What an answer says about the link. */
  function heard(answer: { readonly kind: 'answer' } | Unanswered): void {
    if (answer.kind === 'answer' || answer.kind === 'refused') link.answered()
    if (answer.kind === 'unreached') link.lost()
    if (answer.kind === 'signed-out') session.ended()
    if (answer.kind === 'not-understood') problems.show(problem('cases-not-understood'))
  }

  /** The same, for a question that every case system can answer: one that cannot is none. */
  function heardOfAll(answer: { readonly kind: 'answer' } | Unanswered): void {
    heard(answer)
    if (answer.kind === 'answer') problems.clear('cases-not-understood')
    if (answer.kind === 'not-understood') link.lost()
  }

  async function isAlive(): Promise<boolean> {
    const known = await store.known()
    const answer = await system()?.changes(known.ok ? known.value.cursor : undefined)
    if (answer) heardOfAll(answer)
    return answer?.kind === 'answer'
  }

  const fetching = createCaseFetching({
    ...{ store, book, system, remoteTurn, heard, onEarlier: newest.suspect, user: () => shift()?.user },
    onProgress: (progress) => state.setState({ progress }),
  })
  const restored = createRestored({
    ...{ store, fetching, writing, problems, restoredReply: needs.restoredReply },
    user: () => shift()?.user,
  })
  const drain = createOutboxDrain({
    ...{ store, book, writing, link, timing, random, remoteTurn, isAlive, newest },
    settleMilliseconds: needs.settleMilliseconds ?? settled,
    onSignedOut: () => session.ended(),
    async complete(id) {
      const known = await store.case(id)
      const record = known.ok ? known.value : undefined
      const number = record?.historyTo === undefined ? record?.server.number : undefined
      if (number !== undefined) await fetching.fetch(number)
    },
    sending() {
      const current = shift()
      return current?.system && current.user !== undefined
        ? { system: current.system, user: current.user, queues: state.getState().queues }
        : undefined
    },
  })
  const reconcile = createReconcile({
    ...{ store, journal, book, timing, problems },
    onSent({ at, event }) {
      newest.stamp(at)
      newest.see(event)
    },
  })
  const files = createCaseFiles({ store, problems, newId, system })
  return {
    ...{ screen, link, book, session, fetching, drain, system, newest },
    pulling: createCasePull({
      ...{ store, fetching, timing, system, heard: heardOfAll, onRestored: restored },
      newest,
      unconfirmed: createUnconfirmed(store),
      onQueues: (queues) => state.setState({ queues }),
    }),
    files,
    drafts: createCaseDrafts({ store, state, timing, problems, isPrivate: needs.isPrivate }),
    search: createCaseSearch({ store, state, fetching, system }),
    keeping: createCaseKeeping({
      ...{ store, room: needs.room, state, timing, problems, spared: needs.spared },
      keepDays: () => shift()?.site.keepDays ?? 30,
    }),
    commands: createCaseCommands({ book, writing, screen, files, state, problems, newId }),
    decisions: createCaseDecisions({
      ...{ store, writing, timing, problems },
      async onDecided({ id: entry, case: id }) {
        forgetUndo((undoable) => undoable === entry)
        await screen.follow(id, 'now')
        drain.wake()
      },
    }),
    reconcile: (realm: Realm) => journalTurn.compare(() => reconcile(realm)),
  }
}

export type CaseParts = ReturnType<typeof createCaseParts>
