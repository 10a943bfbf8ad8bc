import { RotateCcw } from 'lucide-react'
import { useId } from 'react'

import { moodOf } from '../../../domain/moods/flagged-mood.ts'
import { moods } from '../../../domain/sentiment/mood.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { moodIcons } from './mood-icons.ts'
import type { Correctable } from './use-mood-key.ts'
import { useCorrect } from './use-moods.ts'

/** What the key does, for those who use none: whoever heard it knows better. */
export function CorrectMood({ of, mood }: Correctable) {
  const { say } = useWords()
  const correct = useCorrect()
  const id = useId()
  const counts = moodOf(mood)
  return (
    <div className="mood-correct" role="group" aria-labelledby={id}>
      <p id={id}>{say('mood.correct')}</p>
      <div className="actions">
        {moods.map((one) => {
          const Icon = moodIcons[one]
          return (
            <CommandButton
              key={one}
              className={one === counts ? 'button active' : 'button'}
              aria-pressed={one === counts}
              onPress={() => correct(of, one, mood.mood)}
            >
              <Icon aria-hidden />
              {say(`mood.${one}`)}
            </CommandButton>
          )
        })}
        {mood.corrected !== undefined && (
          <CommandButton className="button quiet" onPress={() => correct(of, undefined, mood.mood)}>
            <RotateCcw aria-hidden />
            {say('mood.correct.as-read')}
          </CommandButton>
        )}
      </div>
      <p className="quiet">{say('mood.correct.hint')}</p>
    </div>
  )
}
