import { describe, expect, it } from 'vitest'

import type { Language } from '../../../../renderer/domain/language.ts'
import type { UtteranceMood } from '../../../../renderer/domain/sentiment/mood.ts'
import { createMoodReader } from '../../../../renderer/domain/sentiment/read-mood.ts'

const reader = createMoodReader()
const moodOf = (text: string, hint: Language): string => reader.read(text, hint).mood

/** The words that decided, as the agent sees them: strongest first. */
const shown = (text: string, { evidence }: UtteranceMood): readonly string[] =>
  evidence.map(({ from, to }) => text.slice(from, to))

describe('the mood of an utterance', () => {
  it.each([
    ['you hung up on me twice yesterday and I am furious', 'negative'],
    ['I will never again trust this office', 'negative'],
    ['nobody answers and I am still waiting', 'negative'],
    ['this is the third time that I send the very same letter', 'negative'],
    ['thank you so much, you have been wonderful', 'positive'],
    ['the lady at the counter was brilliant, I am so grateful', 'positive'],
    ['what documents do I need to bring on Tuesday?', 'neutral'],
    ['ok thanks, bye', 'neutral'],
  ])('of "%s" is %s', (text, mood) => {
    expect(moodOf(text, 'en')).toBe(mood)
  })

  it.each([
    ['ça fait trois fois que je rappelle et personne ne répond', 'negative'],
    ['je vais porter plainte contre votre bureau', 'negative'],
    ['on m’a raccroché au nez, c’est inacceptable', 'negative'],
    ['je ne suis pas contente du tout', 'negative'],
    ['merci infiniment, vous êtes formidable', 'positive'],
    ['quel soulagement, tout est enfin réglé', 'positive'],
    ['quel formulaire dois-je remplir pour changer d’adresse?', 'neutral'],
    ['ok merci bonne journée', 'neutral'],
  ])('of « %s » is %s', (text, mood) => {
    expect(moodOf(text, 'fr')).toBe(mood)
  })

  it('lies where "but" leads', () => {
    const hopeful = reader.read('the wait was awful but the result is wonderful', 'en')
    const bitter = reader.read('the result is wonderful but the wait was awful', 'en')
    expect(hopeful.score).toBeGreaterThan(bitter.score)
    const sides = hopeful.evidence.flatMap(({ turns }) => turns)
    expect(sides).toContain('after-but')
    expect(sides).toContain('before-but')
  })

  it('is said with the words that decided, and their turns', () => {
    const text = 'honestly the service is not good'
    const read = reader.read(text, 'en')
    const good = read.evidence.find(({ from, to }) => text.slice(from, to) === 'good')
    expect(read.mood).toBe('negative')
    expect(good?.turns).toEqual(['negated'])
  })

  it('shows a phrase whole', () => {
    const text = 'they hung up on me'
    expect(shown(text, reader.read(text, 'en'))[0]).toBe('hung up on me')
  })

  it.each(['!!!', '', '   ', '…', '12345', '\n\n'])('is neutral where nothing was said: "%s"', (text) => {
    expect(reader.read(text, 'en').mood).toBe('neutral')
  })

  it('has a part per phrase', () => {
    const text = 'you were lovely, but the letter is a disgrace'
    const [first, last] = [reader.read(text, 'en').phrases[0], reader.read(text, 'en').phrases.at(-1)]
    expect(text.slice(first?.from, first?.to)).toBe('you were lovely')
    expect(first?.score).toBeGreaterThan(0)
    expect(last?.score).toBeLessThan(0)
  })
})

describe('the language of an utterance', () => {
  it.each([
    ['I would like to know where my file is', 'fr', 'en'],
    ['je voudrais savoir où est mon dossier', 'en', 'fr'],
    ['Bonjour, I need to renew my card before the winter, merci', 'fr', 'en'],
    ['wow so nice, mais je ne sais pas où est la lettre', 'en', 'fr'],
    ['Excellent charger', 'en', 'en'],
    ['ok', 'fr', 'fr'],
    ['ok', 'en', 'en'],
    ['👍', 'fr', 'fr'],
  ] as const)('of "%s", where %s was expected, is %s', (text, hint, language) => {
    expect(reader.read(text, hint).language).toBe(language)
  })
})
