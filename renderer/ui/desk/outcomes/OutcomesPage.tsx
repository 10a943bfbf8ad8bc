import { Download } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'

import type { OutcomeContact, Outcomes, OutcomeWeek } from '../../../domain/outcomes/outcomes.ts'
import { outcomesOf, queuesIn, weeksOf } from '../../../domain/outcomes/outcomes.ts'
import { focusHome } from '../../frame/use-kept-focus.ts'
import { useWords } from '../../frame/words.tsx'
import { saveFile } from '../case/save-file.ts'
import { Choice } from '../Choice.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { moodText, outcomeCsv, shareText } from './outcome-text.ts'
import { WeekTable } from './WeekTable.tsx'
import './outcomes.css'

/** Fetched when it is looked at: a shift begins without it. */
const OutcomeChart = lazy(() => import('./OutcomeChart.tsx'))

const spans = ['7', '30', '90'] as const
const channels = ['call', 'chat'] as const
const dayMilliseconds = 86_400_000
const all = ''

/** What came of the agent's contacts, for the agent alone. */
export function OutcomesPage() {
  const { say } = useWords()
  const { stores, outcomes } = useDesk()
  const contacts = useStore(stores.outcomes, (state) => state.contacts)
  const inHand = useStore(stores.work, (state) => state.shown !== undefined)
  useEffect(() => {
    void outcomes.look()
    return () => outcomes.lookAway()
  }, [outcomes])
  const Heading = inHand ? 'h2' : 'h1'
  return (
    <section className="outcomes" aria-labelledby="outcomes-heading">
      <Heading id="outcomes-heading" tabIndex={-1} {...(!inHand && focusHome)}>
        {say('outcomes.heading')}
      </Heading>
      <p className="quiet">{say('outcomes.private')}</p>
      {contacts ? <Shown contacts={contacts} /> : <p role="status">{say('outcomes.reading')}</p>}
    </section>
  )
}

function Shown({ contacts }: { contacts: readonly OutcomeContact[] }) {
  const { say } = useWords()
  const readAt = useStore(useDesk().stores.outcomes, (state) => state.readAt)
  const [span, setSpan] = useState<string>('30')
  const [channel, setChannel] = useState(all)
  const [queue, setQueue] = useState(all)
  const filter = {
    since: readAt - Number(span) * dayMilliseconds,
    channel: channels.find((one) => one === channel),
    queue: queue === all ? undefined : queue,
  }
  const sums = outcomesOf(contacts, filter)
  const weeks = sums.contacts === 0 ? [] : weeksOf(contacts, filter)
  const queues = queuesIn(contacts).map((name) => ({ id: name, name }))
  return (
    <>
      <div className="outcome-filters" role="group" aria-label={say('outcomes.filters')}>
        <Choice
          label={say('outcomes.days')}
          options={spans.map((days) => ({ id: days, name: say('outcomes.days.of', { days }) }))}
          value={span}
          onChoose={setSpan}
        />
        <Choice
          label={say('outcomes.channel')}
          options={[
            { id: all, name: say('outcomes.channel.all') },
            ...channels.map((id) => ({ id, name: say(`story.channel.${id}`) })),
          ]}
          value={channel}
          onChoose={setChannel}
        />
        <Choice
          label={say('outcomes.queue')}
          options={[{ id: all, name: say('outcomes.queue.all') }, ...queues]}
          value={queue}
          onChoose={setQueue}
        />
      </div>
      {weeks.length === 0 ? <p role="status">{say('outcomes.none')}</p> : <Told sums={sums} weeks={weeks} />}
    </>
  )
}

function Told({ sums, weeks }: { sums: Outcomes; weeks: readonly OutcomeWeek[] }) {
  const { say } = useWords()
  return (
    <>
      <Sums sums={sums} />
      <h2>{say('outcomes.weeks')}</h2>
      <Suspense fallback={null}>
        <OutcomeChart weeks={weeks} />
      </Suspense>
      <WeekTable weeks={weeks} />
      <CommandButton
        className="button"
        onPress={() =>
          saveFile(
            `${say('outcomes.csv.file')}.csv`,
            // Spreadsheets know UTF-8 by its mark.
            new TextEncoder().encode(`\ufeff${outcomeCsv(say, weeks)}`),
          )
        }
      >
        <Download aria-hidden />
        {say('outcomes.csv')}
      </CommandButton>
    </>
  )
}

function Sums({ sums: { contacts, resolvedFirst, repeats, passedOn, mood } }: { sums: Outcomes }) {
  const { say, language } = useWords()
  const hasMoods = useStore(useDesk().stores.moods, (state) => state.isOn)
  const rows = [
    [say('outcomes.contacts'), String(contacts)],
    [
      say('outcomes.resolved-first'),
      shareText(say, language, resolvedFirst),
      say('outcomes.resolved-first.about'),
    ],
    [say('outcomes.repeats'), shareText(say, language, repeats)],
    [say('outcomes.passed-on'), shareText(say, language, passedOn)],
    ...(hasMoods
      ? [
          [
            say('outcomes.mood'),
            mood
              ? say('outcomes.mood.of', {
                  ...{ start: moodText(language, mood.start), end: moodText(language, mood.end) },
                  read: mood.read,
                })
              : say('outcomes.mood.none'),
          ],
        ]
      : []),
  ]
  return (
    <dl className="outcome-sums">
      {rows.map(([name, figure, about]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{figure}</strong>
            {about !== undefined && <span className="quiet">{about}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
