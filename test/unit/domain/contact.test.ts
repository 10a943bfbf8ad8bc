import { describe, expect, it } from 'vitest'

import { comparableNumber } from '../../../renderer/domain/contact.ts'
import { preferredLanguage } from '../../../renderer/domain/language.ts'

describe('a telephone number', () => {
  it.each([
    ['+1 (514) 555-0123', '+15145550123'],
    ['0015145550123', '+15145550123'],
    ['514.555.0123', '5145550123'],
    ['anonymous', undefined],
    ['sip:amelie', undefined],
    ['', undefined],
    [undefined, undefined],
    ['+1234567890123456', undefined],
  ])('%s is compared as %s', (written, compared) => {
    expect(comparableNumber(written)).toBe(compared)
  })
})

describe('the language of the desk', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['de-DE', 'fr'], 'fr'],
    [['EN-gb'], 'en'],
    [['de', 'es'], 'en'],
    [[], 'en'],
  ] as const)('is taken from %j: %s', (tags, language) => {
    expect(preferredLanguage(tags)).toBe(language)
  })
})
