import { useEffect, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Meter } from 'react-aria-components/Meter'

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
  const { devices } = useDesk()
  const [levels, setLevels] = useState<SoundLevels>({ microphone: 0, speaker: 0 })
  useEffect(() => devices.watchLevels(setLevels), [devices])
  return (
    <div className="levels">
      <Level of="microphone" level={levels.microphone} />
      <Level of="speaker" level={levels.speaker} />
    </div>
  )
}

function Level({ of, level }: { of: keyof SoundLevels; level: number }) {
  const { say } = useWords()
  const loudness = loudnessOf(level)
  const word = say(`sound.level.${loudness}`)
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
