import { drawBetween, type Random } from '../../../renderer/domain/seeded-random.ts'

/** How late a link delivers: `ms`, and up to `jitterMs` more, drawn anew each time. */
export type Delay = { readonly ms: number; readonly jitterMs?: number }

export const NO_DELAY: Delay = { ms: 0 }

/** Milliseconds for one delivery. Draws only where there is jitter, so that a steady delay costs no chance. */
export function drawDelay(random: Random, { ms, jitterMs = 0 }: Delay): number {
  return jitterMs === 0 ? ms : drawBetween(random, ms, ms + jitterMs)
}
