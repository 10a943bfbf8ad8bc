import fc from 'fast-check'

/** What can happen, and how often: the more of one, the more often it is drawn. */
const acts = {
  // The agent, at one of the windows.
  change: 8,
  note: 6,
  reply: 6,
  'at-once': 4,
  create: 3,
  link: 1,
  undo: 2,
  redo: 1,
  choose: 3,
  decide: 3,
  'try-again': 1,
  look: 1,
  refresh: 1,
  // Others, at the case system.
  'other-change': 5,
  'other-note': 2,
  'other-create': 1,
  'customer-writes': 1,
  merge: 1,
  delete: 1,
  forbid: 1,
  'back-up': 2,
  restore: 1,
  poison: 1,
  cure: 1,
  // The way there.
  fault: 8,
  'go-down': 2,
  'come-up': 3,
  'sign-out': 1,
  'sign-in': 2,
  // The computer.
  pass: 10,
  kill: 3,
  'power-cut': 1,
  wipe: 1,
  'disk-full': 1,
  'disk-free': 2,
  'second-window': 4,
  'close-window': 1,
  skew: 1,
} as const

export type Act = keyof typeof acts

export interface Step {
  readonly act: Act
  /** Which case, entry or window it is about, and what of it: taken modulo what there is. */
  readonly which: number
  readonly what: number
  /** How many things the desk gets done before the next step. */
  readonly then: number
}

export type Choice = Pick<Step, 'which' | 'what'>

/** One of them, as a step says. */
export const chosen = <T>(all: readonly T[], which: number): T | undefined => all[which % all.length]

export interface Schedule {
  /** For the order in which what the desk waits for happens. */
  readonly seed: number
  /** Percent of the requests that meet a fault. */
  readonly weather: number
  /** Milliseconds that the desk's clock is ahead of the case system's. */
  readonly skew: number
  readonly steps: readonly Step[]
}

const act: fc.Arbitrary<Act> = fc.oneof(
  ...(Object.keys(acts) as Act[]).map((name) => ({ weight: acts[name], arbitrary: fc.constant(name) })),
)

const step: fc.Arbitrary<Step> = fc.record({
  act,
  which: fc.nat(99),
  what: fc.nat(99),
  // Mostly a few, so that the next step meets the one before half done; sometimes all of them.
  then: fc.oneof(fc.nat(12), fc.constant(500)),
})

const hours = 3600_000

/** Milliseconds; each about as likely. */
export const skews = [0, -3 * hours, 3 * hours, -90_000, 3 * 24 * hours] as const

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.nat(2 ** 31 - 1),
  weather: fc.constantFrom(0, 0, 5, 30),
  skew: fc.constantFrom(...skews),
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
})

/** As it can be read, and put into a test. */
export const schedulePrinted = ({ steps, ...schedule }: Schedule): string =>
  [
    JSON.stringify(schedule),
    ...steps.map(({ act: name, which, what, then }) => `${name} ${which} ${what} then ${then}`),
  ].join('\n')
