import type { ArticleHit, SearchFilter } from '../../../domain/knowledge/article-hit.ts'
import type { Language } from '../../../domain/language.ts'
import { languages } from '../../../domain/language.ts'
import { linesOf } from './article-lines.ts'
import type { Lexicon } from './lexicon.ts'
import type { Query, QueryGroup } from './read-query.ts'
import { worthOf } from './read-query.ts'
import { candidatesFor, hitOf, readIn } from './search-articles.ts'
import type { Candidate, Readings, Shelves } from './search-articles.ts'

/** Utterances that are looked at: what was said before them is over. */
const mostUtterances = 6
/** What one counts for beside the one after it. */
const fading = 0.75
/** Characters of one that are looked at, from its end. */
const longest = 400
/** Words of all of them. */
const mostWords = 40
/** Candidates whose lines are looked at. */
const mostCandidates = 60
/** The share of a title or question that must have been said, weighed. */
const enough = 0.6
/** Words of it that must have been said; where it has only one, that one must be rare. */
const leastWords = 2
/** In at most that share of the articles. */
const rare = 0.12

/**
 * Articles for what is talked about, best first: those of which a title or a question has been said, for the most part. An
 * agent who is shown what does not fit stops looking, so that nothing is better than nearly.
 */
export function suggestArticles(
  utterances: readonly string[],
  filter: SearchFilter,
  limit: number,
  shelves: Shelves,
): readonly ArticleHit[] {
  const latest = utterances
    .slice(-mostUtterances)
    .map((text) => text.slice(-longest))
    .reverse()
    .map((text, age) => ({ readings: readIn(text, shelves, false), weight: fading ** age }))
  const [newest] = latest
  if (!newest) return []
  const said: Readings = {
    en: { lexicon: newest.readings.en.lexicon, query: joined(latest, 'en') },
    fr: { lexicon: newest.readings.fr.lexicon, query: joined(latest, 'fr') },
  }
  return candidatesFor(said, filter, shelves)
    .slice(0, mostCandidates)
    .map((candidate) => ({ ...candidate, score: fitOf(candidate, said) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(0, limit))
    .flatMap((candidate) => hitOf(candidate, said, filter.language) ?? [])
}

interface Heard {
  readonly readings: Readings
  readonly weight: number
}

/** One query of all that was said: a word counts as it was said last. Mistyped ones are left out, for they are guessed. */
function joined(latest: readonly Heard[], language: Language): Query {
  const groups = new Map<string, QueryGroup>()
  const heard = latest.flatMap(({ readings, weight }) =>
    readings[language].query.groups.map((group) => ({ group, weight })),
  )
  for (const { group, weight } of heard)
    for (const [stem, sure] of group.stems)
      if (sure === 1 && !groups.has(stem)) groups.set(stem, { ...group, stems: new Map([[stem, weight]]) })
  return { groups: [...groups.values()].slice(0, mostWords) }
}

/** How much of the best line of an article was said, and how lately; 0 for too little. */
function fitOf({ twins }: Candidate, said: Readings): number {
  let best = 0
  for (const language of languages) {
    const { query, lexicon } = said[language]
    const heard = new Map(query.groups.flatMap(({ stems }) => [...stems]))
    for (const line of twins[language] ? linesOf(twins[language]) : [])
      best = Math.max(best, fitOfLine(line, heard, lexicon))
  }
  return best
}

function fitOfLine(
  line: ReadonlySet<string>,
  heard: ReadonlyMap<string, number>,
  { frequency, size }: Lexicon,
): number {
  let [whole, shared, lately, words, rarest] = [0, 0, 0, 0, Infinity]
  for (const stem of line) {
    const worth = worthOf(frequency(stem), size)
    const weight = heard.get(stem)
    whole += worth
    if (weight === undefined) continue
    shared += worth
    lately += worth * weight
    words += 1
    rarest = Math.min(rarest, frequency(stem))
  }
  const isTelling = words >= leastWords || (line.size === 1 && rarest <= rare * size)
  return isTelling && shared >= enough * whole ? (lately / whole) * Math.log(1 + lately) : 0
}
