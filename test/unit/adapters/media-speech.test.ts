import { describe, expect, it } from 'vitest'

import { perceivedLevel } from '../../../renderer/adapters/media/level-scale.ts'
import { speechThreshold } from '../../../renderer/adapters/media/speech-watch.ts'
import { createVoice } from '../../../renderer/adapters/media/voice.ts'

/** A voice-like tone of so many decibels of full scale (RMS), as long as one look of the meter. */
const tone = (decibels: number) =>
  Float32Array.from({ length: 2_048 }, (_, n) => Math.sin(n / 8) * Math.SQRT2 * 10 ** (decibels / 20))

describe('speech in the sound', () => {
  it.each([
    ['usual speech', -26, true],
    ['somebody who speaks softly', -40, true],
    ['the hum of an office', -44, false],
    ['a microphone that hears nothing', -60, false],
  ])('%s (%s dBov): %s', (_what, decibels, isSpeech) => {
    expect(perceivedLevel(tone(decibels)) >= speechThreshold).toBe(isSpeech)
  })

  it('goes on through the pause between two words, and is over after it', () => {
    const voice = createVoice()
    const heard = [0, 50, 250, 300, 500, 550].map((now) => voice.speaks(now === 50 || now === 300, now))
    expect(heard).toEqual([false, true, true, true, true, false])
  })
})
