import * as v from 'valibot'

import { asCaseId, asContactId, asGuideRunId, asInteractionId } from '../../domain/ids.ts'
import type { CaseId, ContactId, InteractionId } from '../../domain/ids.ts'
import type { GuideRun } from '../../domain/knowledge/guide-run.ts'
import { maybe } from './maybe.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'
import { fieldKey } from './stored-fields.ts'
import { storedAskedAct, storedGuide } from './stored-guide.ts'

/**
 * A guide that is followed, on the disk. What is in clear tells when somebody worked, and nothing of the customer; a run
 * is read from what is sealed alone.
 */
export interface GuideRunRow {
  readonly id: string
  readonly startedAt: number
  /** When anything was last done in it. */
  readonly lastAt: number
  /** Blind index of the interaction. */
  readonly interaction: string
  /** Blind indexes of the contact and the case, while it is running: the index has only those. */
  readonly unfinished: readonly string[]
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const guideRunIndexes = 'id, startedAt, lastAt, interaction, *unfinished'

const text = v.string()
const time = v.number()
const Frame = v.object({ guide: text, step: text })
const caseId = v.pipe(text, v.transform(asCaseId))

const Stored = v.object({
  pack: v.object({ name: text, version: v.number() }),
  guides: v.array(storedGuide),
  interaction: v.pipe(text, v.transform(asInteractionId)),
  contact: maybe(v.pipe(text, v.transform(asContactId))),
  case: maybe(caseId),
  state: v.picklist(['running', 'done', 'abandoned']),
  at: Frame,
  callers: v.array(Frame),
  answers: v.array(
    v.object({
      ...{ field: text, value: maybe(v.union([text, v.number(), v.boolean()])) },
      ...{ guide: text, revision: v.number(), step: text, at: time },
      by: v.picklist(['customer', 'agent', 'desk', 'guide']),
    }),
  ),
  visits: v.array(
    v.object({
      ...{ guide: text, step: text, enteredAt: time, leftAt: maybe(time) },
      how: v.picklist(['begun', 'next', 'back', 'jump', 'resumed']),
    }),
  ),
  trail: v.array(v.object({ ...Frame.entries, callers: v.array(Frame), isPrivate: v.boolean() })),
  isPrivate: v.boolean(),
  waiting: v.array(
    v.object({ act: storedAskedAct, value: maybe(text), guide: text, step: text, id: v.optional(text) }),
  ),
  filled: v.array(
    v.object({ case: caseId, field: fieldKey, value: text, guide: text, step: text, at: time }),
  ),
  startedAt: time,
  endedAt: maybe(time),
})

const place = (id: string): string => `guideRuns/${id}`

export const runInteractionIndex = (keys: StoreKeys, interaction: InteractionId): Promise<string> =>
  blindIndex(keys, 'guideRun.interaction', interaction)

/** Whom a run is found by, as far as they are known. */
export const runOwnerIndexes = (
  keys: StoreKeys,
  of: { readonly contact: ContactId | undefined; readonly case: CaseId | undefined },
): Promise<readonly string[]> =>
  Promise.all([
    ...(of.contact === undefined ? [] : [blindIndex(keys, 'guideRun.contact', of.contact)]),
    ...(of.case === undefined ? [] : [blindIndex(keys, 'guideRun.case', of.case)]),
  ])

/** What no step changes any more is as old as this. */
const lastAt = ({ startedAt, endedAt, answers, visits, filled }: GuideRun): number =>
  [
    endedAt ?? startedAt,
    ...[...answers, ...filled].map(({ at }) => at),
    ...visits.map((visit) => visit.leftAt ?? visit.enteredAt),
  ].reduce((latest, at) => Math.max(latest, at), startedAt)

export async function toGuideRunRow(keys: StoreKeys, run: GuideRun): Promise<GuideRunRow> {
  const { id, ...rest } = run
  const [interaction, unfinished, sealed] = await Promise.all([
    runInteractionIndex(keys, run.interaction),
    run.state === 'running' ? runOwnerIndexes(keys, run) : [],
    seal(keys, place(id), rest),
  ])
  return { id, startedAt: run.startedAt, lastAt: lastAt(run), interaction, unfinished, sealed }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromGuideRunRow(keys: StoreKeys, row: GuideRunRow): Promise<GuideRun> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  return { ...stored, id: asGuideRunId(row.id) }
}
