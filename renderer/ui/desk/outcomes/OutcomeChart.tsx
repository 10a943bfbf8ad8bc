import { CartesianGrid, Legend, Line, LineChart, Symbols, XAxis, YAxis } from 'recharts'

import type { OutcomeWeek, Share } from '../../../domain/outcomes/outcomes.ts'
import { useWords } from '../../frame/words.tsx'
import { dayOf } from './outcome-text.ts'

const [width, height] = [640, 240] as const
/** Square pixels of a mark. */
const markSize = 70

interface Dot {
  readonly cx?: number | undefined
  readonly cy?: number | undefined
  readonly value?: unknown
}

/** The same mark on the line as in the legend; none in a week without a figure. */
const marked = (type: 'circle' | 'square' | 'triangle') => ({
  legendType: type,
  dot: ({ cx, cy, value }: Dot) =>
    typeof value === 'number' && cx !== undefined && cy !== undefined ? (
      <Symbols
        key={`${type}-${String(cx)}`}
        cx={cx}
        cy={cy}
        type={type}
        size={markSize}
        fill="currentColor"
      />
    ) : (
      <g key={`${type}-none-${String(cx)}`} />
    ),
})

const ratio = ({ part, whole }: Share): number | null => (whole === 0 ? null : part / whole)

/** Three shares, week by week. Told apart by their dashes and marks, not by colour; the table says the same in figures. */
export default function OutcomeChart({ weeks }: { weeks: readonly OutcomeWeek[] }) {
  const { say, language } = useWords()
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const rows = weeks.map(({ from, resolvedFirst, repeats, passedOn }) => ({
    week: dayOf(language, from),
    resolved: ratio(resolvedFirst),
    repeats: ratio(repeats),
    passedOn: ratio(passedOn),
  }))
  const line = { type: 'linear', isAnimationActive: false, stroke: 'currentColor', strokeWidth: 2 } as const
  return (
    <div className="outcome-chart" aria-hidden>
      <LineChart width={width} height={height} data={rows} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis dataKey="week" stroke="currentColor" />
        <YAxis
          domain={[0, 1]}
          tickFormatter={(value: number) => percent.format(value)}
          stroke="currentColor"
        />
        <Legend />
        <Line {...line} {...marked('circle')} dataKey="resolved" name={say('outcomes.resolved-first')} />
        <Line
          {...line}
          {...marked('square')}
          dataKey="repeats"
          name={say('outcomes.repeats')}
          strokeDasharray="8 4"
        />
        <Line
          {...line}
          {...marked('triangle')}
          dataKey="passedOn"
          name={say('outcomes.passed-on')}
          strokeDasharray="2 4"
        />
      </LineChart>
    </div>
  )
}
