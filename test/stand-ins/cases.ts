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

/** Journals and case systems outlive a desk: one a disk, as there is one database a disk. */
const journals = new Map<number, Journal>()
const systems = new Map<number, CaseSystemStandIn>()

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
