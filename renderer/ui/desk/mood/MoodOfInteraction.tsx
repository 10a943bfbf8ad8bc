import type { InteractionMood } from '../../../domain/moods/interaction-mood.ts'
import { useWords } from '../../frame/words.tsx'
import { isolated } from './flag-words.ts'
import { moodIcons } from './mood-icons.ts'
import { useHasMoods, useInteractionMood } from './use-moods.ts'
import { usePageInHand } from './use-page-in-hand.ts'

/** How the customer sounded in one interaction, with what they said; nothing where that was neutral. */
export function MoodOfInteraction({ mood: { mood, quotes } }: { mood: InteractionMood }) {
  const { say } = useWords()
  const isOn = useHasMoods()
  if (!isOn || mood === 'neutral') return null
  const Icon = moodIcons[mood]
  const quote = quotes.find((one) => one.mood === mood)?.text
  return (
    <span className={`mood-tag ${mood}`}>
      <Icon aria-hidden />
      <span>
        {quote === undefined
          ? say(`mood.interaction.${mood}.plain`)
          : say(`mood.interaction.${mood}`, { quote: isolated(quote) })}
      </span>
    </span>
  )
}

/** Of whoever is in hand, for the conversation's head. */
export function MoodInHand() {
  const mood = useInteractionMood(usePageInHand())
  return mood ? <MoodOfInteraction mood={mood} /> : null
}
