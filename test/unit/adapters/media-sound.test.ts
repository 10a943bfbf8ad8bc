import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { followDevice } from '../../../renderer/adapters/media/follow-device.ts'
import { perceivedLevel } from '../../../renderer/adapters/media/level-scale.ts'
import { microphoneProblem } from '../../../renderer/adapters/media/open-device.ts'
import { renderTune, tunes } from '../../../renderer/adapters/media/tunes.ts'
import type { AudioDevice } from '../../../renderer/domain/audio-devices.ts'

/** A choice that the test makes. */
function createChoice(first: string | undefined) {
  let device: AudioDevice | undefined
  const listeners = new Set<(changed: boolean) => void>()
  const want = async (id: string | undefined): Promise<void> => {
    device = id === undefined ? undefined : { id, label: id }
    for (const listener of listeners) listener(true)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  void want(first)
  return {
    want,
    choices: {
      inUse: () => device,
      onUpdate(listener: (changed: boolean) => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
}

describe('a sound', () => {
  it('moves with the choice, and no more when it is over', async () => {
    const setSinkId = vi.fn(() => Promise.resolve())
    const { choices, want } = createChoice('headset')
    const following = followDevice({ setSinkId }, 'speaker', choices)
    await following.there
    await want('headset')
    await want('usb')
    await want(undefined)
    following.stop()
    await want('usb')
    expect(setSinkId.mock.calls).toEqual([['headset'], ['usb'], ['']])
  })

  it('is played on the system’s own device where the chosen one fails', async () => {
    const setSinkId = vi.fn((id: string) =>
      id === 'usb' ? Promise.reject(new Error('gone')) : Promise.resolve(),
    )
    const { choices, want } = createChoice('headset')
    const following = followDevice({ setSinkId }, 'speaker', choices)
    await following.there
    await want('usb')
    expect(setSinkId.mock.calls).toEqual([['headset'], ['usb'], ['']])
    following.stop()
  })

  it('does not wait for a device that never answers', async () => {
    const { choices } = createChoice('headset')
    const following = followDevice({ setSinkId: () => new Promise(() => undefined) }, 'ringer', choices)
    await expect(following.there).resolves.toBeUndefined()
    following.stop()
  })

  it.each(Object.entries(tunes))(
    '%s neither clicks where it repeats, nor is cut off by its own loudness',
    (_name, tune) => {
      const samples = renderTune(tune, 16_000)
      const steps = samples.map((sample, index) =>
        Math.abs(sample - (samples[index - 1] ?? samples.at(-1) ?? 0)),
      )
      expect(samples).toHaveLength(tune.length * 16_000)
      expect(Math.max(...samples.map(Math.abs))).toBeLessThan(0.25)
      // The steepest step of a sine of this loudness, and nothing beyond it.
      const highest = Math.max(...tune.notes.flatMap(({ hertz }) => hertz)) * 2 * Math.PI
      const tones = Math.max(...tune.notes.map(({ hertz }) => hertz.length))
      expect(Math.max(...steps)).toBeLessThan(((highest / 16_000) * tune.loudness + 0.002) * tones)
    },
  )

  it('in the ear during a call is far softer than the ring', () => {
    expect(tunes['call-waiting'].loudness).toBeLessThan(tunes.ring.loudness / 3)
  })

  it('has a level on the scale that people hear by', () => {
    const tone = (loudness: number) =>
      Float32Array.from({ length: 4_800 }, (_, n) => Math.sin(n / 10) * loudness)
    const levels = [0, 0.0001, 0.01, 0.1, 1].map((loudness) => perceivedLevel(tone(loudness)))
    expect(levels.map((level) => Math.round(level * 100) / 100)).toEqual([0, 0, 0.28, 0.62, 0.95])
  })

  it('has a level from 0 to 1, whatever the samples', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, noDefaultInfinity: true }), (samples) => {
        const level = perceivedLevel(samples)
        expect(level >= 0 && level <= 1).toBe(true)
      }),
    )
  })
})

describe('a microphone that cannot be opened', () => {
  it.each([
    ['NotFoundError', 'microphone-missing'],
    ['OverconstrainedError', 'microphone-missing'],
    ['NotReadableError', 'microphone-busy'],
    ['AbortError', 'microphone-busy'],
    ['NotAllowedError', 'microphone-refused'],
  ])('is told of: %s is %s', (name, code) => {
    expect(microphoneProblem(Object.assign(new Error('no'), { name })).code).toBe(code)
  })

  it('is refused where the browser says nothing that is known', () => {
    expect([undefined, 'text', new Error('?')].map((error) => microphoneProblem(error).code)).toEqual([
      'microphone-refused',
      'microphone-refused',
      'microphone-refused',
    ])
  })
})
