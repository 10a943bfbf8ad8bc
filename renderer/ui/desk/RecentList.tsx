import { Phone, PhoneMissed } from 'lucide-react'
import { useStore } from 'zustand'

import type { Interaction } from '../../domain/interaction.ts'
import { clockTime, dayAndHour } from '../../words/times.ts'
import { useWords } from '../frame/words.tsx'
import { useDesk } from './desk-context.tsx'
import { interactionName } from './who.ts'

/** Interactions as a list, newest first, with what came of each. */
export function RecentList({ interactions }: { interactions: readonly Interaction[] }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const contacts = useStore(stores.work, (state) => state.contacts)
  return (
    <ul className="recent">
      {interactions.map((interaction) => {
        const contact = interaction.contact && contacts.get(interaction.contact)
        return (
          <RecentItem
            key={interaction.id}
            interaction={interaction}
            name={interactionName(say, interaction, contact)}
          />
        )
      })}
    </ul>
  )
}

function RecentItem({ interaction, name }: { interaction: Interaction; name: string }) {
  const { say, language } = useWords()
  const { offeredAt, answeredAt, endedAt, disposition, finishedAt, note } = interaction
  const outcome =
    answeredAt === undefined
      ? say('recent.unanswered')
      : finishedAt === undefined
        ? say('recent.unfinished')
        : disposition && say(`disposition.${disposition}`)
  const Icon = answeredAt === undefined ? PhoneMissed : Phone
  return (
    <li>
      <Icon aria-hidden />
      <div className="recent-text">
        <p className="recent-line">
          <strong>{name}</strong>
          {outcome && <span className={`tag ${finishedAt === undefined ? 'warn' : ''}`}>{outcome}</span>}
        </p>
        <p className="quiet">
          {dayAndHour(language, offeredAt)}
          {answeredAt !== undefined && endedAt !== undefined && (
            <> · {say('recent.duration', { time: clockTime(endedAt - answeredAt) })}</>
          )}
        </p>
        {note !== '' && <p className="recent-note">{note}</p>}
      </div>
    </li>
  )
}
