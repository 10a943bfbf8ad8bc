import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Contact } from '../../../../renderer/domain/contact.ts'
import { asContactId } from '../../../../renderer/domain/ids.ts'
import { contactFit } from '../../../../renderer/domain/story/find-contact.ts'
import { mergeContact } from '../../../../renderer/domain/story/merge-contact.ts'
import { beginsAll, wordsOf } from '../../../../renderer/domain/story/words-of.ts'
import { makeContact } from '../../../make.ts'

const zoe = makeContact({
  name: 'Zoé L’Écuyer-Cœur',
  numbers: ['+1 514 555-0166', '*98'],
  addresses: ['Zoe.Ecuyer@Example.org'],
})
const fit = (text: string, contact: Contact = zoe) => contactFit(text)(contact)

describe('somebody', () => {
  it.each([
    ['their whole name', 'zoe l ecuyer coeur', 0],
    ['the beginnings of words of it, in any order', 'CŒ ecu', 1],
    ['a number as it is', '0015145550166', 0],
    ['the beginning of a number', '+1 (514) 555', 1],
    ['digits within a number', '555-01', 2],
    ['their address', ' zoe.ecuyer@EXAMPLE.org ', 0],
    ['the beginning of their address', 'zoe.e', 1],
    ['where their address is', '@example', 2],
  ])('is found by %s', (_how, text, expected) => {
    expect(fit(text)).toBe(expected)
  })

  it.each([
    '',
    '   ',
    'cuyer',
    'zoe tremblay',
    '5',
    '+514',
    '+1 555',
    '99',
    'ecuyer@',
    'constructor',
    '__proto__',
  ])('is not found by %j', (text) => {
    expect(fit(text)).toBeUndefined()
  })

  it('is found by what whoever was merged into them had', () => {
    const gone = makeContact({ id: asContactId('2'), name: 'Zoé Roy', addresses: ['roy@example.com'] })
    const now = mergeContact(
      makeContact({ id: asContactId('3'), name: 'Ana' }),
      mergeContact(zoe, gone, 1),
      2,
    )
    for (const text of ['roy zoe', 'coeur', 'roy@', '+1514555', 'ana']) expect(fit(text, now)).toBeDefined()
  })
})

describe('anything', () => {
  it('can be looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const found = fit(text)
        expect(found === undefined || (found >= 0 && found <= 2)).toBe(true)
      }),
    )
  })

  it('of ten million letters takes no time', () => {
    const texts = ['0', 'e\u0301', ' ', '@', '\ud800'].map((letter) => letter.repeat(10_000_000))
    const began = performance.now()
    for (const text of texts) fit(text)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('words', () => {
  it('are those between spaces and signs, without case and accents', () => {
    expect(wordsOf(' L’Œuvre, ÉTÉ-2026 ! ')).toEqual(['l', 'oeuvre', 'ete', '2026'])
    expect(beginsAll(['ete', 'oeuvre'], ['oe', 'ete'])).toBe(true)
    expect(beginsAll(['ete'], ['te'])).toBe(false)
    expect(beginsAll(['ete'], [])).toBe(false)
  })
})
