import type { Random } from '../../../renderer/domain/seeded-random.ts'

const kinds = ['note', 'reply', 'change', 'case', 'draft'] as const
export type WriteKind = (typeof kinds)[number]

/** One write, and when the desk is killed after it. */
export interface Kill {
  readonly kind: WriteKind
  /** Occur nowhere else. */
  readonly words: string
  /** Milliseconds after the write was asked for, or after the desk has said that it is saved. */
  readonly after: number
  readonly from: 'asked' | 'said'
  /** Whether the case system can be reached meanwhile. */
  readonly linked: boolean
}

/** Milliseconds. */
const latest = 50

/** @param links how often the case system can be reached, 0 to 1 */
export const drawKill = (random: Random, number: number, links: number): Kill => ({
  kind: kinds[Math.floor(random() * kinds.length)] ?? 'note',
  words: `k${String(number).padStart(4, '0')}w`,
  after: random() * latest,
  from: random() < 0.5 ? 'asked' : 'said',
  linked: random() < links,
})

/** What was asked for in a life, and whether the desk had said that it is saved. */
export interface Asked extends Kill {
  readonly isSaid: boolean
}
