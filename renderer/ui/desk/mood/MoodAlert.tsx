import { CloudRain } from 'lucide-react'
import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { alertWords } from './alert-words.ts'
import { useInteractionMood } from './use-moods.ts'

/** A quiet line for whoever wants one: the customer's mood has fallen. It waits until it is seen, and makes no sound. */
export function MoodAlert({ interaction }: { interaction: InteractionId }) {
  const { say } = useWords()
  const { stores, moods } = useDesk()
  const isFallen = useStore(stores.moods, ({ isOn, alerts }) => isOn && alerts.includes(interaction))
  const mood = useInteractionMood(interaction)
  if (!isFallen) return null
  return (
    <div className="mood-alert">
      <CloudRain aria-hidden />
      <p>{alertWords(say, mood)}</p>
      <CommandButton className="button" onPress={() => moods.dismissAlert(interaction)}>
        {say('mood.alert.dismiss')}
      </CommandButton>
    </div>
  )
}
