import { useEffect, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Meter } from 'react-aria-components/Meter'
import { useStore } from 'zustand'

import type { Devices } from '../../../services/devices.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

type SoundLevels = Parameters<Parameters<Devices['watchLevels']>[0]>[0]
type Loudness = 'silent' | 'quiet' | 'clear' | 'loud'

/**
 * In words, since a bar says nothing to whoever cannot see it. Speech into a headset lies between a half and three
 * quarters; below a tenth is the noise of an empty room.
 * @param level 0 to 1, evenly in decibels from −60 dB of full scale
 */
export function loudnessOf(level: number): Loudness {
  if (level < 0.1) return 'silent'
  if (level < 0.4) return 'quiet'
  return level < 0.9 ? 'clear' : 'loud'
}

/** How loud the microphone and the headset are while somebody looks. */
export function Levels() {
  const { devices, stores } = useDesk()
  // Names are given to whoever may use the microphone.
  const isAllowed = useStore(stores.audio, (state) =>
    state.devices.present.microphone.some(({ label }) => label !== ''),
  )
  const [levels, setLevels] = useState<SoundLevels>({ microphone: 0, speaker: 0 })
  useEffect(() => devices.watchLevels(setLevels), [devices])
  return (
    <div className="levels">
      <Level of="microphone" level={levels.microphone} isUnheard={!isAllowed && levels.microphone === 0} />
      <Level of="speaker" level={levels.speaker} />
    </div>
  )
}

interface LevelProps {
  readonly of: keyof SoundLevels
  readonly level: number
  /** Silence that means something else: nothing can be heard at all. */
  readonly isUnheard?: boolean
}

function Level({ of, level, isUnheard = false }: LevelProps) {
  const { say } = useWords()
  const loudness = loudnessOf(level)
  const word = say(isUnheard ? 'sound.level.unheard' : `sound.level.${loudness}`)
  return (
    <Meter className={`level level-${loudness}`} value={level} minValue={0} maxValue={1} valueLabel={word}>
      <Label>{say(`sound.level.${of}`)}</Label>
      <span className="level-word">{word}</span>
      <span className="level-bar">
        <span className="level-fill" style={{ inlineSize: `${Math.round(level * 100)}%` }} />
      </span>
    </Meter>
  )
}
