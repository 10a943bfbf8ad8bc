import type { Article } from '../../renderer/domain/knowledge/article.ts'
import type { ArticleHit, IndexState, Mark } from '../../renderer/domain/knowledge/article-hit.ts'
import { articleText, blocksText, passagesOf } from '../../renderer/domain/knowledge/article-text.ts'
import type { Pack, PackContents, PackNow, PackRefusal } from '../../renderer/domain/knowledge/pack.ts'
import { ok } from '../../renderer/domain/result.ts'
import type { ArticleSearch } from '../../renderer/ports/article-search.ts'
import type { Packs } from '../../renderer/ports/packs.ts'

const contentsOf = ({ articles, ...rest }: Pack): PackContents => ({
  ...rest,
  topics: [...new Set(articles.flatMap(({ topics }) => topics))].toSorted(),
  articles: new Set(articles.map(({ id }) => id)).size,
})

/** Where a word stands in a text, whatever its case. */
const marksIn = (text: string, word: string): readonly Mark[] => {
  const at = text.toLowerCase().indexOf(word.toLowerCase())
  return at < 0 || word === '' ? [] : [{ from: at, to: at + word.length }]
}

/** In that language, or in the other where it has only that one. */
const isIn = (article: Article, all: readonly Article[], language: Article['language']): boolean =>
  article.language === language ||
  !all.some((other) => other.id === article.id && other.language === language)

/** The passage of an article that has the word, as a search shows it. */
function hitIn(pack: string, article: Article, word: string): ArticleHit {
  const passages = passagesOf(article)
  const fitting = passages.find(({ blocks }) => marksIn(blocksText(blocks), word).length > 0) ?? passages[0]
  const text = fitting ? blocksText(fitting.blocks) : ''
  return {
    ...{ pack, article: article.id, language: article.language, score: 1 },
    title: { text: article.title, marks: marksIn(article.title, word) },
    passage: { anchor: fitting?.anchor, text, marks: marksIn(text, word) },
  }
}

/** Packs that are there when a test puts them there, and a search that looks for one word. */
export function createKnowledgeStandIn() {
  const held = new Map<string, Pack>()
  const now = new Map<string, PackNow>()
  const changed = new Set<(packs: readonly PackNow[]) => void>()
  const indexed = new Set<(state: IndexState) => void>()
  const asked: string[] = []

  const all = (): readonly PackNow[] => [...now.values()]
  const tell = (): void => changed.forEach((listener) => listener(all()))

  const find = (word: string, { language, queue, topic, pack }: Parameters<ArticleSearch['search']>[1]) =>
    [...held.values()]
      .filter(({ name }) => pack === undefined || name === pack)
      .flatMap(({ name, articles }) =>
        articles
          .filter(
            (article) =>
              isIn(article, articles, language) &&
              (queue === undefined || article.queues.length === 0 || article.queues.includes(queue)) &&
              (topic === undefined || article.topics.includes(topic)) &&
              marksIn(articleText(article), word).length > 0,
          )
          .map((article) => hitIn(name, article, word)),
      )

  const packs: Packs = {
    open: () => Promise.resolve(all()),
    refresh: () => {
      asked.push('refresh')
      return Promise.resolve(all())
    },
    onChanged(listener) {
      changed.add(listener)
      return () => changed.delete(listener)
    },
    onIndex(listener) {
      indexed.add(listener)
      return () => indexed.delete(listener)
    },
    article: (pack, id, language) => {
      const same = held.get(pack)?.articles.filter((article) => article.id === id) ?? []
      return Promise.resolve(ok(same.find((article) => article.language === language) ?? same[0]))
    },
    close: () => undefined,
  }

  const search: ArticleSearch = {
    search: (query, filter, limit) => Promise.resolve(ok(find(query, filter).slice(0, limit))),
    suggest(utterances, filter, limit) {
      const words = utterances.join(' ').match(/\p{L}{4,}/gu) ?? []
      const hits = words.flatMap((word) => find(word, filter))
      const once = new Map(hits.map((hit) => [hit.article, hit]))
      return Promise.resolve(ok([...once.values()].slice(0, limit)))
    },
  }

  return {
    ...{ packs, search, asked },
    /** A version that was fetched, verified and unpacked. @param checkedAt epoch milliseconds */
    put(pack: Pack, checkedAt?: number): void {
      held.set(pack.name, pack)
      now.set(pack.name, { name: pack.name, pack: contentsOf(pack), refused: undefined, checkedAt })
      tell()
    },
    refuse(name: string, refused: PackRefusal, checkedAt?: number): void {
      now.set(name, { ...(now.get(name) ?? { name, pack: undefined }), refused, checkedAt })
      tell()
    },
    index: (state: IndexState): void => indexed.forEach((listener) => listener(state)),
  }
}
