import type { DayLoad } from '../../../domain/well-being/day.ts'
import { useWords } from '../../frame/words.tsx'

const [barWidth, gap, height] = [14, 4, 48] as const
/** A morning is not drawn as one broad bar. */
const fewestSlots = 10

/** The load of each hour, drawn, and as the table that says the same. */
export function DayChart({ hours }: Pick<DayLoad, 'hours'>) {
  const { say, language } = useWords()
  if (hours.length === 0) return <p className="quiet">{say('day.load.none')}</p>
  const width = Math.max(hours.length, fewestSlots) * (barWidth + gap)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  return (
    <>
      {/* The table has it in words. */}
      <svg className="day-chart" aria-hidden viewBox={`0 0 ${String(width)} ${String(height)}`}>
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
        {hours.map(({ share }, index) => (
          <rect
            key={index}
            x={index * (barWidth + gap)}
            y={height * (1 - share)}
            width={barWidth}
            height={height * share}
          />
        ))}
      </svg>
      <table className="day-table">
        <thead>
          <tr>
            <th scope="col">{say('day.load.hour')}</th>
            <th scope="col">{say('day.load.share')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, share }, index) => (
            <tr key={index}>
              <th scope="row">{`${String(hour)}:00`}</th>
              <td>{percent.format(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
