import type { CaseEvent, EventId } from '../../../renderer/domain/case-event.ts'
import { oneOf } from '../../../renderer/domain/case.ts'
import type { Case, CaseFields, CaseLink, CaseNumber } from '../../../renderer/domain/case.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import { nextStatuses } from './site.ts'

export interface KeptCase {
  readonly number: CaseNumber
  /** The desk's own id, where the case carries one. */
  readonly clientId: CaseId | undefined
  readonly createdAt: number
  readonly fields: CaseFields
  readonly links: readonly CaseLink[]
  readonly mergedInto: CaseNumber | undefined
  readonly isDeleted: boolean
  /** The desk's agents may not see it. */
  readonly isForbidden: boolean
}

export interface Logged {
  readonly event: CaseEvent
  readonly case: CaseNumber
  /** Unique for ever, while the numbers of events are issued again after a restored backup. */
  readonly mark: string
}

/** All that a backup has. */
export interface Kept {
  readonly cases: Map<CaseNumber, KeptCase>
  readonly log: Logged[]
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
}

export const copyOf = ({ cases, log, files }: Kept): Kept => ({
  cases: new Map(cases),
  log: [...log],
  files: new Map(files),
})

/** The case itself, or the one that it was joined to. */
export function standingFor({ cases }: Kept, number: CaseNumber): KeptCase | undefined {
  let one = cases.get(number)
  for (let joined = 0; one?.mergedInto !== undefined && joined < cases.size; joined += 1)
    one = cases.get(one.mergedInto)
  return one
}

/** Of the case and of all that were joined to it, oldest first. */
export const eventsOf = (kept: Kept, { number }: Pick<KeptCase, 'number'>): readonly CaseEvent[] =>
  kept.log.filter((logged) => standingFor(kept, logged.case)?.number === number).map(({ event }) => event)

export const lastEvent = (kept: Kept): EventId => kept.log.at(-1)?.event.id ?? '0'

/** The case as the port tells it. */
export function asCase(kept: Kept, one: KeptCase): Case {
  const { number, createdAt, fields, links } = one
  const last = eventsOf(kept, one).at(-1)
  return {
    id: one.clientId ?? asCaseId(`case-${number}-${Math.floor(createdAt / 1000)}`),
    ...{ number, createdAt, fields, links },
    revision: last?.id ?? '0',
    updatedAt: last?.at ?? createdAt,
    nextStatuses: nextStatuses.get(oneOf(one, 'status') ?? 'new') ?? [],
  }
}
