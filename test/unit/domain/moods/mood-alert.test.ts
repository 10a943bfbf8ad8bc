import { describe, expect, it } from 'vitest'

import { hasFallen, nextAlert } from '../../../../renderer/domain/moods/mood-alert.ts'
import type { AlertState } from '../../../../renderer/domain/moods/mood-alert.ts'
import { flagged } from './judge.ts'

const fallen = (...scores: readonly number[]): boolean => hasFallen(scores.map((score) => flagged(score)))

describe('a customer’s mood', () => {
  it('has fallen after three negative ones in a row', () => {
    expect(fallen(-0.3, -0.3)).toBe(false)
    expect(fallen(0.9, -0.3, -0.3, -0.3)).toBe(true)
    expect(fallen(-0.3, -0.3, -0.3, 0)).toBe(false)
  })

  it('has fallen when the last six are low, and clearly lower than those before', () => {
    const low = [-0.9, 0, -0.9, -0.9, 0, -0.9]
    expect(fallen(...low)).toBe(false)
    expect(fallen(0.1, ...low)).toBe(true)
    // As low as ever: that is how they speak.
    expect(fallen(-0.9, 0.1, -0.9, -0.9, 0, -0.9, ...low)).toBe(false)
    // Lower than before, and still no more than neutral.
    expect(fallen(0.9, 0.9, 0.1, 0, 0.1, 0, 0.1, 0)).toBe(false)
  })

  it('is what the agent says it is', () => {
    const negative = flagged(-0.9)
    const irony = flagged(-0.9, { corrected: 'positive' })
    expect(hasFallen([negative, irony, negative, negative])).toBe(false)
  })
})

describe('the alert', () => {
  it('is shown once until it is seen, and again only after the mood has risen', () => {
    const steps = [false, true, true, false, 'seen', false, true, 'seen', true, false, true] as const
    const states: AlertState[] = []
    let state: AlertState = 'none'
    for (const step of steps) {
      state = step === 'seen' ? 'seen' : nextAlert(state, step)
      states.push(state)
    }
    expect(states).toEqual([
      ...['none', 'shown', 'shown', 'shown', 'seen', 'none', 'shown', 'seen', 'seen', 'none', 'shown'],
    ])
  })
})
