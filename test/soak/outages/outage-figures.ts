import { percentile } from '../../bench/figure.ts'
import type { Figure } from '../../bench/figure.ts'
import type { OutageResult } from './run-outages.ts'
import { outageKinds } from './schedule.ts'
import type { Aftermath } from './suffer.ts'

/** Milliseconds from the end of an outage. */
const registeredGoal = 5_000

/** Milliseconds. A desk that waits for the processor for longer is late through no fault of its own. */
const keepsUp = 250

const seconds = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? `${(milliseconds / 1_000).toFixed(2)} s` : 'never'

const spread = (values: readonly number[]): string =>
  `p50 ${seconds(percentile(values, 0.5))}, p95 ${seconds(percentile(values, 0.95))}, longest ${seconds(Math.max(...values))}`

const late = ({ registered }: Aftermath): boolean => registered > registeredGoal

/** Which outages they were, as many as fit a line. */
const named = (these: readonly Aftermath[]): string =>
  these
    .slice(0, 5)
    .map(({ outage, gaveUp }) => [outage.kind, seconds(outage.length), ...(gaveUp ? [gaveUp] : [])].join(' '))
    .join(', ')

/** How many of each kind, and of how many. */
const byKind = (all: readonly Aftermath[], wanted: (one: Aftermath) => boolean): string =>
  outageKinds
    .map((kind) => {
      const these = all.filter(({ outage }) => outage.kind === kind)
      return `${kind} ${these.filter(wanted).length}/${these.length}`
    })
    .join(', ')

function deskFigures(desk: readonly Aftermath[]): Figure[] {
  const count = (name: string, wanted: (one: Aftermath) => boolean, values?: readonly number[]): Figure => {
    const found = desk.filter(wanted)
    const detail = [`of ${desk.length}`, ...(values ? [spread(values)] : []), named(found)].filter(
      (part) => part !== '',
    )
    return { name, value: found.length, unit: '', atMost: 0, detail: detail.join('; ') }
  }
  const kept = desk.filter(({ callKept }) => callKept)
  return [
    count(
      'outages after which it took more than 5 s to be registered',
      late,
      desk.map(({ registered }) => registered),
    ),
    count('calls given up', ({ callKept }) => !callKept),
    count(
      'calls kept but not heard again within 5 s',
      ({ callKept, heard }) => callKept && heard > registeredGoal,
      kept.map(({ heard }) => heard),
    ),
    count('calls kept that could not be held and resumed', (one) => one.callKept && !one.controllable),
  ]
}

const besideFigures = (manager: readonly Aftermath[]): Figure[] => [
  {
    name: 'beside it, SIP.js’s SessionManager: more than 5 s',
    value: manager.filter(late).length,
    unit: '',
    detail: `of ${manager.length}; ${spread(manager.map(({ registered }) => registered))}; ${byKind(manager, late)}`,
  },
  {
    name: 'beside it, SIP.js’s SessionManager: calls given up',
    value: manager.filter(({ callKept }) => !callKept).length,
    unit: '',
    detail: `of ${manager.length}; ${byKind(manager, ({ callKept }) => !callKept)}`,
  },
]

export function outageFigures({ aftermaths, late: lateness }: OutageResult): Figure[] {
  const manager = aftermaths.get('session-manager') ?? []
  return [
    ...deskFigures(aftermaths.get('desk') ?? []),
    ...(manager.length > 0 ? besideFigures(manager) : []),
    {
      name: 'clocks of the pages late, p95 of the worst of each outage',
      value: percentile(lateness.pages, 0.95),
      unit: 'ms',
      atMost: keepsUp,
      detail: `where it does not hold, the figures above tell of this machine, not of the desk; the relays’ process: p99 ${lateness.process.toFixed(1)} ms`,
    },
  ]
}
