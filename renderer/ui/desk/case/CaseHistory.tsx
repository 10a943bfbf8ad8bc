import { useState } from 'react'
import { Button } from 'react-aria-components/Button'

import type { OpenCase } from '../../../state/case-store.ts'
import { locales } from '../../../words/locales.ts'
import { useWords } from '../../frame/words.tsx'
import { EntryItem } from './EntryItem.tsx'
import { EventItem } from './EventItem.tsx'
import { daysOf, keyOf, timelineOf } from './timeline.ts'
import { useFieldWords, useQueueOf } from './use-field-words.ts'

/** Long histories begin folded: the newest are what an agent needs first. */
const shownFirst = 30

/** Everything that happened to the case, by day, with what was written here and is on its way. */
export function CaseHistory({ open }: { open: OpenCase }) {
  const { say, language } = useWords()
  const { record, events, entries } = open
  const words = useFieldWords(useQueueOf(record.current))
  const [whole, setWhole] = useState(false)
  const moments = timelineOf(events, entries)
  const hidden = whole ? 0 : Math.max(0, moments.length - shownFirst)
  const dayName = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full' })
  return (
    <section className="case-history" aria-labelledby="case-history-heading">
      <h3 id="case-history-heading">{say('case.history')}</h3>
      {moments.length === 0 && <p className="quiet">{say('case.history.none')}</p>}
      {hidden > 0 && (
        <Button className="button" onPress={() => setWhole(true)}>
          {say('case.history.earlier', { count: hidden })}
        </Button>
      )}
      {daysOf(moments.slice(hidden)).map(({ at, moments: ofDay }) => (
        <section key={ofDay[0] && keyOf(ofDay[0])} className="case-day">
          <h4>{dayName.format(at)}</h4>
          <ul className="case-moments">
            {ofDay.map((moment) =>
              moment.kind === 'event' ? (
                <EventItem
                  key={keyOf(moment)}
                  event={moment.event}
                  entry={moment.entry}
                  record={record}
                  words={words}
                />
              ) : (
                <EntryItem key={keyOf(moment)} entry={moment.entry} record={record} words={words} />
              ),
            )}
          </ul>
        </section>
      ))}
    </section>
  )
}
