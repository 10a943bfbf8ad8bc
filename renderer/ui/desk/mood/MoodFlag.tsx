import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'

import { moodOf } from '../../../domain/moods/flagged-mood.ts'
import type { FlaggedMood } from '../../../domain/moods/flagged-mood.ts'
import type { SaidRef } from '../../../services/moods/mood-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { CorrectMood } from './CorrectMood.tsx'
import { flagWords } from './flag-words.ts'
import { MoodDetails } from './MoodDetails.tsx'
import { moodIcons } from './mood-icons.ts'
import { MoodWords } from './MoodWords.tsx'
import { moodKey, useMoodKey } from './use-mood-key.ts'
import { useHasMoods } from './use-moods.ts'

export interface MoodFlagProps {
  /** What was said. */
  readonly text: string
  readonly mood: FlaggedMood
  /** What a correction is about; `undefined` where it cannot be corrected. */
  readonly of: SaidRef | undefined
  /** Somebody wants to know also that it is neutral. */
  readonly asked?: boolean
}

/** How the customer's words sound, with the words that decided; opened, it shows why and can be corrected. */
export function MoodFlag({ text, mood, of, asked = false }: MoodFlagProps) {
  const { say } = useWords()
  const isOn = useHasMoods()
  const counts = moodOf(mood)
  if (!isOn || (counts === 'neutral' && mood.corrected === undefined && !asked)) return null
  const Icon = moodIcons[counts]
  return (
    <DialogTrigger>
      <Button
        className={`mood-flag ${counts}`}
        render={(button) => <button {...button} {...(of && { 'aria-keyshortcuts': moodKey })} />}
      >
        <Icon aria-hidden />
        <span>{flagWords(say, text, mood)}</span>
      </Button>
      {/* Nothing is shut out by it: a customer may ring meanwhile. */}
      <Popover className="popover mood-popover" isNonModal>
        <Why {...{ text, mood, of }} />
      </Popover>
    </DialogTrigger>
  )
}

function Why({ text, mood, of }: Pick<MoodFlagProps, 'text' | 'mood' | 'of'>) {
  const { say } = useWords()
  const place = useRef<HTMLElement>(null)
  useMoodKey(place, of && { of, mood })
  return (
    <Dialog ref={place} className="mood-why">
      <Heading slot="title" level={3}>
        {say('mood.words.heading')}
      </Heading>
      <MoodWords text={text} mood={mood} />
      {of && <CorrectMood of={of} mood={mood} />}
      <MoodDetails text={text} mood={mood} />
    </Dialog>
  )
}
