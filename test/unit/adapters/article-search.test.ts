import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import type { ArticleIndex } from '../../../renderer/adapters/packs/search/article-index.ts'
import type { ArticleHit, Mark, SearchFilter } from '../../../renderer/domain/knowledge/article-hit.ts'
import { article, heading, indexOf, packOf, paragraph, somePack } from './searched-packs.ts'

let index: ArticleIndex
beforeAll(async () => {
  index = await indexOf(somePack)
})

const en: SearchFilter = { language: 'en' }
const fr: SearchFilter = { language: 'fr' }
const ids = (hits: readonly ArticleHit[]): readonly string[] => hits.map(({ article: id }) => id)
const marked = ({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly Mark[]
}): readonly string[] => marks.map(({ from, to }) => text.slice(from, to))

describe('a search for articles', () => {
  it('finds French words without their accents, after an apostrophe, and in other forms', () => {
    for (const query of ['aîné', 'AINE', 'l’aîné', "l'aine", 'demenagee', 'déménager'])
      expect(ids(index.search(query, fr, 9)), query).toEqual(['elder'])
    expect(ids(index.search('frais', fr, 9))).toEqual(['fees'])
    expect(ids(index.search('coutait', fr, 9))).toEqual(['fees'])
  })

  it('finds English words in other forms', () => {
    for (const query of ['renewal', 'renewed', 'renews'])
      expect(ids(index.search(query, en, 9))).toEqual(['renewal'])
    expect(ids(index.search('losing', en, 9))).toEqual(['lost'])
  })

  it('finds while the last word is still being typed, also where its stem is shorter than that', () => {
    for (const query of ['ren', 'renou', 'renouvelle', 'renouvelleme'])
      expect(ids(index.search(query, fr, 9)), query).toContain('renewal')
    expect(ids(index.search('lost pas', en, 9))[0]).toBe('lost')
    // It is finished: nobody has such a word.
    expect(ids(index.search('renou ', fr, 9))).toEqual([])
  })

  it('finds what is mistyped by one letter or two, and what two letters have changed places in', () => {
    for (const query of ['pasport', 'passsport', 'passprot', 'pssaport '])
      expect(ids(index.search(query, en, 9))[0]).toBe('lost')
    expect(ids(index.search('dolars', en, 9))).toEqual(['fees'])
    expect(ids(index.search('zzzzzzzz', en, 9))).toEqual([])
  })

  it('finds an English article by the words of its French twin, and the other way round', () => {
    const [hit] = index.search('combien ça coûte', en, 9)
    expect(hit).toMatchObject({ article: 'fees', language: 'en', title: { text: 'Fees', marks: [] } })
    expect(hit?.passage).toEqual({ anchor: undefined, text: 'Forty dollars.', marks: [] })
    expect(ids(index.search('renewing', fr, 9))).toEqual(['renewal'])
  })

  it('puts what is found by its own words before what is found by its twin’s', async () => {
    const both = await indexOf(
      packOf([
        article('a', 'en', 'Photo', { text: 'Size' }),
        article('a', 'fr', 'Image', { text: 'Taille' }),
        article('b', 'en', 'Picture', { text: 'Size' }),
        article('b', 'fr', 'Photo', { text: 'Taille' }),
        article('c', 'en', 'Other', { text: 'Thing' }),
      ]),
    )
    expect(ids(both.search('photo', en, 9))).toEqual(['a', 'b'])
    expect(ids(both.search('photo', fr, 9))).toEqual(['b', 'a'])
  })

  it('gives an article that has only the other language in that one', () => {
    expect(index.search('francisation', en, 9)).toMatchObject([{ article: 'only-french', language: 'fr' }])
  })

  it('marks the words in the title and in the passage that fits best', async () => {
    const long = await indexOf(
      packOf([
        article('moving', 'en', 'Moving house', {
          blocks: [
            paragraph('First ask when.'),
            heading('bank', 'The bank'),
            paragraph('An address of the bank.'),
            heading('post', 'The post'),
            paragraph('Letters follow to the new address; the 😀 address changes once. Moved twice?'),
          ],
        }),
        article('other', 'en', 'Other', { text: 'Nothing.' }),
      ]),
    )
    const [hit] = long.search('address changed after moving', en, 9)
    expect(marked(hit?.title ?? { text: '', marks: [] })).toEqual(['Moving'])
    expect(hit?.passage.anchor).toBe('post')
    expect(hit && marked(hit.passage)).toEqual(['address', 'address', 'changes', 'Moved'])
  })

  it('shows of a long passage what stands around the first mark, and whole words', async () => {
    const text = `${'before '.repeat(200)}needle ${'after '.repeat(200)}`
    const long = await indexOf(packOf([article('a', 'en', 'A', { text }), article('b', 'en', 'B')]))
    const [hit] = long.search('needle', en, 1)
    expect(hit?.passage.text.length).toBeLessThanOrEqual(602)
    expect(hit?.passage.text).toMatch(/^…before .*needle .*after…$/)
    expect(hit && marked(hit.passage)).toEqual(['needle'])
  })

  it('keeps to a queue, a topic and a pack; an article without queues is for all', async () => {
    const filtered = await indexOf(
      packOf([
        article('a', 'en', 'Photo one', { queues: ['Passports'], topics: ['photos'] }),
        article('b', 'en', 'Photo two', { queues: ['Benefits'] }),
        article('c', 'en', 'Photo three'),
      ]),
      packOf([article('d', 'en', 'Photo four')], { name: 'other' }),
    )
    const found = (filter: Partial<SearchFilter>): readonly string[] =>
      [...ids(filtered.search('photo', { ...en, ...filter }, 9))].sort()
    expect(found({})).toEqual(['a', 'b', 'c', 'd'])
    expect(found({ queue: 'Passports' })).toEqual(['a', 'c', 'd'])
    expect(found({ topic: 'photos' })).toEqual(['a'])
    expect(found({ pack: 'other' })).toEqual(['d'])
    expect(found({ pack: 'nobody' })).toEqual([])
    expect(filtered.search('photo', en, 2)).toHaveLength(2)
  })

  it('leaves out what has expired, from the day after its last one', async () => {
    const old = await indexOf(
      packOf([
        article('yesterday', 'en', 'Photo', { expires: '2026-11-22' }),
        article('today', 'en', 'Photo', { expires: '2026-11-23' }),
      ]),
    )
    expect(ids(old.search('photo', en, 9))).toEqual(['today'])
    expect(ids(old.suggest(['a photo'], en, 9))).not.toContain('yesterday')
  })

  it('has nothing for nothing', () => {
    for (const query of ['', '   ', '?!', 'the', 'who are you', '\n', '\u0301'])
      expect(index.search(query, en, 9), query).toEqual([])
  })
})

