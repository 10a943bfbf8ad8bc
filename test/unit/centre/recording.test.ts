// @vitest-environment node
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { recordingWish } from '../../../electron/centre/practice/recording-wish.ts'
import { statusOf } from './raw-sip.ts'
import { openTalkingFloor } from './talking-floor.ts'
import type { TalkingFloor } from './talking-floor.ts'

describe('what a desk asks of the recording', () => {
  it.each([
    [[], undefined],
    [['off'], 'rest'],
    [[' OFF '], 'rest'],
    [['On'], 'go-on'],
    [['off', 'off'], 'rest'],
    [['off', 'on'], 'not-understood'],
    [['pause'], 'not-understood'],
    [[''], 'not-understood'],
    [['constructor'], 'not-understood'],
  ])('%j says %s', (headers, wish) => {
    expect(recordingWish(headers)).toBe(wish)
  })

  it('is one of the two words or not understood, whatever somebody sends (1,000 headers)', () => {
    const headers = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('off', 'on')), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(headers, (said) => {
        const [one = '', ...others] = new Set(said.map((text) => text.trim().toLowerCase()))
        const known = others.length === 0 && ['off', 'on'].includes(one)
        expect(recordingWish(said) !== 'not-understood').toBe(known)
      }),
      { numRuns: 1_000, seed: 20261123 },
    )
  })
})

describe('the recording of a call in practice', () => {
  let floor: TalkingFloor
  beforeEach(async () => {
    floor = await openTalkingFloor()
  })
  afterEach(() => floor.close())

  const told = () => floor.centre.events.filter(({ kind }) => kind.startsWith('recording-'))

  it('rests and goes on as the desk asks, each once, in its own call', async () => {
    const dialog = await floor.ellisTalking()
    const ask = async (value: string) => statusOf(await dialog.request('INFO', [`Record: ${value}`]))
    expect([await ask('off'), await ask('off'), await ask('on')]).toEqual(['200 OK', '200 OK', '200 OK'])
    expect(told()).toMatchObject([
      { kind: 'recording-rests', from: 'ellis', to: 'ada' },
      { kind: 'recording-goes-on', from: 'ellis', to: 'ada' },
    ])
  })

  it('is not said to rest when the desk asks for something else', async () => {
    const dialog = await floor.ellisTalking()
    expect(statusOf(await dialog.request('INFO', ['Record: pause']))).toBe('400 Bad Request')
    expect(told()).toEqual([])
  })
})
