import { drawBetween, seededRandom, type Random } from '../../../renderer/domain/seeded-random.ts'

export const faultKinds = ['reset', 'stall', 'mute-server', 'mute-desk', 'reload', 'kill'] as const
export type FaultKind = (typeof faultKinds)[number]

/** Something that goes wrong just before the message of that number. */
export interface ChatFault {
  readonly before: number
  readonly kind: FaultKind
  /** Milliseconds. */
  readonly lasts: number
}

/** Milliseconds: the shortest is over before anybody notices, the longest makes the desk give its socket up. */
const lengths: Readonly<Record<FaultKind, readonly [number, number]>> = {
  reset: [0, 500],
  stall: [100, 4000],
  'mute-server': [100, 4000],
  'mute-desk': [100, 4000],
  reload: [0, 1],
  kill: [0, 500],
}

/** Each run has a killed server and a reloaded page, and three faults more. */
export function drawFaults(seed: number, messages: number): readonly ChatFault[] {
  const random = seededRandom(seed)
  const kinds: readonly FaultKind[] = ['kill', 'reload', drawn(random), drawn(random), drawn(random)]
  return kinds
    .map((kind) => ({
      kind,
      before: Math.floor(drawBetween(random, 1, messages)),
      lasts: Math.round(drawBetween(random, ...lengths[kind])),
    }))
    .sort((a, b) => a.before - b.before)
}

const drawn = (random: Random): FaultKind =>
  faultKinds[Math.floor(drawBetween(random, 0, faultKinds.length))] ?? 'reset'
