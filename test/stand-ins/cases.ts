import { problem } from '../../renderer/domain/problem.ts'
import type { Problem } from '../../renderer/domain/problem.ts'
import { failed, ok } from '../../renderer/domain/result.ts'
import type { Result } from '../../renderer/domain/result.ts'
import type { CaseAccess } from '../../renderer/ports/case-access.ts'
import type { CaseStore } from '../../renderer/ports/case-store.ts'
import type { Journal } from '../../renderer/ports/journal.ts'
import type { Timing } from '../../renderer/ports/timing.ts'
import { createJournalDisk } from '../model/journal-disk.ts'
import { createWebLocks } from '../model/web-locks.ts'
import { createCaseSystemStandIn } from './case-system.ts'
import type { CaseSystemStandIn } from './case-system.ts'

/** The agent, as the stand-in's case system calls them. */
export const caseUser = 'amelie'

interface KeptElsewhere {
  readonly journals: Map<number, Journal>
  readonly systems: Map<number, CaseSystemStandIn>
}

/**
 * Journals and case systems outlive a desk: one a disk, as there is one database a disk. And no longer than the disks:
 * each file of tests has its own (empty-disk.ts), whatever numbers the file before it gave to its disks.
 */
const keptBeside = new WeakMap<IDBFactory, KeptElsewhere>()

function elsewhere(): KeptElsewhere {
  const known = keptBeside.get(globalThis.indexedDB) ?? { journals: new Map(), systems: new Map() }
  keptBeside.set(globalThis.indexedDB, known)
  return known
}

function kept<T>(all: Map<number, T>, disk: number, make: () => T): T {
  const known = all.get(disk) ?? make()
  all.set(disk, known)
  return known
}

/** Where a desk's cases come from and go to, in memory; the sign-in gives what the test says. */
export function createCasesStandIn({
  disk,
  timing,
  store,
}: {
  disk: number
  timing: Timing
  store: CaseStore
}) {
  const { journals, systems } = elsewhere()
  const system = kept(systems, disk, () =>
    createCaseSystemStandIn({
      user: caseUser,
      now: () => timing.now(),
      after: (milliseconds, call) => timing.after(milliseconds, call),
    }),
  )
  let signIn: Result<string, Problem> = ok(caseUser)
  const access: CaseAccess = {
    signIn: () => Promise.resolve(signIn),
    signOut: () => Promise.resolve(),
    knownUser: () => Promise.resolve(caseUser),
  }
  return {
    system,
    refuse: (code: 'cases-wrong-password' | 'cases-unreachable') => (signIn = failed(problem(code))),
    accept: () => (signIn = ok(caseUser)),
    needs: {
      store,
      access,
      journal: kept(journals, disk, () => createJournalDisk().journal),
      systemFor: () => system.system,
      oneWindow: createWebLocks().for('desk'),
      room: { persist: () => Promise.resolve(true), estimate: () => Promise.resolve(undefined) },
      random: () => 0.5,
      restoredReply: (text: string) => `restored: ${text}`,
      settleMilliseconds: 1000,
    },
  }
}
