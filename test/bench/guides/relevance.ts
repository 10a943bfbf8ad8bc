import { readFileSync } from 'node:fs'

import * as v from 'valibot'

import { createArticleIndex } from '../../../renderer/adapters/packs/search/article-index.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import type { Figure } from '../figure.ts'
import { plainFlexSearch, plainMiniSearch } from './plain-search.ts'
import type { Finder } from './plain-search.ts'

const Judged = v.array(
  v.object({
    query: v.string(),
    relevant: v.array(v.object({ pack: v.string(), article: v.string(), grade: v.number() })),
  }),
)

/** What answers the need; less than that is only acceptable (queries/README.md). */
const answers = 2
/** Hits that a screen shows. */
const shown = 30

const sets: readonly { readonly file: string; readonly about: string; readonly language: Language }[] = [
  { file: 'en', about: 'English', language: 'en' },
  { file: 'fr', about: 'French', language: 'fr' },
  { file: 'fr-unaccented', about: 'French without accents', language: 'fr' },
]

const withMuch = { prefix: true, fuzzy: 0.2 }

/**
 * How soon an article that answers stands in the list: mean reciprocal rank over the same queries and articles, ours beside
 * two libraries as they come, and as their documentation has them for typing errors and unfinished words.
 */
export async function relevance(packs: readonly Pack[]): Promise<readonly Figure[]> {
  const plain: readonly (readonly [string, Finder])[] = [
    ['MiniSearch as it comes', plainMiniSearch(packs)],
    ['MiniSearch, prefix and fuzzy 0.2', plainMiniSearch(packs, withMuch)],
    ['FlexSearch as it comes', plainFlexSearch(packs)],
    ['FlexSearch, forward and suggest', plainFlexSearch(packs, { tokenize: 'forward', suggest: true })],
  ]
  const ours = await oursOver(packs)
  return sets.flatMap(({ file, about, language }) => {
    const queries = v.parse(
      Judged,
      JSON.parse(readFileSync(new URL(`queries/${file}.json`, import.meta.url), 'utf8')),
    )
    const ranks = (find: Finder): readonly number[] =>
      queries.map(({ query, relevant }) => {
        const good = new Set(
          relevant.filter(({ grade }) => grade >= answers).map((one) => `${one.pack}/${one.article}`),
        )
        return (
          find(query, language)
            .slice(0, shown)
            .findIndex((id) => good.has(id)) + 1
        )
      })
    const beside = plain.map(([name, find]) =>
      figureOf(`mean reciprocal rank, ${about}: ${name}`, ranks(find)),
    )
    const best = Math.max(...beside.map(({ value }) => value))
    return [{ ...figureOf(`mean reciprocal rank, ${about}`, ranks(ours)), atLeast: best }, ...beside]
  })
}

async function oursOver(packs: readonly Pack[]): Promise<Finder> {
  const shelf = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() }
  const index = createArticleIndex(() => undefined, { shelf, today: () => '2026-11-23' })
  for (const pack of packs) await index.take(pack)
  return (query, language) =>
    index.search(query, { language }, shown).map(({ pack, article }) => `${pack}/${article}`)
}

/** @param ranks from 1; 0 for what was not found */
function figureOf(name: string, ranks: readonly number[]): Figure {
  const sum = ranks.reduce((all, rank) => all + (rank === 0 ? 0 : 1 / rank), 0)
  const within = (most: number): number => ranks.filter((rank) => rank > 0 && rank <= most).length
  return {
    ...{ name, unit: '', value: Math.round((sum / ranks.length) * 1000) / 1000 },
    detail: `n ${ranks.length}, first ${within(1)}, among three ${within(3)}, among ten ${within(10)}, not found ${within(shown) === ranks.length ? 0 : ranks.length - within(shown)}`,
  }
}
