import { randomUUID } from 'node:crypto'

import { CaseCredentials } from '../../../electron/case-credentials.ts'
import { CaseGateway } from '../../../electron/case-gateway.ts'
import type { Keystore } from '../../../electron/secrets.ts'
import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { createRequestTracker } from '../../../renderer/adapters/rt/request-tracker.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { practiceRealm } from '../../../renderer/domain/setup.ts'
import type { CaseAccount, CaseSite } from '../../../renderer/domain/setup.ts'
import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import type { Timing } from '../../../renderer/ports/timing.ts'
import { createCases } from '../../../renderer/services/cases/create-cases.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { nothingSpared } from '../../../renderer/services/story/spared.ts'
import { createCaseStore } from '../../../renderer/state/case-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { createNodeWeb } from '../../contract/cases/node-web.ts'
import { makeKey } from '../../make.ts'
import { createJournalDisk } from '../../model/journal-disk.ts'
import { createWebLocks } from '../../model/web-locks.ts'

/** Milliseconds: how long an answer is waited for, and after which nothing that was given up still arrives. */
export const patience = 2500
const settleMilliseconds = 4000

export interface Seat {
  readonly server: string
  readonly account: CaseAccount
  readonly clientIdField: string
  readonly random: Random
}

/** The statuses in which nothing is left to do. */
export const inactive = ['resolved', 'rejected', 'deleted']

/** Everything of a desk that has to do with cases, from what the screen asks for down to HTTP. */
export async function seatCases({ server, account, clientIdField, random }: Seat) {
  const gateway = gatewayTo(server)
  const site: CaseSite = { account: account.kind, inactive, clientIdField, keepDays: 30 }
  const { records, cases: store } = createDexieStores({ user: () => account.user })
  // A database of its own: each is on the same computer here.
  await records.open(`soak-${account.user}-${randomUUID()}`, makeKey())
  const state = createCaseStore()
  const cases = createCases({
    ...{ store, state, random, timing, settleMilliseconds },
    problems: createProblems(createProblemStore(), { report: () => undefined }),
    newId: () => randomUUID(),
    isPrivate: () => false,
    spared: () => Promise.resolve(nothingSpared),
    journal: createJournalDisk().journal,
    access: {
      signIn: (realm, given) => gateway.signIn(realm, given),
      signOut: (realm, forget) => gateway.signOut(realm, forget),
      knownUser: (realm) => gateway.knownUser(realm),
    },
    systemFor: (user, where) => createRequestTracker({ gateway, user, site: where }),
    oneWindow: createWebLocks().for(account.user),
    room: { persist: () => Promise.resolve(true), estimate: () => Promise.resolve(undefined) },
    computer: { onWoke: () => () => undefined, onNetwork: () => () => undefined },
    restoredReply: (text) => `This was sent to the customer before: ${text}`,
  })
  const begun = await cases.begin({ realm: practiceRealm, site, account })
  if (!begun) throw new Error('the desk does not begin')
  return {
    ...{ desk: cases.desk, state, store, user: account.user },
    records: () => recordsIn(store),
    entries: () => entriesIn(store),
    async leave(): Promise<void> {
      await cases.end()
      records.close()
    },
  }
}

export type SeatedCases = Awaited<ReturnType<typeof seatCases>>

const timing: Timing = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

const quiet = { write: () => undefined }
/** Practice's accounts are never kept, so nothing of it is asked. */
const noKeystore: Keystore = {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptStringAsync: () => Promise.reject(new Error('no keystore')),
  decryptStringAsync: () => Promise.reject(new Error('no keystore')),
}

const gatewayTo = (server: string): CaseGateway =>
  new CaseGateway({
    web: createNodeWeb(),
    serverOf: () => server,
    credentials: new CaseCredentials({ keystore: noKeystore, folder: '/nowhere', log: quiet }),
    userAgent: 'Foyer test',
    log: quiet,
    limits: { milliseconds: patience, bytes: 16 * 1024 * 1024 },
  })

async function recordsIn(store: CaseStore): Promise<readonly CaseRecord[]> {
  const page = await store.scan(undefined, 10_000)
  if (!page.ok) throw new Error(page.problem.code)
  return page.value.records
}

async function entriesIn(store: CaseStore): Promise<readonly OutboxEntry[]> {
  const entries = await store.allEntries()
  if (!entries.ok) throw new Error(entries.problem.code)
  return entries.value
}
