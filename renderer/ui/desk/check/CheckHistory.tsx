import { checkPassed } from '../../../domain/line-check.ts'
import type { CheckFigures, LineCheckReport } from '../../../domain/line-check.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'

/** Rows of the table; the drawing shows as many as there are. */
const shownRows = 6

const figure = (name: 'mos' | 'roundTrip', { results }: LineCheckReport): number | undefined =>
  results
    .map(({ figures }: { figures: CheckFigures }) => figures[name])
    .findLast((value) => value !== undefined)

/** Earlier tests: is it worse than last week? */
export function CheckHistory({ reports }: { reports: readonly LineCheckReport[] }) {
  const { say, language } = useWords()
  const scores = reports.flatMap((report) => figure('mos', report) ?? []).reverse()
  return (
    <section className="check-history" aria-labelledby="check-history">
      <h3 id="check-history">{say('check.history')}</h3>
      {reports.length === 0 ? (
        <p className="quiet">{say('check.history.none')}</p>
      ) : (
        <>
          {scores.length > 1 && <Scores scores={scores} />}
          <table>
            <thead>
              <tr>
                <th scope="col">{say('check.history.when')}</th>
                <th scope="col">{say('check.history.verdict')}</th>
                <th scope="col">{say('check.history.mos')}</th>
                <th scope="col">{say('check.history.round-trip')}</th>
              </tr>
            </thead>
            <tbody>
              {reports.slice(0, shownRows).map((report) => (
                <tr key={report.at}>
                  <td>{dayAndHour(language, report.at)}</td>
                  <td>{say(checkPassed(report) ? 'check.verdict.passed' : 'check.verdict.failed')}</td>
                  <td>
                    <Figure word="quality.value.score" value={figure('mos', report)} />
                  </td>
                  <td>
                    <Figure word="quality.value.milliseconds" value={figure('roundTrip', report)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

interface FigureProps {
  readonly word: 'quality.value.score' | 'quality.value.milliseconds'
  readonly value: number | undefined
}

function Figure({ word, value }: FigureProps) {
  const { say } = useWords()
  if (value === undefined) return <span className="quiet">{say('check.history.unmeasured')}</span>
  return say(word, { value })
}

/** In units of the drawing: one bar, the gap to the next, and the height of the best score. */
const [bar, step, height] = [6, 10, 32]
/** The best mean opinion score (ITU-T G.107). */
const best = 4.5

/** The scores as bars, oldest first; the same in words for whoever cannot see them. */
function Scores({ scores }: { scores: readonly number[] }) {
  const { say } = useWords()
  const text = scores.map((value) => say('quality.value.score', { value })).join(', ')
  return (
    <svg
      className="check-scores"
      viewBox={`0 0 ${scores.length * step} ${height}`}
      style={{ maxInlineSize: `${scores.length}rem` }}
      role="img"
      aria-label={say('check.history.drawn', { scores: text })}
    >
      {scores.map((mos, index) => {
        const tall = (height * Math.max(0, Math.min(mos, best))) / best
        // A score has no id of its own; its place among the tests is what it is.
        return <rect key={index} x={index * step} y={height - tall} width={bar} height={tall} />
      })}
    </svg>
  )
}
