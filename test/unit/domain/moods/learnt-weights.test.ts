import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import type { Language } from '../../../../renderer/domain/language.ts'
import { furthest, learntWeights, mostLearnt } from '../../../../renderer/domain/moods/learnt-weights.ts'
import { readWeights } from '../../../../renderer/domain/sentiment/linear-layer.ts'
import { moods } from '../../../../renderer/domain/sentiment/mood.ts'
import type { Mood } from '../../../../renderer/domain/sentiment/mood.ts'
import { createMoodReader } from '../../../../renderer/domain/sentiment/read-mood.ts'
import { trainedFor } from '../../../../renderer/domain/sentiment/weights.ts'
import { judgement, shipped } from './judge.ts'

/** What was corrected, as what, and what others say who mean the same. */
const corrected: Readonly<Record<Language, readonly (readonly [string, Mood, readonly string[]])[]>> = {
  en: [
    [
      'well that is just typical of your lot',
      'negative',
      ['typical, just typical of your lot', 'typical of your lot, that is'],
    ],
    ['your colleague is the bee’s knees', 'positive', ['the bee’s knees, that colleague of yours']],
    [
      'you could hear a pin drop in that room',
      'neutral',
      ['you could hear a pin drop in there', 'you could have heard a pin drop'],
    ],
  ],
  fr: [
    [
      'vous m’avez jeté comme une vieille chaussette',
      'negative',
      ['comme une vieille chaussette', 'jetée comme une vieille chaussette'],
    ],
    ['le dossier dort sur un bureau', 'negative', ['mon dossier dort quelque part']],
    ['c’est le bouquet', 'negative', ['c’est vraiment le bouquet']],
  ],
}

const judgementsOf = (language: Language) =>
  corrected[language].map(([text, given]) => judgement(text, given, { language }))

const readerWith = (language: Language) =>
  createMoodReader({ trained: { [language]: learntWeights(language, judgementsOf(language)) } })

/** Utterances about other things: two hundred of those that the project has written. */
function unrelated(language: Language): readonly string[] {
  const file = (part: string): string =>
    readFileSync(
      new URL(`../../../../build/sentiment/utterances/${language}/part-${part}.jsonl`, import.meta.url),
      'utf8',
    )
  return `${file('05')}\n${file('09')}`
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text)
}

describe.each(['en', 'fr'] as const)('what agents corrected in %s', (language) => {
  it('is read so in what others say who mean the same', () => {
    const reader = readerWith(language)
    const variants = corrected[language].flatMap(([, given, texts]) =>
      texts.map((text) => [text, given] as const),
    )
    const right = (mood: (text: string) => Mood) => variants.filter(([text, given]) => mood(text) === given)
    expect(right((text) => shipped.read(text, language).mood)).toEqual([])
    expect(right((text) => reader.read(text, language).mood)).toEqual(variants)
  })

  it('changes no class of two hundred utterances about other things', () => {
    const reader = readerWith(language)
    const others = unrelated(language)
    expect(others.length).toBeGreaterThanOrEqual(200)
    const read = (one: typeof reader) => others.map((text) => one.read(text, language).mood)
    expect(read(reader)).toEqual(read(shipped))
  })

  it('moves no weight further than the bound, and most not at all', () => {
    const learnt = learntWeights(language, judgementsOf(language))
    const before = trainedFor(language)
    for (const side of ['negative', 'positive'] as const) {
      const [from, to] = [readWeights(before.hashed[side]), readWeights(learnt.hashed[side])]
      const moved = from.map((weight, at) => Math.abs(weight - (to[at] ?? 0)))
      expect(learnt.hashed[side].largest).toBe(before.hashed[side].largest)
      // Written weights are rounded to the step that is nearest.
      expect(Math.max(...moved)).toBeLessThan(furthest + 0.06)
      expect(moved.filter((by) => by > 0).length).toBeLessThan(2_000)
    }
    expect({ ...learnt, version: '', hashed: '' }).toEqual({ ...before, version: '', hashed: '' })
  })
})

describe('the weights of a device', () => {
  it('are those that ship where nobody has judged anything in that language', () => {
    expect(learntWeights('fr', judgementsOf('en'))).toBe(trainedFor('fr'))
  })

  it('are the same for the same judgements, and say so', () => {
    const [one, other] = [learntWeights('en', judgementsOf('en')), learntWeights('en', judgementsOf('en'))]
    expect(one).toEqual(other)
    expect(one.version).toMatch(new RegExp(`^${trainedFor('en').version}\\+3\\.[a-z0-9]+$`, 'u'))
    const changed = judgementsOf('en').map((each) => ({ ...each, given: 'neutral' as const }))
    expect(learntWeights('en', changed).version).not.toBe(one.version)
  })

  it('are surer of what an agent has called right', () => {
    const text = 'well that is just typical of your lot'
    const confirmed = judgement(text, 'positive', { how: 'asked' })
    const reader = createMoodReader({ trained: { en: learntWeights('en', [confirmed]) } })
    expect(reader.read(text, 'en').score).toBeGreaterThan(shipped.read(text, 'en').score)
  })

  it('are learnt from the newest, in little time, and nonsense spoils little', () => {
    const texts = unrelated('en')
    const many = Array.from({ length: mostLearnt + 300 }, (_, nth) =>
      judgement(`${texts[nth % 100] ?? ''} ${nth}`, moods[nth % 3] ?? 'neutral'),
    )
    const began = performance.now()
    const learnt = learntWeights('en', many)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(learnt).toEqual(learntWeights('en', many.slice(-mostLearnt)))
    const reader = createMoodReader({ trained: { en: learnt } })
    const others = texts.slice(100)
    const same = others.filter((text) => reader.read(text, 'en').mood === shipped.read(text, 'en').mood)
    expect(same.length / others.length).toBeGreaterThan(0.95)
  })
})
