import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'
import type { Drained } from './drain.ts'
import type { Written } from './page/written.ts'

/** Milliseconds after which an agent sees that something hangs. */
const longFrame = 50

const median = (values: readonly number[]): number => percentile(values, 0.5)

export const openingFigures = (few: readonly number[], many: readonly number[]): Figure[] => [
  {
    name: 'opening one of 100,000 cases, p95',
    value: percentile(many, 0.95),
    unit: 'ms',
    atMost: 50,
    detail: `with 20 events; ${spread(many)}`,
  },
  {
    name: 'opening one of 100,000 ÷ one of 1,000, median',
    value: median(many) / median(few),
    unit: '×',
    atMost: 1.5,
    detail: `of 1,000: ${spread(few)}, p95 ${percentile(few, 0.95).toFixed(1)}`,
  },
]

export const pageFigure = ({ ours, raw }: { readonly ours: number[]; readonly raw: number[] }): Figure => ({
  name: 'page of 50 ÷ raw getAll and decryption, median',
  value: median(ours) / median(raw),
  unit: '×',
  atMost: 1.2,
  detail: `ms: ours ${spread(ours)}; raw ${spread(raw)}`,
})

/** Milliseconds that as many cases took. */
export interface Loaded {
  readonly cases: number
  readonly ours: number
  readonly plain: number
}

export const loadFigure = ({ cases, ours, plain }: Loaded): Figure => ({
  name: 'bulk load, cases a second ÷ plain Dexie’s',
  value: plain / ours,
  unit: '×',
  atLeast: 0.7,
  detail: `${perSecond(cases, ours)} encrypted, ${perSecond(cases, plain)} plain, 500 at a time, in turn`,
})

export function editFigures(taken: readonly Written[]): Figure[] {
  const [saved, shown] = [taken.map((one) => one.saved), taken.map((one) => one.shown)]
  return [
    {
      name: 'edit, outbox and journal on the disk (“saved”), p95',
      value: percentile(saved, 0.95),
      unit: 'ms',
      atMost: 10,
      detail: spread(saved),
    },
    {
      name: 'the same, until the screen shows it in every list, p95',
      value: percentile(shown, 0.95),
      unit: 'ms',
      detail: spread(shown),
    },
  ]
}

export const drainFigures = ({ entries, left, seconds, frames }: Drained): Figure[] => [
  {
    name: `${entries} waiting entries sent: the longest frame`,
    value: Math.max(...frames.gaps),
    unit: 'ms',
    atMost: longFrame,
    detail: `in ${seconds.toFixed(0)} s; ${spread(frames.gaps)}; longer: ${frames.gaps.filter((gap) => gap > longFrame).length}`,
  },
  {
    name: 'the page’s own longest task meanwhile',
    value: Math.max(0, ...frames.longTasks),
    unit: 'ms',
    atMost: longFrame,
    detail: `0 for none over ${longFrame} ms; there were ${frames.longTasks.length}`,
  },
  {
    name: 'of these, not taken by the case system',
    value: left,
    unit: '',
    atMost: 0,
    detail: 'the practice centre’s, in a process of its own',
  },
]

const perSecond = (cases: number, milliseconds: number): string =>
  `${Math.round((cases / milliseconds) * 1000).toLocaleString('en')}/s`
