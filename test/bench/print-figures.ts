import { holds } from './figure.ts'
import type { Figure } from './figure.ts'

const columns = (row: readonly string[]): string =>
  [row[0]?.padEnd(58), row[1]?.padStart(11), row[2]?.padStart(11), row[3]?.padEnd(7), row[4]].join('  ')

/** A table of what was measured, with the verdicts. */
export function printFigures(figures: readonly Figure[]): void {
  console.log(columns(['figure', 'value', 'goal', 'verdict', 'detail']))
  for (const figure of figures) {
    const { name, value, unit, detail } = figure
    const shown = unit === '' ? String(value) : `${value.toFixed(2)} ${unit}`
    const goal = goalOf(figure)
    const verdict = goal === '' ? '' : holds(figure) ? 'holds' : 'MISSED'
    console.log(columns([name, shown, goal, verdict, detail]))
  }
}

function goalOf({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `≤ ${atMost} ${unit}`.trim()
  return atLeast === undefined ? '' : `≥ ${atLeast} ${unit}`.trim()
}
