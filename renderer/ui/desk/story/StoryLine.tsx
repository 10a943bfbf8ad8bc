import { memo } from 'react'

import type { StoryItem } from '../../../domain/story/story-item.ts'
import { unreachable } from '../../../domain/unreachable.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { locales } from '../../../words/locales.ts'
import { useWords } from '../../frame/words.tsx'
import { EntryLine } from './EntryLine.tsx'
import { EventLine } from './EventLine.tsx'
import { InteractionLine } from './InteractionLine.tsx'
import type { LineProps } from './line-props.ts'

export interface StoryLineProps {
  readonly item: StoryItem
  /** The newer one before it: a day has one heading. */
  readonly above: StoryItem | undefined
  /** 1 for the first that was read. */
  readonly nth: number
  /** It is the stop of the Tab key. */
  readonly isCurrent: boolean
  readonly place: StoryPlace
}

/** One entry of a story, below its day where that is another than the one above. */
export const StoryLine = memo(function StoryLine({ item, above, nth, isCurrent, place }: StoryLineProps) {
  const { language } = useWords()
  const isNewDay = !above || dayOf(above) !== dayOf(item)
  const head = `story-${place}-${item.key}`
  return (
    <>
      {isNewDay && <p className="story-day">{dayName(locales[language]).format(item.at)}</p>}
      <article
        className={`story-line of-${item.kind}`}
        data-key={item.key}
        data-kind={item.kind}
        aria-labelledby={head}
        aria-posinset={nth}
        // How many there are, nobody has counted.
        aria-setsize={-1}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={isCurrent ? 0 : -1}
      >
        <Kind {...{ item, head, place }} />
      </article>
    </>
  )
})

function Kind({ item, ...rest }: { item: StoryItem } & Omit<LineProps<never>, 'item'>) {
  switch (item.kind) {
    case 'interaction':
      return <InteractionLine item={item} {...rest} />
    case 'event':
      return <EventLine item={item} {...rest} />
    case 'entry':
      return <EntryLine item={item} {...rest} />
    default:
      return unreachable(item)
  }
}

const dayOf = ({ at }: StoryItem): string => new Date(at).toDateString()

const dayNames = new Map<string, Intl.DateTimeFormat>()

/** To make one takes longer than to paint a line. */
function dayName(locale: string): Intl.DateTimeFormat {
  const known = dayNames.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
  dayNames.set(locale, known)
  return known
}
