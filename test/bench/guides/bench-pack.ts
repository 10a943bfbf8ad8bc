import { passagesOf } from '../../../renderer/domain/knowledge/article-text.ts'
import { blocksText } from '../../../renderer/domain/knowledge/article-text.ts'
import type { Article, Block } from '../../../renderer/domain/knowledge/article.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { languages } from '../../../renderer/domain/language.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { chance } from './chance.ts'
import type { Chance } from './chance.ts'

/** Words of an article, about. */
const wordsEach = 400
const wordsInSentence = 14
const sentencesInPassage = 7
const questionsEach = 4
/** Words of each article that no other has: streets, forms, offices. They make the vocabulary grow as it does in use. */
const namesEach = 3

/** Which word follows which, as in what people have written. */
type Chain = ReadonlyMap<string, readonly string[]>

export interface BenchPackPlan {
  readonly name: string
  readonly version: number
  /** Files: half of them in each language. */
  readonly articles: number
  readonly seed: number
}

/** A pack as large as a public service's, from the words of the sample packs and their order; the same seed, the same pack. */
export function benchPack(samples: readonly Pack[], { name, version, articles, seed }: BenchPackPlan): Pack {
  const chains = { en: chainOf(samples, 'en'), fr: chainOf(samples, 'fr') }
  const roll = chance(seed)
  return {
    ...{ name, version, languages, title: { en: 'Bench', fr: 'Banc d’essai' } },
    ...{ owner: { name: 'Bench', queue: 'Bench' }, validFrom: '2026-01-01', validUntil: undefined },
    articles: Array.from({ length: articles }, (_, nth) => {
      const language = languages[nth % languages.length] ?? 'en'
      return benchArticle(`article-${String(Math.floor(nth / languages.length))}`, language, {
        chain: chains[language],
        roll,
      })
    }),
    ...{ guides: samples.flatMap(({ guides }) => guides).slice(0, 1), replies: [], glossary: [] },
  }
}

interface Means {
  readonly chain: Chain
  readonly roll: Chance
}

function benchArticle(id: string, language: Language, means: Means): Article {
  const sentence = (): string => sentenceOf(wordsInSentence, means)
  const names = Array.from({ length: namesEach }, () => invented(means.roll))
  const passages = Math.round(wordsEach / (wordsInSentence * sentencesInPassage))
  const blocks = Array.from({ length: passages }, (_, nth): Block[] => [
    {
      ...{ kind: 'heading', level: 2, id: `h${String(nth)}` },
      spans: [{ kind: 'text', text: sentenceOf(3, means) }],
    },
    {
      kind: 'paragraph',
      spans: Array.from({ length: sentencesInPassage }, () => ({
        kind: 'text' as const,
        text: `${sentence()} ${nth < names.length ? (names[nth] ?? '') : ''}. `,
      })),
    },
  ])
  return {
    ...{ id, language, title: sentenceOf(4, means), summary: sentence() },
    questions: Array.from({ length: questionsEach }, () => sentenceOf(7, means)),
    ...{ topics: ['bench'], queues: [], revised: '2026-11-01', expires: undefined },
    blocks: blocks.flat(),
  }
}

function sentenceOf(length: number, { chain, roll }: Means): string {
  const starts = [...(chain.get('') ?? [])]
  const words: string[] = []
  for (let nth = 0; nth < length; nth += 1) {
    const next = chain.get(words.at(-1) ?? '') ?? starts
    words.push(next[roll(next.length)] ?? '')
  }
  return words.join(' ')
}

const syllables = ['ba', 'ri', 'mon', 'tel', 'vau', 'cour', 'den', 'lis', 'gra', 'pel', 'tou', 'sen'] as const
const invented = (roll: Chance): string =>
  Array.from({ length: 4 }, () => syllables[roll(syllables.length)] ?? '').join('')

function chainOf(samples: readonly Pack[], language: Language): Chain {
  const chain = new Map<string, string[]>()
  const follow = (from: string, to: string): void => {
    const there = chain.get(from)
    if (there) there.push(to)
    else chain.set(from, [to])
  }
  for (const article of samples.flatMap(({ articles }) => articles)) {
    if (article.language !== language) continue
    const texts = passagesOf(article).map(({ blocks }) => blocksText(blocks))
    for (const text of [article.title, ...article.questions, ...texts]) {
      let before = ''
      for (const [word] of text.matchAll(/[\p{L}\p{N}’'-]+/gu)) {
        follow(before, word)
        before = word
      }
    }
  }
  return chain
}