describe('articles for a conversation', () => {
  it('are those whose question has been said, in whatever language', () => {
    expect(ids(index.suggest(['hello', 'I cannot find my passport anywhere'], en, 4))).toEqual(['lost'])
    expect(ids(index.suggest(['je ne trouve plus mon passeport'], en, 4))).toEqual(['lost'])
    expect(ids(index.suggest(['Je voudrais le renouveler par la poste'], fr, 4))).toEqual(['renewal'])
  })

  it('are none where nothing fits well', () => {
    expect(index.suggest([], en, 4)).toEqual([])
    for (const said of ['hello, how are you', 'one moment please', 'I have forty cats', 'bonjour madame'])
      expect(index.suggest([said], en, 4), said).toEqual([])
  })

  it('begin with what was said last', () => {
    const [first, second] = ['I lost my passport', 'how do I renew by post']
    expect(ids(index.suggest([first, second], en, 4))).toEqual(['renewal', 'lost'])
    expect(ids(index.suggest([second, first], en, 4))).toEqual(['lost', 'renewal'])
  })

  it('are none of what was said long ago', () => {
    const since = Array.from({ length: 6 }, () => 'yes')
    expect(index.suggest(['I lost my passport', ...since], en, 4)).toEqual([])
  })
})

describe('what nobody types', () => {
  it.each([
    ['a word of 50,000 letters', 'a'.repeat(50_000)],
    ['50,000 words', 'passport '.repeat(50_000)],
    ['names that objects have', '__proto__ constructor hasOwnProperty toString'],
    ['lone surrogates', '\ud800 pass\udc00port'],
    ['emoji', '😀👩‍👩‍👧‍👦🇨🇦'],
    ['right to left', 'جواز السفر المفقود دَرْكُون'],
    ['marks without letters', '\u0301'.repeat(10_000)],
    ['no bounds', '\u0000\u200b\u202e'],
  ])('does no harm and takes no time: %s', (_name, text) => {
    const begin = performance.now()
    for (const ask of [index.search(text, en, 9), index.suggest([text, text], fr, 9)])
      expect(ask.length).toBeLessThanOrEqual(9)
    expect(performance.now() - begin).toBeLessThan(1000)
  })

  it('is found where an article has it', async () => {
    const odd = await indexOf(
      packOf([
        article('constructor', 'en', 'Constructor __proto__', { text: `a ${'b'.repeat(50_000)} \ud800` }),
        article('b', 'en', 'جواز السفر'),
      ]),
    )
    expect(ids(odd.search('__proto__', en, 9))).toEqual(['constructor'])
    expect(ids(odd.search('b'.repeat(50_000), en, 9))).toEqual(['constructor'])
    expect(ids(odd.search('السفر', en, 9))).toEqual(['b'])
  })

  it('never throws, and marks only what is there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', 'passeport ', 'l’'),
        (text, before) => {
          for (const hit of [...index.search(before + text, fr, 5), ...index.suggest([before, text], en, 5)])
            for (const one of [hit.title, hit.passage])
              for (const { from, to } of one.marks) {
                expect(from).toBeLessThan(to)
                expect(to).toBeLessThanOrEqual(one.text.length)
              }
        },
      ),
      { numRuns: 200 },
    )
  })
})
