import { CornerLeftDown, MessageCircle, PhoneOutgoing } from 'lucide-react'
import { useStore } from 'zustand'

import type { Interaction } from '../../../domain/interaction.ts'
import { clockTime, dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { storiesOf } from './stories.ts'
import { CallBackButton } from './CallBackButton.tsx'
import { Outcome } from './Outcome.tsx'
import { directionIcons } from './outcome-icons.ts'

export interface RecentListProps {
  readonly interactions: readonly Interaction[]
  /** With a button to call the number again. */
  readonly callBack?: boolean
}

/** Interactions as a list, newest first, with which way each went and what came of it. */
export function RecentList({ interactions, callBack = false }: RecentListProps) {
  const { stores } = useDesk()
  const who = useWho()
  const contacts = useStore(stores.work, (state) => state.contacts)
  return (
    <ul className="recent">
      {storiesOf(interactions).map((story) =>
        story.map((interaction, index) => {
          const name = who.interaction(interaction, interaction.contact && contacts.get(interaction.contact))
          const item = { interaction, name, callBack, continues: index < story.length - 1 }
          return <RecentItem key={interaction.id} {...item} />
        }),
      )}
    </ul>
  )
}

interface RecentItemProps {
  readonly interaction: Interaction
  readonly name: string
  readonly callBack: boolean
  /** The one below it in the list is where it began. */
  readonly continues: boolean
}

function RecentItem({ interaction, name, callBack, continues }: RecentItemProps) {
  const { say, language } = useWords()
  const { channel, offeredAt, answeredAt, endedAt, direction, note } = interaction
  const DirectionIcon = channel === 'chat' ? MessageCircle : directionIcons[direction]
  return (
    <li className={continues ? 'continues' : ''}>
      <DirectionIcon aria-hidden />
      <div className="recent-text">
        <p className="recent-line">
          <strong>{name}</strong>
          <Outcome interaction={interaction} />
        </p>
        <p className="quiet">
          {say(channel === 'chat' ? 'chat.rail.heading' : `direction.${direction}`)} ·{' '}
          {dayAndHour(language, offeredAt)}
          {answeredAt !== undefined && endedAt !== undefined && (
            <> · {say('recent.duration', { time: clockTime(endedAt - answeredAt) })}</>
          )}
        </p>
        {continues && (
          <p className="recent-continues">
            <CornerLeftDown aria-hidden />
            {say('chat.recent.continues')}
          </p>
        )}
        {note !== '' && <p className="recent-note">{note}</p>}
      </div>
      {callBack && (
        <CallBackButton interaction={interaction} name={name}>
          <PhoneOutgoing aria-hidden />
        </CallBackButton>
      )}
    </li>
  )
}
