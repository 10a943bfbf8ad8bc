import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, expectTypeOf, it } from 'vitest'

import { languages } from '../../../renderer/domain/language.ts'
import type { Arguments, Message } from '../../../renderer/words/message.ts'
import { sayIn, words } from '../../../renderer/words/say.ts'
import type { WordKey } from '../../../renderer/words/say.ts'
import { clockTime, dayAndHour } from '../../../renderer/words/times.ts'

const keys = Object.keys(words) as WordKey[]

type Elements = ReturnType<IntlMessageFormat['getAst']>

/** Elements of a message that stand for no argument: text, and the `#` of a plural. */
const withoutArgument = [0, 7]

function argumentsOf(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if (withoutArgument.includes(element.type) || !('value' in element)) return []
    const branches = 'options' in element ? Object.values(element.options) : []
    return [element.value, ...branches.flatMap(({ value }) => argumentsOf(value))]
  })
}

const argumentsIn = (text: string): string[] => {
  const message = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true })
  return [...new Set(argumentsOf(message.getAst()))].sort()
}

describe('the words', () => {
  it('are more than a hundred messages, each of which parses in every language with the same arguments', () => {
    expect(keys.length).toBeGreaterThan(100)
    for (const key of keys) {
      const [english, ...others] = languages.map((language) => argumentsIn(words[key][language]))
      for (const other of others) expect(other, key).toEqual(english)
    }
  })

  it('have branches that the types can tell from arguments', () => {
    for (const key of keys)
      for (const branch of words[key].en.matchAll(/\{([^{}]*)\}/g))
        if (!argumentsIn(words[key].en).includes(branch[1]?.split(',')[0]?.trim() ?? ''))
          expect(branch[1], key).toMatch(/[ #]/)
  })

  it('have French as Canada writes it: typographic apostrophes, a no-break space before a colon and none before ? ! ;', () => {
    for (const key of keys) {
      const { fr } = words[key]
      expect(fr, key).not.toMatch(/\w'\w/)
      expect(fr, key).not.toMatch(/\s[?!;]|[^\u00a0]:(\s|$)/)
    }
  })

  it('are said with their arguments, in each language', () => {
    expect(languages.map((language) => sayIn(language)('story.past.count', { count: 1 }))).toEqual([
      '1 earlier contact',
      '1 échange précédent',
    ])
    expect(sayIn('fr')('offer.heading', { name: '<b>Zoé</b> {x}' })).toBe('<b>Zoé</b> {x} vous appelle')
  })

  it('do not compile without their French, nor with an argument that the message does not name', () => {
    expectTypeOf<{ en: string }>().not.toExtend<Message>()
    expectTypeOf<{ en: string; fr: string }>().toExtend<Message>()
    expectTypeOf(sayIn('en')<'offer.heading'>).parameters.toEqualTypeOf<
      [key: 'offer.heading', values: Readonly<Record<'name', string | number>>]
    >()
  })

  it('know their arguments at compile time', () => {
    expectTypeOf<Arguments<'Hello'>>().toEqualTypeOf<[]>()
    expectTypeOf<Arguments<'{a} and {b}'>>().toEqualTypeOf<
      [values: Readonly<Record<'a' | 'b', string | number>>]
    >()
    expectTypeOf<Arguments<'{count, plural, one {# call} other {# calls}}'>>().toEqualTypeOf<
      [values: Readonly<Record<'count', string | number>>]
    >()
  })
})

describe('times', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [192_000, '3:12'],
    [3_792_999, '1:03:12'],
  ])('%d ms on a clock is %s', (milliseconds, shown) => {
    expect(clockTime(milliseconds)).toBe(shown)
  })

  it('are written as people write them', () => {
    const at = new Date(2026, 10, 23, 14, 5).getTime()
    expect(dayAndHour('fr', at)).toMatch(/23 nov\.? 2026.*14\u00a0h\u00a005$/)
    expect(dayAndHour('en', at)).toMatch(/Nov\.? 23, 2026.*2:05\u00a0p\.m\.$/)
  })
})
