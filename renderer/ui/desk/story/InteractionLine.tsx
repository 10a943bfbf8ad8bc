import { BookOpen, ChevronDown, CornerLeftDown, MessageCircle } from 'lucide-react'
import { useId } from 'react'

import type { Interaction } from '../../../domain/interaction.ts'
import { hasWords } from '../../../domain/story/line-matches.ts'
import { clockTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { FoldedText } from '../case/FoldedText.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { directionIcons } from '../history/outcome-icons.ts'
import { Outcome } from '../history/Outcome.tsx'
import { MoodOfInteraction } from '../mood/MoodOfInteraction.tsx'
import { CaseChip } from './CaseChip.tsx'
import { LineHead } from './LineHead.tsx'
import { SaidLines } from './SaidLines.tsx'
import { SpeechFacts } from './SpeechFacts.tsx'
import type { LineProps } from './line-props.ts'
import { useShown } from './use-shown.ts'

/** A call or a chat: what came of it, how the customer sounded, and on request what was said. */
export function InteractionLine({ item, head, place }: LineProps<'interaction'>) {
  const { say, language } = useWords()
  const { interaction, conversation, guides, mood, case: tied } = item
  const { channel, direction, note, queue } = interaction
  const Icon = channel === 'chat' ? MessageCircle : directionIcons[direction]
  const question = conversation?.customer.question
  return (
    <>
      <Icon aria-hidden />
      <div>
        <LineHead
          id={head}
          at={item.at}
          title={say(`story.line.${channel}.${direction}`)}
          beside={[queue, lasted(interaction)]}
        >
          <Outcome interaction={interaction} />
        </LineHead>
        {interaction.continues !== undefined && (
          <p className="recent-continues">
            <CornerLeftDown aria-hidden />
            {say('story.line.continues')}
          </p>
        )}
        {mood && <MoodOfInteraction mood={mood} />}
        {question !== undefined && (
          <blockquote className="chat-question" dir="auto">
            {question}
          </blockquote>
        )}
        {note !== '' && <FoldedText text={note} />}
        {guides.map(({ id, guides: [guide] }) => (
          <p key={id} className="story-guide">
            <BookOpen aria-hidden />
            {say('story.line.guide', { title: guide?.title[language] ?? '' })}
          </p>
        ))}
        {tied && <CaseChip one={tied} place={place} />}
        {isTalk(interaction) && <WhatWasSaid {...{ item, place }} />}
      </div>
    </>
  )
}

/** Where nobody answered, nothing was said. */
const isTalk = ({ answeredAt }: Interaction): boolean => answeredAt !== undefined

const lasted = ({ answeredAt, endedAt }: Interaction): string | undefined =>
  answeredAt === undefined || endedAt === undefined ? undefined : clockTime(endedAt - answeredAt)

function WhatWasSaid({ item, place }: Pick<LineProps<'interaction'>, 'item' | 'place'>) {
  const { say } = useWords()
  const { stories } = useDesk()
  const { interaction } = item
  const said = useShown(place, (shown) => shown.said.get(interaction.id))
  const wanted = useShown(place, (shown) => shown.filter.text) ?? ''
  const id = useId()
  const isOpen = said !== undefined
  // It was found by its words, and none of those in sight has them.
  const isFoundIn = wanted.trim() !== '' && !hasWords(item, wanted)
  return (
    <>
      <CommandButton
        className="button quiet story-unfold"
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() =>
          isOpen ? stories.fold(place, interaction.id) : void stories.unfold(place, interaction.id)
        }
      >
        <ChevronDown aria-hidden />
        {say(isOpen ? 'story.line.fold' : isFoundIn ? 'story.line.said.found' : 'story.line.said')}
      </CommandButton>
      <div id={id} hidden={!isOpen} className="story-said">
        {said && (
          <>
            <SpeechFacts interaction={interaction} />
            <SaidLines said={said} wanted={wanted} />
          </>
        )}
      </div>
    </>
  )
}
