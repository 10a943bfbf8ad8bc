import { useStore } from 'zustand'

import { moods } from '../../../domain/sentiment/mood.ts'
import type { Mood } from '../../../domain/sentiment/mood.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { MoodWords } from './MoodWords.tsx'

/** "Was this right?": beside the work, for whoever has a moment. It takes no focus, stops nothing and can be left. */
export function MoodQuestionCard() {
  const { say } = useWords()
  const { stores, moods: desk } = useDesk()
  const question = useStore(stores.moods, (state) => (state.isOn ? state.question : undefined))
  if (!question) return null
  const { text, mood } = question
  const answer = (given: Mood | undefined): void => void desk.answer(given)
  const never = async (): Promise<void> => {
    await desk.choose({ prompts: false })
    await desk.answer(undefined)
  }
  return (
    <section className="mood-question" aria-labelledby="mood-question">
      <h2 id="mood-question">{say('mood.question')}</h2>
      <MoodWords text={text} mood={mood} />
      <p>
        <strong>{say(`mood.question.read.${mood.mood}`)}</strong>
      </p>
      <div className="actions">
        <CommandButton className="button" onPress={() => answer(mood.mood)}>
          {say('mood.question.right')}
        </CommandButton>
        {moods
          .filter((one) => one !== mood.mood)
          .map((one) => (
            <CommandButton key={one} className="button" onPress={() => answer(one)}>
              {say(`mood.question.was.${one}`)}
            </CommandButton>
          ))}
        <CommandButton className="button quiet" onPress={() => answer(undefined)}>
          {say('mood.question.unsure')}
        </CommandButton>
        <CommandButton className="button quiet" onPress={() => void never()}>
          {say('mood.question.never')}
        </CommandButton>
      </div>
      <p className="quiet">{say('mood.question.why')}</p>
    </section>
  )
}
