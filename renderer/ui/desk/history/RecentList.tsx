import { NotebookPen, PhoneOutgoing } from 'lucide-react'
import { useStore } from 'zustand'

import { callOutcome } from '../../../domain/call-history.ts'
import { isUnfinished } from '../../../domain/interaction.ts'
import type { Interaction } from '../../../domain/interaction.ts'
import { clockTime, dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { CallBackButton } from './CallBackButton.tsx'
import { directionIcons, outcomeIcons } from './outcome-icons.ts'

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
      {interactions.map((interaction) => {
        const name = who.interaction(interaction, interaction.contact && contacts.get(interaction.contact))
        return <RecentItem key={interaction.id} interaction={interaction} name={name} callBack={callBack} />
      })}
    </ul>
  )
}

interface RecentItemProps {
  readonly interaction: Interaction
  readonly name: string
  readonly callBack: boolean
}

function RecentItem({ interaction, name, callBack }: RecentItemProps) {
  const { say, language } = useWords()
  const { offeredAt, answeredAt, endedAt, direction, note } = interaction
  const DirectionIcon = directionIcons[direction]
  return (
    <li>
      <DirectionIcon aria-hidden />
      <div className="recent-text">
        <p className="recent-line">
          <strong>{name}</strong>
          <Outcome interaction={interaction} />
        </p>
        <p className="quiet">
          {say(`direction.${direction}`)} · {dayAndHour(language, offeredAt)}
          {answeredAt !== undefined && endedAt !== undefined && (
            <> · {say('recent.duration', { time: clockTime(endedAt - answeredAt) })}</>
          )}
        </p>
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

/** What came of it: as the agent has written it, else as the telephone has seen it. */
function Outcome({ interaction }: { interaction: Interaction }) {
  const { say } = useWords()
  const outcome = callOutcome(interaction)
  const Icon = outcomeIcons[outcome]
  const unfinished = isUnfinished(interaction)
  const { disposition } = interaction
  return (
    <span className="recent-tags">
      {outcome === 'talked' && disposition ? (
        <span className="tag">{say(`disposition.${disposition}`)}</span>
      ) : (
        <span className={`tag ${outcome}`}>
          <Icon aria-hidden />
          {say(`outcome.${outcome}`)}
        </span>
      )}
      {unfinished && (
        <span className="tag warn">
          <NotebookPen aria-hidden />
          {say('recent.unfinished')}
        </span>
      )}
    </span>
  )
}
