import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'
import type { Frames } from '../cases/page/frames.ts'

/** Milliseconds: at sixty frames a second one takes 16.7. */
const longFrame = 20

const shareOfLong = ({ gaps }: Frames): number =>
  (100 * gaps.filter((gap) => gap > longFrame).length) / gaps.length

const framesIn = ({ gaps, longTasks }: Frames): string =>
  `${String(gaps.length)} frames, median ${percentile(gaps, 0.5).toFixed(1)} ms, p99 ${percentile(gaps, 0.99).toFixed(1)}, longest ${Math.max(...gaps).toFixed(0)}; ${String(longTasks.length)} tasks over 50 ms`

export const openingFigures = (opened: Openings): Figure[] => [
  {
    name: 'opening a contact of 100,000 events, p95',
    value: percentile(opened.many, 0.95),
    unit: 'ms',
    atMost: 100,
    detail: `what to know and the first lines painted; ${spread(opened.many)}`,
  },
  {
    name: 'opening a contact of 1,000 events, p95',
    value: percentile(opened.few, 0.95),
    unit: 'ms',
    detail: `in turn with the other; ${spread(opened.few)}`,
  },
  {
    name: 'opening one of 100,000 after a correction, p95',
    value: percentile(opened.corrected, 0.95),
    unit: 'ms',
    detail: `each time all its moods are out of date; ${spread(opened.corrected)}`,
  },
]

export interface Openings {
  readonly many: readonly number[]
  readonly few: readonly number[]
  readonly corrected: readonly number[]
}

export interface Scrolled {
  readonly still: Frames
  readonly scrolling: Frames & { readonly mostLines: number }
}

export const scrollingFigures = ({ still, scrolling }: Scrolled): Figure[] => [
  {
    name: 'scrolling in a call: frames over 20 ms',
    value: shareOfLong(scrolling),
    unit: '%',
    atMost: 1,
    detail: framesIn(scrolling),
  },
  {
    name: 'the same call without scrolling: frames over 20 ms',
    value: shareOfLong(still),
    unit: '%',
    detail: framesIn(still),
  },
  {
    name: 'lines in the document, the most at any frame',
    value: scrolling.mostLines,
    unit: '',
    atMost: 60,
    detail: 'while scrolling, by wheel, keys and date',
  },
]

export interface Heaps {
  readonly few: number
  readonly many: number
}

export const heapFigure = ({ few, many }: Heaps): Figure => ({
  name: 'heap with 100,000 events ÷ with 1,000',
  value: many / few,
  unit: '×',
  atMost: 2,
  detail: `after collection, each scrolled through alike: ${(many / 2 ** 20).toFixed(1)} and ${(few / 2 ** 20).toFixed(1)} MiB`,
})

export interface Searched {
  readonly taken: number
  readonly longest: number
}

export const searchFigures = (searched: Searched, found: readonly number[]): Figure[] => [
  {
    name: 'searching all of 100,000 events',
    value: searched.taken,
    unit: 'ms',
    detail: `for a word that nobody said; the longest time between two frames ${searched.longest.toFixed(0)} ms`,
  },
  {
    name: 'finding a customer among 20,000, p95',
    value: percentile(found, 0.95),
    unit: 'ms',
    detail: `from the last key to the list, the wait for more keys with it; ${spread(found)}`,
  },
]
