import { MessageCircle, NotebookPen } from 'lucide-react'
import { useStore } from 'zustand'

import { callOutcome } from '../../../domain/call-history.ts'
import { isUnfinished } from '../../../domain/interaction.ts'
import type { Interaction } from '../../../domain/interaction.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { outcomeIcons } from './outcome-icons.ts'

/** What came of it: as the agent has written it, else as the telephone or the chat has seen it. */
export function Outcome({ interaction }: { interaction: Interaction }) {
  const { say } = useWords()
  const outcome = callOutcome(interaction)
  const { channel, conversationEnd, disposition } = interaction
  const isChat = channel === 'chat'
  const Icon = isChat ? MessageCircle : outcomeIcons[outcome]
  const { work } = useDesk().stores
  const isOpen = useStore(work, ({ pages }) => pages.some(({ interaction: { id } }) => id === interaction.id))
  const unfinished = isUnfinished(interaction) && !isOpen
  if (isOpen && interaction.endedAt === undefined)
    return (
      <span className="recent-tags">
        <span className="tag now">{say('recent.now')}</span>
      </span>
    )
  return (
    <span className="recent-tags">
      {outcome === 'talked' && disposition ? (
        <span className="tag">{say(`disposition.${disposition}`)}</span>
      ) : (
        <span className={`tag ${outcome}`}>
          <Icon aria-hidden />
          {say(isChat ? `chat.outcome.${conversationEnd ?? 'open'}` : `outcome.${outcome}`)}
        </span>
      )}
      {unfinished && (
        <span className="tag warn">
          <NotebookPen aria-hidden />
          {say(isChat ? 'chat.recent.unfinished' : 'recent.unfinished')}
        </span>
      )}
    </span>
  )
}
