import { describe, expect, it } from 'vitest'

import type { Language } from '../../../../renderer/domain/language.ts'
import { tokensOf } from '../../../../renderer/domain/sentiment/token.ts'
import { readByRules } from '../../../../renderer/domain/sentiment/turns.ts'
import { wordsOf } from '../../../../renderer/domain/sentiment/words-of.ts'

const known = { en: wordsOf('en'), fr: wordsOf('fr') }
const weighed = (text: string, language: Language) => readByRules(tokensOf(text), known[language]).weighed

/** What the rules weigh a text with, all in all. */
const total = (text: string, language: Language): number =>
  weighed(text, language).reduce((sum, { weight }) => sum + weight, 0)

describe('English turns', () => {
  it.each(['not good', "isn't good", 'isnt good', 'never good', 'no good', 'hardly any good'])(
    'take "%s" for bad',
    (text) => expect(total(text, 'en')).toBeLessThan(0),
  )

  it('take "not bad" for half good', () => {
    expect(total('it is not terrible', 'en')).toBeGreaterThan(0)
    expect(total('it is not terrible', 'en')).toBeLessThan(total('it is great', 'en'))
  })

  it('lift a double negation, and end a negation at a mark', () => {
    expect(total('never not good', 'en')).toBeGreaterThan(0)
    expect(total('not today, good', 'en')).toBeGreaterThan(0)
    expect(total('not only good', 'en')).toBeGreaterThan(0)
  })

  it('negate twice what is said twice', () => {
    expect(total('not good not good', 'en')).toBeLessThan(total('not good', 'en'))
    expect(total('pas content pas content', 'fr')).toBeLessThan(total('pas content', 'fr'))
  })

  it('boost, soften, shout and draw out', () => {
    const plain = total('it is good', 'en')
    expect(total('it is very good', 'en')).toBeGreaterThan(plain)
    expect(total('it is slightly good', 'en')).toBeLessThan(plain)
    expect(total('it is GOOD', 'en')).toBeGreaterThan(plain)
    expect(total('it is goooood', 'en')).toBeGreaterThan(plain)
  })

  it('know emoji, and are not turned by what is part of a phrase', () => {
    expect(total('😡', 'en')).toBeLessThan(0)
    expect(total('never again', 'en')).toBeLessThan(0)
  })
})

describe('French turns', () => {
  it.each([
    ...['je n’aime pas', 'j’aime pas', 'pas content', 'je ne suis plus content', 'ce n’est guère agréable'],
    ...[
      'rien de bon',
      'aucune gentillesse',
      'jamais satisfait',
      'sans plaisir',
      'ben voyons pas drôle pantoute',
    ],
  ])('take "%s" for bad', (text) => expect(total(text, 'fr')).toBeLessThan(0))

  it('tell "plus" from "plus"', () => {
    expect(total('il est plus gentil', 'fr')).toBeGreaterThan(0)
    expect(total('il n’est plus gentil', 'fr')).toBeLessThan(0)
  })

  it('negate once, however many words of negation a clause has', () => {
    expect(total('je ne suis plus jamais content', 'fr')).toBeLessThan(0)
  })

  it('forgive accents that were left out, where there is no doubt', () => {
    expect(total('inquiete', 'fr')).toBeLessThan(0)
    expect(total('tres decu', 'fr')).toBeLessThan(0)
  })

  it('weigh what follows "mais" more', () => {
    expect(total('agréable mais horrible', 'fr')).toBeLessThan(total('horrible mais agréable', 'fr'))
  })
})
