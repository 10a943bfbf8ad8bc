import { createOneWindow } from '../../../../renderer/adapters/browser/one-window.ts'
import { createStorageRoom } from '../../../../renderer/adapters/browser/storage-room.ts'
import type { Desktop } from '../../../../renderer/adapters/desktop/desktop.ts'
import { problem } from '../../../../renderer/domain/problem.ts'
import { failed } from '../../../../renderer/domain/result.ts'
import { practiceRealm } from '../../../../renderer/domain/setup.ts'
import type { CaseSite } from '../../../../renderer/domain/setup.ts'
import type { CaseStore } from '../../../../renderer/ports/case-store.ts'
import type { CaseDesk } from '../../../../renderer/services/cases/case-desk.ts'
import { createCases } from '../../../../renderer/services/cases/create-cases.ts'
import { createProblems } from '../../../../renderer/services/problems.ts'
import { nothingSpared } from '../../../../renderer/services/story/spared.ts'
import { createCaseStore } from '../../../../renderer/state/case-store.ts'
import type { CaseStateStore } from '../../../../renderer/state/case-store.ts'
import { createProblemStore } from '../../../../renderer/state/problem-store.ts'

export interface OfflineShift {
  readonly desk: Omit<CaseDesk, 'attach'>
  readonly state: CaseStateStore
  end(): Promise<void>
}

const site: CaseSite = {
  ...({ account: 'password', clientIdField: 'ClientUUID', keepDays: 30 } as const),
  inactive: ['resolved', 'rejected', 'deleted'],
}

/** The desk's work with cases, put together as `compose-desk.ts` does it, on a day when the case system does not answer. */
export async function beginOffline(desktop: Desktop, store: CaseStore): Promise<OfflineShift> {
  const state = createCaseStore()
  const cases = createCases({
    ...{ store, state, journal: desktop.journal, computer: desktop.computer },
    access: {
      signIn: () => Promise.resolve(failed(problem('cases-unreachable'))),
      signOut: () => Promise.resolve(),
      knownUser: () => Promise.resolve('agent-7'),
    },
    systemFor: () => {
      throw new Error('nobody is signed in')
    },
    ...{ oneWindow: createOneWindow(), room: createStorageRoom(), isPrivate: () => false },
    spared: () => Promise.resolve(nothingSpared),
    timing: {
      now: () => Date.now(),
      after(milliseconds, call) {
        const timer = setTimeout(call, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    problems: createProblems(createProblemStore(), desktop.log),
    restoredReply: (text) => text,
  })
  const begun = await cases.begin({ realm: practiceRealm, site, account: undefined })
  if (!begun) throw new Error('the journal was not opened')
  await tidied(state)
  return { desk: cases.desk, state, end: () => cases.end() }
}

/** A shift begins with a look at every case, for what can be forgotten; the room on the disk is looked at last. */
const tidied = (state: CaseStateStore): Promise<void> =>
  new Promise((resolve) => {
    const undo = state.subscribe(({ room }) => {
      if (room === undefined) return
      undo()
      resolve()
    })
  })
