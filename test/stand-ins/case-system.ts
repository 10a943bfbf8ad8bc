import type { CaseSystem } from '../../renderer/ports/case-system.ts'
import type { Timing } from '../../renderer/ports/timing.ts'
import { caseSystemOver } from './case-system/port.ts'
import { createCaseServer } from './case-system/server.ts'
import type { CaseServer } from './case-system/server.ts'
import { createWire } from './case-system/wire.ts'
import type { Wire } from './case-system/wire.ts'

interface Needs extends Pick<Timing, 'now'>, Partial<Pick<Timing, 'after'>> {
  /** The agent at the desk; the others of the office are in `case-system/site.ts`. */
  readonly user: string
  /** The same server for another desk. */
  readonly server?: CaseServer
}

export interface CaseSystemStandIn {
  /** What the desk has: everything goes over the wire. */
  readonly system: CaseSystem
  readonly wire: Wire
  /** What others do and see there; its clock is its own, where it was given one. */
  readonly server: CaseServer
}

/** A case system in memory, with a wire that a test can cut. */
export function createCaseSystemStandIn({
  user,
  now,
  after,
  server = createCaseServer(now),
}: Needs): CaseSystemStandIn {
  const wire = createWire({ now, ...(after && { after }) })
  return { system: caseSystemOver({ server, user, wire }), wire, server }
}
