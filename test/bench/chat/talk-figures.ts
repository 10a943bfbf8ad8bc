import type { Frames } from '../cases/page/frames.ts'
import { spread } from '../figure.ts'
import type { Figure } from '../figure.ts'

/** Milliseconds after which an agent sees that something hangs. */
const longFrame = 50

export const frameFigures = (when: string, { gaps, longTasks }: Frames): readonly Figure[] => [
  {
    name: `the longest frame ${when}`,
    value: Math.max(0, ...gaps),
    unit: 'ms',
    atMost: longFrame,
    detail: `${spread(gaps)}; longer: ${String(gaps.filter((gap) => gap > longFrame).length)}`,
  },
  {
    name: `the page’s own longest task ${when}`,
    value: Math.max(0, ...longTasks),
    unit: 'ms',
    atMost: longFrame,
    detail: `0 for none over ${String(longFrame)} ms; there were ${String(longTasks.length)}`,
  },
]
