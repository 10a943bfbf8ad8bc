import type { PackContents, Pack } from '../../domain/knowledge/pack.ts'
import { answerTo } from './library-work.ts'
import type { LibraryWorks, Question, WorkerFact } from './library-work.ts'
import { parsePack } from './parse-pack.ts'
import { createArticleIndex } from './search/article-index.ts'

/** The packs of a shift, unpacked, kept and searched beside the window's own work. */
const packs = new Map<string, Pack>()
const tell = (fact: WorkerFact): void => postMessage(fact)
const index = createArticleIndex((now) => tell({ kind: 'index', now }))

const works: LibraryWorks = {
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
    return undefined
  },
  article({ pack, article, language }) {
    const found = packs.get(pack)?.articles.filter(({ id }) => id === article) ?? []
    return found.find((one) => one.language === language) ?? found[0]
  },
  search: ({ query, filter, limit }) => index.search(query, filter, limit),
  suggest: ({ utterances, filter, limit }) => index.suggest(utterances, filter, limit),
}

function contentsOf({ articles, ...pack }: Pack): PackContents {
  const topics = [...new Set(articles.flatMap((article) => article.topics))].sort()
  // One in two languages is one.
  return { ...pack, topics, articles: new Set(articles.map(({ id }) => id)).size }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answerTo(works, data).then((answered) => tell({ kind: 'answer', id: data.id, answered }))
})
