import type { OutcomeWeek } from '../../../domain/outcomes/outcomes.ts'
import { useWords } from '../../frame/words.tsx'
import { dayOf, moodText, shareText } from './outcome-text.ts'

/** The chart's twin, in figures. */
export function WeekTable({ weeks }: { weeks: readonly OutcomeWeek[] }) {
  const { say, language } = useWords()
  const hasMoods = weeks.some(({ mood }) => mood !== undefined)
  return (
    <table className="week-table">
      <caption className="visually-hidden">{say('outcomes.weeks')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('outcomes.week')}</th>
          <th scope="col">{say('outcomes.contacts')}</th>
          <th scope="col">{say('outcomes.resolved-first')}</th>
          <th scope="col">{say('outcomes.repeats')}</th>
          <th scope="col">{say('outcomes.passed-on')}</th>
          {hasMoods && <th scope="col">{say('outcomes.mood.start')}</th>}
          {hasMoods && <th scope="col">{say('outcomes.mood.end')}</th>}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ from, contacts, resolvedFirst, repeats, passedOn, mood }) => (
          <tr key={from}>
            <th scope="row">{dayOf(language, from)}</th>
            <td>{contacts}</td>
            <td>{shareText(say, language, resolvedFirst)}</td>
            <td>{shareText(say, language, repeats)}</td>
            <td>{shareText(say, language, passedOn)}</td>
            {hasMoods && <td>{mood ? moodText(language, mood.start) : '–'}</td>}
            {hasMoods && <td>{mood ? moodText(language, mood.end) : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
