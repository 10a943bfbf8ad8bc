import * as v from 'valibot'

import { checkFindings, checkSteps } from '../../domain/line-check.ts'
import type { LineCheckReport } from '../../domain/line-check.ts'

/** A test of the equipment on the disk, in clear: it is about this computer, and nobody is in it. */
export interface LineCheckRow {
  readonly at: number
  readonly results: LineCheckReport['results']
}

/** Dexie's indexes of the table. */
export const lineCheckIndexes = 'at'

const figure = v.exactOptional(v.number())

const Stored = v.object({
  at: v.number(),
  results: v.array(
    v.object({
      step: v.picklist(checkSteps),
      verdict: v.picklist(['passed', 'failed', 'left-out']),
      finding: v.picklist(checkFindings),
      figures: v.object({ roundTrip: figure, jitter: figure, lost: figure, mos: figure, level: figure }),
    }),
  ),
})

/** `undefined` for a row that no version of the desk has written. */
export function fromLineCheckRow(row: LineCheckRow): LineCheckReport | undefined {
  const parsed = v.safeParse(Stored, row)
  return parsed.success ? parsed.output : undefined
}
