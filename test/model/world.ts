import { seededRandom } from '../../renderer/domain/seeded-random.ts'
import type { Random } from '../../renderer/domain/seeded-random.ts'
import type { CaseStore } from '../../renderer/ports/case-store.ts'
import { createCaseServer } from '../stand-ins/case-system/server.ts'
import type { CaseServer } from '../stand-ins/case-system/server.ts'
import type { Kept } from '../stand-ins/case-system/kept.ts'
import type { Fault } from '../stand-ins/case-system/wire.ts'
import type { DeskWindow } from './open-window.ts'
import type { Windows } from './gates.ts'
import { createJournalDisk } from './journal-disk.ts'
import type { JournalDisk } from './journal-disk.ts'
import { createLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import type { Schedule } from './schedule.ts'
import { createTurnstile } from './turnstile.ts'
import type { Turnstile } from './turnstile.ts'
import { createVirtualClock } from './virtual-clock.ts'
import type { VirtualClock } from './virtual-clock.ts'
import { createWebLocks } from './web-locks.ts'

export const user = 'amelie'
/** Milliseconds after which nothing that was given up can still arrive. */
export const settle = 40_000
/** Monday, 23 November 2026, 13:00 UTC. */
const start = Date.UTC(2026, 10, 23, 13)
/** More than any schedule needs: a desk that never comes to rest goes round in a circle. */
const mostTurns = 6000

export interface OpenDisk {
  readonly store: CaseStore
  readonly close: () => void
}

/** Where the cases of this computer are. */
export interface Disk {
  /** Each window has its own way to it. */
  readonly open: () => Promise<OpenDisk>
  /** The browser has thrown the database away. */
  readonly wipe: () => Promise<void>
  readonly end: () => Promise<void>
}

/** A desk, its computer, the case system and the people there. */
export interface World {
  readonly random: Random
  readonly clock: VirtualClock
  readonly turnstile: Turnstile
  readonly server: CaseServer
  readonly journal: JournalDisk
  readonly windows: Windows
  readonly locks: ReturnType<typeof createWebLocks>
  readonly ledger: Ledger
  readonly disk: Disk
  /** To look at what is on the disk, past everything. */
  readonly raw: () => CaseStore
  readonly desks: DeskWindow[]
  backup: Kept | undefined
  skew: number
  /** Milliseconds, see `settle`, as the desk has it. */
  settle: number
  isUp: boolean
  isSignedIn: boolean
  /** Percent of the requests. */
  weather: number
  readonly cures: (() => void)[]
  opened: number
  /** The last id that was given out. */
  ids: number
}

export async function createWorld(schedule: Schedule, disk: Disk): Promise<World> {
  const random = seededRandom(schedule.seed)
  const clock = createVirtualClock(start)
  let raw = await disk.open()
  const world: World = {
    ...{ random, clock, turnstile: createTurnstile(random), server: createCaseServer(clock.now) },
    ...{ journal: createJournalDisk(), windows: { isFull: false, listeners: new Map() } },
    ...{
      locks: createWebLocks(),
      ledger: createLedger(),
      desks: [],
      backup: undefined,
      cures: [],
      opened: 0,
      ids: 0,
    },
    ...{ skew: schedule.skew, settle, weather: schedule.weather, isUp: true, isSignedIn: true },
    disk: {
      ...disk,
      wipe: async () => {
        await disk.wipe()
        raw = await disk.open()
      },
    },
    raw: () => raw.store,
  }
  return world
}

/** What one request meets in this weather. */
export function drawFault({ random, weather }: World): Fault {
  if (random() * 100 >= weather) return { kind: 'none' }
  return faults(random())[Math.floor(random() * 8)] ?? { kind: 'none' }
}

/** @param part 0 to 1 */
export const faults = (part: number): readonly Fault[] => [
  { kind: 'lose-request', arrived: 'no' },
  { kind: 'lose-request', arrived: 'perhaps' },
  { kind: 'lose-answer' },
  { kind: 'lose-answer' },
  { kind: 'late', by: Math.floor(part * (settle - 1000)) },
  { kind: 'slow', by: Math.floor(part * 9000) },
  { kind: 'nonsense', isDone: part < 0.5 },
  { kind: 'slow', by: Math.floor(part * 100) },
]

/** Lets so many things happen, at most. */
export async function turn({ turnstile }: World, most: number): Promise<void> {
  for (let turns = 0; turns < most; turns += 1) if (!(await turnstile.step())) return
}

/** Until everybody waits for time to pass. */
export async function rest(world: World): Promise<void> {
  for (let turns = 0; turns < mostTurns; turns += 1) if (!(await world.turnstile.step())) return
  throw new NeverAtRest(world.turnstile.taken.slice(-20))
}

/** Time passes; whatever was to happen on the way does. */
export async function pass(world: World, milliseconds: number): Promise<void> {
  const until = world.clock.now() + milliseconds
  await rest(world)
  for (let timers = 0; timers < mostTurns; timers += 1) {
    const next = world.clock.nextUntil(until)
    if (next === undefined) break
    world.clock.moveTo(next)
    await rest(world)
  }
  world.clock.moveTo(until)
  await rest(world)
}

export class NeverAtRest extends Error {
  constructor(last: readonly string[]) {
    super(`the desk does not come to rest: … ${last.join(', ')}`)
  }
}
