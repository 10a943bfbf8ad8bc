import { Table2 } from 'lucide-react'
import { useId, useState } from 'react'

import { moodAt } from '../../../domain/moods/mood-trend.ts'
import type { MoodPoint, MoodTrend } from '../../../domain/moods/mood-trend.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useNow } from '../use-now.tsx'
import { moodIcons } from './mood-icons.ts'
import { dayOf, trendWords } from './trend-words.ts'
import { useHasMoods } from './use-moods.ts'

/** How a customer's words have sounded over time: in words, as a small line, and on request as a table. */
export function MoodTrendLine({ trend }: { trend: MoodTrend }) {
  const { say, language } = useWords()
  const isOn = useHasMoods()
  const now = useNow()
  const [isTable, setTable] = useState(false)
  const id = useId()
  if (!isOn) return null
  const Icon = moodIcons[trend.mood]
  return (
    <div className="mood-trend">
      <p className={`mood-tag ${trend.mood}`}>
        <Icon aria-hidden />
        <span>{trendWords({ say, language, now }, trend)}</span>
      </p>
      {trend.points.length > 1 && (
        <>
          <Drawing points={trend.points} />
          <CommandButton
            className="button quiet"
            aria-expanded={isTable}
            aria-controls={id}
            onPress={() => setTable(!isTable)}
          >
            <Table2 aria-hidden />
            {say('mood.trend.table')}
          </CommandButton>
          <div id={id} hidden={!isTable}>
            {isTable && <Points points={trend.points} />}
          </div>
        </>
      )}
    </div>
  )
}

/** In units of the drawing. */
const [width, height] = [120, 28]

/** For the eyes alone: the words above it say the same, the table all of it. */
function Drawing({ points }: Pick<MoodTrend, 'points'>) {
  const drawn = points.map((point, index) => ({
    x: points.length < 2 ? width : (width * index) / (points.length - 1),
    y: (height * (1 - point.score)) / 2,
  }))
  const last = drawn.at(-1)
  return (
    <svg className="mood-drawing" viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden>
      <line x1="0" x2={width} y1={height / 2} y2={height / 2} />
      <polyline points={drawn.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r="3.5" />}
    </svg>
  )
}

/** Newest first, as everything else of a story. */
function Points({ points }: { points: readonly MoodPoint[] }) {
  const { say, language } = useWords()
  return (
    <>
      <table className="mood-table">
        <caption>{say('mood.trend.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('mood.trend.when')}</th>
            <th scope="col">{say('mood.table.score')}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ at, score }, index) => (
            <tr key={index}>
              <th scope="row">{dayOf(language, at)}</th>
              <td>
                {say(`mood.${moodAt(score)}`)} ({say('mood.score', { score })})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{say('mood.trend.formula')}</p>
    </>
  )
}
