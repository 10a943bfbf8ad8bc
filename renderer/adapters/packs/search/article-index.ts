import type { ArticleHit, IndexState, SearchFilter } from '../../../domain/knowledge/article-hit.ts'
import type { Pack } from '../../../domain/knowledge/pack.ts'
import { fingerprintOf } from './fingerprint.ts'
import { holdingOf } from './holdings.ts'
import type { Holding } from './holdings.ts'
import { inSlices } from './in-slices.ts'
import { createIndexShelf } from './index-shelf.ts'
import type { IndexShelf } from './index-shelf.ts'
import { LanguageIndex } from './language-index.ts'
import type { Edition } from './language-index.ts'
import { searchArticles } from './search-articles.ts'
import type { Shelves } from './search-articles.ts'
import { suggestArticles } from './suggest-articles.ts'

export interface ArticleIndex {
  /** Resolves when its articles can be found, or when a newer edition is wanted in its place. */
  take(pack: Pack): Promise<void>
  forget(name: string): void
  search(query: string, filter: SearchFilter, limit: number): readonly ArticleHit[]
  /** @param utterances newest last */
  suggest(utterances: readonly string[], filter: SearchFilter, limit: number): readonly ArticleHit[]
}

export interface IndexMeans {
  readonly shelf: IndexShelf
  /** The day here, ISO 8601 `YYYY-MM-DD`. */
  readonly today: () => string
}

/** Editions that are kept on the disk beyond those that are searched: of a place whose shift is over. */
const mostIdle = 6

type Indexes = Shelves['indexes']

/** The articles of all packs, by their words. What was there before is searched until what is new is ready. */
export function createArticleIndex(
  onState: (now: IndexState) => void,
  { shelf, today }: IndexMeans = { shelf: createIndexShelf(), today: todayHere },
): ArticleIndex {
  const wanted = new Map<string, Edition>()
  const holdings = new Map<string, Holding>()
  let indexes: Indexes = emptyIndexes()
  let restored: Promise<void> | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let told = ''

  const isReady = (): boolean =>
    [...wanted].every(([name, edition]) => holdings.get(name)?.edition === edition)

  function tell(share = 0): void {
    const kind = wanted.size === 0 ? 'empty' : isReady() ? 'ready' : 'indexing'
    const progress = kind === 'ready' ? 1 : kind === 'empty' ? 0 : Math.floor(share * 100) / 100
    if (told === `${kind} ${progress}`) return
    told = `${kind} ${progress}`
    onState({ kind, progress })
  }

  async function restore(): Promise<void> {
    const stored = await shelf.read()
    if (!stored) return
    try {
      indexes = { en: new LanguageIndex('en', stored.en), fr: new LanguageIndex('fr', stored.fr) }
    } catch {
      indexes = emptyIndexes()
    }
  }

  /** @returns whether it is searched now and was not on the disk. */
  async function index(pack: Pack, edition: Edition): Promise<boolean> {
    await (restored ??= restore())
    const isStill = (): boolean => wanted.get(pack.name) === edition
    if (!isStill()) return false
    const all = Object.values(indexes)
    const isThere = all.every((one) => one.editions.includes(edition))
    if (!isThere) {
      for (const one of all) one.begin(edition)
      const isWhole = await inSlices(
        pack.articles,
        (article) => indexes[article.language].add(edition, article),
        (done) => {
          tell(done / pack.articles.length)
          return isStill()
        },
      )
      if (!isWhole || !isStill()) {
        for (const one of all) one.drop(edition)
        return false
      }
    }
    holdings.set(pack.name, holdingOf(edition, pack))
    tell()
    return !isThere
  }

  /** What is not searched any more goes; the rest is on the disk for the next shift. */
  async function keep(): Promise<void> {
    const searched = new Set([...holdings.values()].map(({ edition }) => edition))
    for (const one of Object.values(indexes)) {
      const idle = one.editions.filter((edition) => !searched.has(edition))
      const others = idle.filter((edition) => !holdings.has(nameOf(edition)))
      const kept = new Set(others.slice(-mostIdle))
      for (const edition of idle) if (!kept.has(edition)) one.drop(edition)
    }
    await shelf.write({ en: await indexes.en.store(), fr: await indexes.fr.store() })
  }

  const shelves = (): Shelves => ({ indexes, holdings: [...holdings.values()], today: today() })

  return {
    async take(pack) {
      const edition = `${pack.name}@${pack.version}-${fingerprintOf(pack)}`
      wanted.set(pack.name, edition)
      tell()
      const mine = turn.then(() => index(pack, edition))
      // One after the other: two at a time would not be ready sooner, and the first one later.
      turn = mine.then((isNew) => (isNew ? keep() : undefined))
      await mine
    },
    forget(name) {
      wanted.delete(name)
      holdings.delete(name)
      tell()
    },
    search: (query, filter, limit) => searchArticles(query, filter, limit, shelves()),
    suggest: (utterances, filter, limit) => suggestArticles(utterances, filter, limit, shelves()),
  }
}

const emptyIndexes = (): Indexes => ({ en: new LanguageIndex('en'), fr: new LanguageIndex('fr') })

const nameOf = (edition: Edition): string => edition.slice(0, edition.indexOf('@'))

function todayHere(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
