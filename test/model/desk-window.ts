import { problem } from '../../renderer/domain/problem.ts'
import { failed, ok } from '../../renderer/domain/result.ts'
import { seededRandom } from '../../renderer/domain/seeded-random.ts'
import type { CaseAccess } from '../../renderer/ports/case-access.ts'
import { createCases } from '../../renderer/services/cases/create-cases.ts'
import { createProblems } from '../../renderer/services/problems.ts'
import { nothingSpared } from '../../renderer/services/story/spared.ts'
import { createCaseStore } from '../../renderer/state/case-store.ts'
import { createProblemStore } from '../../renderer/state/problem-store.ts'
import { createCaseSystemStandIn } from '../stand-ins/case-system.ts'
import { site } from '../stand-ins/case-system/site.ts'
import type { Wire } from '../stand-ins/case-system/wire.ts'
import { gated, gatedStore, gatedSystem } from './gates.ts'
import type { DeskWindow } from './open-window.ts'
import { drawFault, user } from './world.ts'
import type { OpenDisk, World } from './world.ts'

const realm = 'benefits'

export function openWindow(world: World, owner: string, { store, close }: OpenDisk): DeskWindow {
  const gate = { turnstile: world.turnstile, owner }
  const timing = world.clock.for(owner, () => world.skew)
  const { system, wire } = createCaseSystemStandIn({
    user,
    server: world.server,
    ...serverTime(world, owner),
  })
  wire.meetAlways(() => drawFault(world))
  if (!world.isUp) wire.goDown()
  if (!world.isSignedIn) wire.signOut()
  const state = createCaseStore()
  const problems = createProblems(createProblemStore(), { report: () => undefined })
  const networks = new Set<() => void>()
  const cases = createCases({
    ...{ timing, state, problems, settleMilliseconds: world.settle, newId: () => newId(world) },
    store: gatedStore(store, gate, world.windows),
    journal: { ...journalOf(world, owner), close: () => undefined },
    access: gated(accessOver(world, wire), gate, 'access'),
    systemFor: () => gatedSystem(system, gate),
    isPrivate: () => false,
    spared: () => Promise.resolve(nothingSpared),
    oneWindow: world.locks.for(owner),
    room: gated(
      { persist: () => Promise.resolve(true), estimate: () => Promise.resolve(undefined) },
      gate,
      'room',
    ),
    computer: {
      onWoke: () => () => undefined,
      onNetwork(listener) {
        const hear = () => listener('online')
        networks.add(hear)
        return () => networks.delete(hear)
      },
    },
    random: seededRandom(world.opened),
    restoredReply: (text) => `This was sent to the customer before: ${text}`,
  })
  const network = () => networks.forEach((hear) => hear())
  const window: DeskWindow = { owner, desk: cases.desk, state, wire, network, close, hasFailed: false }
  void cases.begin({ realm, site, account: undefined }).then((began) => (window.hasFailed = !began))
  return window
}

/** What a request meets on its way goes on when the window that sent it has ended. */
const serverTime = ({ clock }: World, owner: string) => clock.for(`${owner}'s requests`, () => 0)

const journalOf = ({ journal, turnstile }: World, owner: string) =>
  gated(journal.journal, { turnstile, owner }, 'journal')

/** Unlike any other, on this computer, for ever. */
function newId(world: World): string {
  world.ids += 1
  return `00000000-0000-4000-8000-${String(world.ids).padStart(12, '0')}`
}

/** A session, as long as the case system accepts it. */
function accessOver(world: World, wire: Wire): CaseAccess {
  return {
    signIn: (_, account) => {
      if (!world.isUp) return Promise.resolve(failed(problem('cases-unreachable')))
      if (!world.isSignedIn && !account) return Promise.resolve(failed(problem('cases-sign-in-needed')))
      world.isSignedIn = true
      wire.signIn()
      return Promise.resolve(ok(user))
    },
    signOut: () => Promise.resolve(),
    knownUser: () => Promise.resolve(user),
  }
}
