import type { PackContents, Pack } from '../../domain/knowledge/pack.ts'
import type { LibraryWork, Question, WorkerFact, WorkName } from './library-work.ts'
import { parsePack } from './parse-pack.ts'
import { createArticleIndex } from './search/article-index.ts'

/** The packs of a shift, unpacked, kept and searched beside the window's own work. */
const packs = new Map<string, Pack>()
const tell = (fact: WorkerFact): void => postMessage(fact)
const index = createArticleIndex((now) => tell({ kind: 'index', now }))

const works: { readonly [N in WorkName]: (ask: LibraryWork[N]['ask']) => Promise<LibraryWork[N]['answer']> } =
  {
    async take({ name, body }) {
      const pack = await parsePack(body)
      if (pack?.name !== name) return undefined
      packs.set(name, pack)
      // Nobody waits for it: what was there before is searched meanwhile.
      void index.take(pack)
      return contentsOf(pack)
    },
    forget(names) {
      for (const name of names) {
        packs.delete(name)
        index.forget(name)
      }
      return Promise.resolve(undefined)
    },
    article({ pack, article, language }) {
      const found = packs.get(pack)?.articles.filter(({ id }) => id === article) ?? []
      return Promise.resolve(found.find((one) => one.language === language) ?? found[0])
    },
    search: ({ query, filter, limit }) => Promise.resolve(index.search(query, filter, limit)),
    suggest: ({ utterances, filter, limit }) => Promise.resolve(index.suggest(utterances, filter, limit)),
  }

function contentsOf({ articles, ...pack }: Pack): PackContents {
  const topics = [...new Set(articles.flatMap((article) => article.topics))].sort()
  // One in two languages is one.
  return { ...pack, topics, articles: new Set(articles.map(({ id }) => id)).size }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const work = works[data.name] as (ask: Question['ask']) => Promise<LibraryWork[WorkName]['answer']>
  void work(data.ask).then((value) => tell({ kind: 'answer', id: data.id, value }))
})
