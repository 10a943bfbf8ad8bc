import { describe, expect, it } from 'vitest'

import { learntReader } from '../../../../renderer/domain/moods/learnt-reader.ts'
import { judgement, shipped } from './judge.ts'

describe('the reader of this device', () => {
  it('is the one that ships before anybody has judged anything', () => {
    const reader = learntReader([])
    expect(reader.version).toBe(shipped.version)
    expect(reader.read('never again', 'en')).toEqual(shipped.read('never again', 'en'))
  })

  it('reads the very words that were corrected as they were corrected, however they are typed', () => {
    const reader = learntReader([judgement('It’s   been a DAY', 'negative')])
    const { mood, score, evidence } = reader.read("it's been a day ", 'en')
    expect([shipped.read("it's been a day ", 'en').mood, mood]).toEqual(['neutral', 'negative'])
    expect(score).toBeLessThan(-0.2)
    // Words are always shown: where none of them speaks for it, they did together.
    expect(evidence.length).toBeGreaterThan(0)
    expect(Math.min(...evidence.map(({ weight }) => weight))).toBeLessThan(0)
  })

  it('shows all the words where none of them speaks for what they were corrected to', () => {
    const words = 'it is what it is'
    const { mood, score, evidence } = learntReader([judgement('It  IS what it is', 'negative')]).read(
      words,
      'en',
    )
    expect({ mood, score, evidence }).toEqual({
      ...{ mood: 'negative', score: -0.7 },
      evidence: [{ from: 0, to: words.length, weight: -0.7, turns: [] }],
    })
  })

  it('believes the later of two judgements on the same words', () => {
    const words = 'that will do'
    const twice = [judgement(words, 'negative'), judgement(words, 'positive', { id: 'other' })]
    expect(learntReader(twice).read(words, 'en').mood).toBe('positive')
  })

  it('does not take the beginning of a long letter for the whole of it', () => {
    const kept = 'I am furious about this. '.repeat(100).slice(0, 2000)
    const reader = learntReader([judgement(kept, 'neutral')])
    expect(reader.read(`${kept} and more`, 'en').mood).toBe('negative')
  })

  it('says in its version that it has learnt', () => {
    const one = learntReader([judgement('that will do', 'negative')]).version
    const other = learntReader([judgement('that will do', 'positive')]).version
    expect(new Set([shipped.version, one, other]).size).toBe(3)
  })

  it.each(['constructor', '__proto__', '\ud800', 'x'.repeat(50_000), ''])('reads %j as ever', (text) => {
    const reader = learntReader([judgement('toString', 'positive')])
    expect(reader.read(text, 'en').mood).toBe(shipped.read(text, 'en').mood)
  })
})
