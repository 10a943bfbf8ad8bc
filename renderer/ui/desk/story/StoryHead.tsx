import { Accessibility, Gavel, Hash, History, Languages } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'

import type { Contact } from '../../../domain/contact.ts'
import type { StoryHead as Head } from '../../../domain/story/story-head.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { Outcome } from '../history/Outcome.tsx'
import { MoodTrendLine } from '../mood/MoodTrendLine.tsx'
import { useNow } from '../use-now.tsx'
import { HeadCases } from './HeadCases.tsx'
import { HeadIdentity } from './HeadIdentity.tsx'
import { HeadPromises } from './HeadPromises.tsx'
import { useShown } from './use-shown.ts'
import { whenIn } from './when.ts'

/** What to know of somebody before the first word. */
export function StoryHead({ place }: { place: StoryPlace }) {
  const { say } = useWords()
  const head = useShown(place, (shown) => shown.head)
  const contact = useShown(place, (shown) => shown.person.contact)
  const id = useId()
  return (
    <section className="story-head" aria-labelledby={id}>
      <h3 id={id} className="visually-hidden">
        {say('story.head')}
      </h3>
      {head && contact ? (
        <Facts {...{ head, contact, place }} />
      ) : (
        <p className="quiet">{say('story.head.reading')}</p>
      )}
    </section>
  )
}

interface FactsProps {
  readonly head: Head
  readonly contact: Contact
  readonly place: StoryPlace
}

function Facts({ head, contact: { hold }, place }: FactsProps) {
  const { say } = useWords()
  const { needs, language } = head
  return (
    <ul className="story-facts">
      {language && (
        <Fact icon={<Languages aria-hidden />}>
          {say('story.head.language', { language: say(`language.name.${language}`) })}
        </Fact>
      )}
      {needs.length > 0 && (
        <Fact icon={<Accessibility aria-hidden />} className="needs">
          <span className="visually-hidden">{say('story.head.needs')} </span>
          <strong>{needs.map((need) => say(`need.${need}`)).join(' · ')}</strong>
        </Fact>
      )}
      <HeadPromises promises={head.promises} />
      <HeadCases cases={head.openCases} place={place} />
      <LastContact last={head.last} />
      <Fact icon={<Hash aria-hidden />}>{say('story.head.contacts', { count: head.contactsIn30Days })}</Fact>
      <HeadIdentity identity={head.identity} />
      {head.trend && (
        <li className="story-trend">
          <MoodTrendLine trend={head.trend} />
        </li>
      )}
      {hold && <Fact icon={<Gavel aria-hidden />}>{say('story.head.hold')}</Fact>}
    </ul>
  )
}

export interface FactProps {
  readonly icon: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export const Fact = ({ icon, className, children }: FactProps) => (
  <li className={className}>
    {icon}
    <div>{children}</div>
  </li>
)

/** When somebody of this centre was last in touch with them, and what came of it. */
function LastContact({ last }: Pick<Head, 'last'>) {
  const { say, language } = useWords()
  const now = useNow()
  if (!last) return <Fact icon={<History aria-hidden />}>{say('story.head.last.none')}</Fact>
  return (
    <Fact icon={<History aria-hidden />} className="last">
      <span>
        {say('story.head.last', { when: whenIn(language, last.offeredAt, now) })} ·{' '}
        {say(`story.line.${last.channel}.${last.direction}`)}
      </span>{' '}
      <Outcome interaction={last} />
    </Fact>
  )
}
