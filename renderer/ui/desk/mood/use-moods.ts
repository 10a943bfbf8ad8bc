import { useCallback } from 'react'
import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import type { FlaggedMood } from '../../../domain/moods/flagged-mood.ts'
import type { InteractionMood } from '../../../domain/moods/interaction-mood.ts'
import type { Mood } from '../../../domain/sentiment/mood.ts'
import type { SaidRef } from '../../../services/moods/mood-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useTellMood } from './mood-news.tsx'

/** `false` by the centre's policy: then nothing of moods is on the screen. */
export const useHasMoods = (): boolean => useStore(useDesk().stores.moods, (state) => state.isOn)

/** How something that was said is read; `undefined` for what the customer did not say, and where moods are off. */
export const useMoodOf = (of: SaidRef | undefined): FlaggedMood | undefined =>
  useStore(useDesk().stores.moods, ({ isOn, read }) =>
    isOn && of ? read.get(`${of.interaction}/${of.said}`) : undefined,
  )

export const useInteractionMood = (id: InteractionId | undefined): InteractionMood | undefined =>
  useStore(useDesk().stores.moods, ({ isOn, interactions }) =>
    isOn && id !== undefined ? interactions.get(id) : undefined,
  )

/** Corrects how something was read, and says what counts now. `undefined`: as it was read. */
export function useCorrect(): (of: SaidRef, given: Mood | undefined, read: Mood) => void {
  const { say } = useWords()
  const { moods } = useDesk()
  const tell = useTellMood()
  return useCallback(
    (of, given, read) => {
      void moods.correct(of, given)
      tell(
        given
          ? say(`mood.announce.${given}`)
          : say('mood.announce.as-read', { mood: say(`mood.${read}`).toLowerCase() }),
      )
    },
    [moods, say, tell],
  )
}
