// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createRtpClock } from '../../../electron/centre/practice/rtp-clock.ts'
import { fakeClock } from './fake-clock.ts'

describe('the 20 ms beat', () => {
  it('beats for every call at once, from the first moment, and stops with the last', () => {
    const clock = fakeClock()
    const rtpClock = createRtpClock(clock)
    const beats: string[] = []
    const stopFirst = rtpClock.add(() => beats.push('a'))
    const stopSecond = rtpClock.add(() => beats.push('b'))
    clock.pass(40)
    expect(beats.join('')).toBe('ababab')
    stopFirst()
    clock.pass(40)
    expect(beats.join('')).toBe('abababbb')
    stopSecond()
    clock.pass(1000)
    expect(beats).toHaveLength(8)
  })

  it('beats once, not twice, after a pause between two calls', () => {
    const clock = fakeClock()
    const rtpClock = createRtpClock(clock)
    rtpClock.add(() => undefined)()
    let beats = 0
    rtpClock.add(() => {
      beats += 1
    })
    clock.pass(100)
    expect(beats).toBe(6)
  })

  it('leaves out what a sleeping computer missed', () => {
    let now = 0
    const waiting: (() => void)[] = []
    const rtpClock = createRtpClock({
      now: () => now,
      wallTime: () => now,
      after: (_, action) => {
        waiting.push(action)
        return () => undefined
      },
    })
    let beats = 0
    rtpClock.add(() => {
      beats += 1
    })
    waiting.shift()?.()
    now = 100
    waiting.shift()?.()
    expect(beats).toBe(6)
    now = 3_600_000
    waiting.shift()?.()
    expect(beats).toBe(7)
  })
})
