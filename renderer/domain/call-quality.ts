/** How a call sounds to people, without gaps between the bands. */
export const qualityBands = ['good', 'fair', 'poor', 'bad'] as const
export type QualityBand = (typeof qualityBands)[number]

/** What most likely spoils a call, so that the desk can name what to try. */
export const qualityCauses = [
  'none',
  /** Packets to the agent are lost on the way. */
  'loss',
  /** They arrive too unevenly to be played in time. */
  'jitter',
  /** The way is long: both sides talk into each other. */
  'delay',
  /** What the agent says does not all arrive. */
  'upload',
  /** Nothing arrives at all. */
  'silence',
] as const
export type QualityCause = (typeof qualityCauses)[number]

/** One measurement, over the last few seconds. */
export interface CallQuality {
  /** Mean opinion score, 1 to 4.5 (ITU-T G.107). */
  readonly mos: number
  readonly band: QualityBand
  readonly cause: QualityCause
  /** Share of what was played that had to be invented because it had not arrived, 0 to 1. */
  readonly concealed: number
  /** Share of packets to the agent that never came, 0 to 1. */
  readonly lost: number
  /** Share of the agent's packets that the other side misses, 0 to 1; `undefined` where it does not say. */
  readonly lostThere: number | undefined
  /** Milliseconds; `undefined` where the other side does not say. */
  readonly roundTrip: number | undefined
  /** Milliseconds (RFC 3550 §6.4.1). */
  readonly jitter: number
}

/** What was counted between two looks at a call. */
export interface QualityDeltas {
  /** Packets to the agent: that came, and that never did. */
  readonly received: number
  readonly lost: number
  /** Samples that were played, and those of them that were invented for sound that had not arrived. */
  readonly samples: number
  readonly concealedSamples: number
  /** Milliseconds, each now. */
  readonly jitter: number
  readonly jitterBuffer: number
  readonly roundTrip: number | undefined
  /** Share of the agent's packets that the other side misses (RFC 3550 §6.4.1). */
  readonly lostThere: number | undefined
  /** Whether anything is to be heard: not on hold, at either end. */
  readonly listening: boolean
}

/** Milliseconds of packetising, coding and playing that no statistic counts. */
const ownDelay = 30
/** R without any impairment (ITU-T G.107 §7.7, default values). */
const unimpaired = 93.2
/** How well a decoder hides random loss: G.711 with concealment (ITU-T G.113 appendix I). */
const robustness = 25.1
/** Opinion scores at which satisfaction changes (ITU-T G.109, table 1): satisfied, some not, nearly all not. */
const floors = { good: 4.03, fair: 3.6, poor: 2.58 } as const

/** Of the share of sound that people miss (ITU-T G.107 §7.5, with Ie 0 and BurstR 1). */
const lossImpairment = (share: number): number => (95 * share * 100) / (share * 100 + robustness)

/** Of one way's milliseconds (the simplification of ITU-T G.107 §7.4 by Cole and Rosenbluth). */
const delayImpairment = (delay: number): number => 0.024 * delay + 0.11 * Math.max(0, delay - 177.3)

/** ITU-T G.107 annex B. The polynomial dips below 1 where nobody understands a word any more. */
const opinion = (rating: number): number => {
  const r = Math.min(100, Math.max(0, rating))
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6)
}

const bandOf = (mos: number): QualityBand =>
  mos >= floors.good ? 'good' : mos >= floors.fair ? 'fair' : mos >= floors.poor ? 'poor' : 'bad'

/** A share, where the counters may be empty, reset, or wrong. */
const share = (part: number, whole: number): number => (whole > 0 && part > 0 ? Math.min(1, part / whole) : 0)

const counted = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) && value > 0 ? value : 0

/**
 * How a call sounded in the last few seconds: the E-model (ITU-T G.107), with the loss that was *heard*. Opus repairs most
 * of what the network loses, so lost packets alone would call a clear call bad. The score is the worse direction's.
 */
export function measureQuality(deltas: QualityDeltas): CallQuality {
  const concealed = share(deltas.concealedSamples, deltas.samples)
  const lost = share(deltas.lost, counted(deltas.lost) + counted(deltas.received))
  const lostThere = deltas.lostThere === undefined ? undefined : share(deltas.lostThere, 1)
  const delay = counted(deltas.roundTrip) / 2 + counted(deltas.jitterBuffer) + ownDelay
  const silent = deltas.listening && !(deltas.received > 0)
  const here = lossImpairment(concealed)
  const there = lossImpairment(lostThere ?? 0)
  const waiting = delayImpairment(delay)
  const mos = silent ? 1 : opinion(unimpaired - waiting - Math.max(here, there))
  const band = bandOf(mos)
  return {
    mos,
    band,
    cause: causeOf({ band, silent, here, there, waiting, explained: lost >= concealed / 2 }),
    concealed,
    lost,
    lostThere,
    roundTrip: deltas.roundTrip === undefined ? undefined : counted(deltas.roundTrip),
    jitter: counted(deltas.jitter),
  }
}

interface Evidence {
  readonly band: QualityBand
  readonly silent: boolean
  readonly here: number
  readonly there: number
  readonly waiting: number
  /** Enough packets were lost to explain what was concealed; otherwise they came, but too late to be played. */
  readonly explained: boolean
}

/** The impairment that weighs most is what to do something about. */
function causeOf({ band, silent, here, there, waiting, explained }: Evidence): QualityCause {
  if (silent) return 'silence'
  if (band === 'good') return 'none'
  if (waiting > here && waiting > there) return 'delay'
  if (there > here) return 'upload'
  return explained ? 'loss' : 'jitter'
}
