import type { Harm } from '../../model/invariants.ts'
import type { CaseOffice, Told } from '../../shift/case-office.ts'
import type { Asked } from './draw-kill.ts'
import type { WriteKind } from './draw-kill.ts'

export interface Harmed {
  readonly harm: Harm
  readonly what: string
}

/** How often something of this kind is at the case system; a field may be set to the same value again. */
const timesThere: Readonly<Record<WriteKind, (told: Told) => number>> = {
  note: ({ notes }) => notes,
  reply: ({ replies, mails }) => Math.max(replies, mails),
  change: ({ set }) => Math.min(set, 1),
  case: ({ begun }) => begun,
  draft: ({ notes }) => notes * 2,
}

/** What is wrong with one write when everything has had its time: what was not said to be saved may be there or not. */
export function harmIn({ kind, words, after, isSaid }: Asked, office: CaseOffice): readonly Harmed[] {
  const told = office.told(words)
  const times = timesThere[kind](told)
  const what = `${kind} ${words}, killed after ${after.toFixed(1)} ms, ${isSaid ? 'said' : 'not said'}: ${JSON.stringify(told)}`
  if (times > 1) return [{ harm: 'doubled', what }]
  return times === 0 && isSaid ? [{ harm: 'lost', what }] : []
}
