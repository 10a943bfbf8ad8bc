import { seededRandom } from '../../../renderer/domain/seeded-random.ts'

export const outageKinds = ['refused', 'half-dead', 'forgotten', 'server-gone', 'all-gone'] as const

/**
 * What goes wrong: connections are cut and refused; connections stay open and mute, and say everything late
 * when it is over; the same, but they stay mute for ever, as after a router has lost its table; the SIP server is ended
 * and started again, and has forgotten who was registered; connections and sound are both swallowed.
 */
export type OutageKind = (typeof outageKinds)[number]

export interface Outage {
  readonly kind: OutageKind
  /** Milliseconds. */
  readonly length: number
  /** Milliseconds of peace before it. */
  readonly pause: number
}

export interface OutageRange {
  /** Milliseconds. */
  readonly shortest: number
  readonly longest: number
}

/** Draws outages whose lengths spread evenly over a logarithmic scale: as many from 1 to 2 s as from 30 to 60 s. */
export function drawOutages(count: number, seed: number, { shortest, longest }: OutageRange): Outage[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => ({
    kind: outageKinds[Math.floor(random() * outageKinds.length)] ?? 'refused',
    length: Math.round(shortest * (longest / shortest) ** random()),
    pause: Math.round(500 + random() * 1_500),
  }))
}

/** Milliseconds that an outage may take beside its length: the pause before it, and all that is looked at after it. */
const around = 20_000

/** Deals the outages to lanes, so that each lane has about as long. */
export function dealOutages(outages: readonly Outage[], lanes: number): Outage[][] {
  const dealt = Array.from({ length: lanes }, () => ({ outages: [] as Outage[], takes: 0 }))
  for (const outage of [...outages].sort((one, other) => other.length - one.length)) {
    const least = dealt.reduce((best, lane) => (lane.takes < best.takes ? lane : best))
    least.outages.push(outage)
    least.takes += outage.length + around / 2
  }
  // Drawn order within a lane: not all the long ones first.
  return dealt.map((lane) => outages.filter((outage) => lane.outages.includes(outage)))
}

/** Seconds that a lane takes at most. */
export const longestLane = (lane: readonly Outage[]): number =>
  lane.reduce((sum, { length }) => sum + (length + around) / 1_000, 60)
