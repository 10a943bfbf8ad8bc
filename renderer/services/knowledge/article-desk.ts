import type { ArticleReport } from '../../domain/knowledge/article-report.ts'
import { articleText } from '../../domain/knowledge/article-text.ts'
import type { SearchFilter } from '../../domain/knowledge/article-hit.ts'
import type { PackContents } from '../../domain/knowledge/pack.ts'
import type { Language } from '../../domain/language.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { ArticleSearch } from '../../ports/article-search.ts'
import type { ArticleUse, GuideStore } from '../../ports/guide-store.ts'
import type { Packs } from '../../ports/packs.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import { withKnowledge } from '../../state/knowledge-store.ts'
import { pageInHand, pageOf } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { ChatDesk } from '../chats/chat-desk.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import type { GuideDesk } from './guide-desk.ts'

export interface ArticleNeeds {
  readonly packs: Pick<Packs, 'article'>
  readonly search: ArticleSearch
  readonly store: Pick<GuideStore, 'saveUse'>
  readonly state: KnowledgeStore
  readonly work: WorkStore
  readonly chats: ChatStateStore
  readonly chatDesk: Pick<ChatDesk, 'draft'>
  readonly cases: Pick<CaseDesk, 'begin'>
  readonly problems: Pick<Problems, 'unwrap' | 'clear'>
  readonly language: () => Language
  readonly now: () => number
  /** What a content owner reads about an article, in the agent's language. */
  readonly sayReport: (report: ArticleReport) => { readonly subject: string; readonly text: string }
}

type ArticleVerbs =
  | 'search'
  | 'clearSearch'
  | 'openArticle'
  | 'backInArticles'
  | 'closeArticle'
  | 'dismiss'
  | 'insert'
  | 'report'

/** Articles that are shown at a time. */
const mostHits = 30
/** Articles that can be gone back to. */
const mostOpened = 50

/** Finds, shows and passes on what the packs know. */
export function createArticleDesk(needs: ArticleNeeds): Pick<GuideDesk, ArticleVerbs> {
  const { packs, search, state, work } = needs
  let asked = 0

  const packNow = (name: string): PackContents | undefined =>
    state.getState().packs.find((one) => one.name === name)?.pack

  function read<T>(result: Result<T, Problem>): T | undefined {
    if (result.ok) needs.problems.clear('articles-unread')
    return needs.problems.unwrap(result)
  }

  function use(pack: string, article: string, what: ArticleUse['what']): void {
    const queue = pageInHand(work.getState())?.interaction.queue
    void needs.store.saveUse({ pack, article, what, at: needs.now(), queue })
  }

  return {
    async search(query, filter = state.getState().filter) {
      const mine = (asked += 1)
      state.setState({ query, filter })
      if (query.trim() === '') {
        state.setState({ hits: undefined })
        return
      }
      const wanted: SearchFilter = { ...filter, language: needs.language() }
      const hits = read(await search.search(query, wanted, mostHits))
      // Answers may come in another order than the questions.
      if (mine === asked) state.setState({ hits })
    },
    clearSearch() {
      asked += 1
      state.setState({ query: '', hits: undefined })
    },
    async openArticle(pack, id, { anchor }) {
      const about = packNow(pack)
      const article = about && read(await packs.article(pack, id, needs.language()))
      if (!article) return
      const { name, version, title } = about
      const open = { pack: { name, version, title }, article, anchor, reported: undefined }
      state.setState(({ opened }) => ({ opened: [...opened, open].slice(-mostOpened) }))
      use(pack, id, 'opened')
    },
    backInArticles: () => state.setState(({ opened }) => ({ opened: opened.slice(0, -1) })),
    closeArticle: () => state.setState({ opened: [] }),
    dismiss(interaction, pack, article) {
      state.setState((now) =>
        withKnowledge(now, interaction, (one) => ({
          ...one,
          articles: one.articles.filter((hit) => hit.pack !== pack || hit.article !== article),
          dismissed: [...one.dismissed, `${pack}/${article}`],
        })),
      )
      use(pack, article, 'dismissed')
    },
    async insert(interaction, { pack, article: id, excerpt }) {
      const conversation = pageOf(work.getState(), interaction)?.interaction.conversation
      const article = read(await packs.article(pack, id, needs.language()))
      if (conversation === undefined || !article) return
      const draft = needs.chats.getState().chats.get(conversation)?.draft ?? ''
      const text = excerpt ?? articleText(article)
      needs.chatDesk.draft(conversation, draft === '' ? text : `${draft}\n${text}`)
      use(pack, id, 'inserted')
    },
    async report(pack, id, why, words) {
      const about = packNow(pack)
      const article = about && read(await packs.article(pack, id, needs.language()))
      if (!article) return false
      const { subject, text } = needs.sayReport({ article, pack: about, why, words })
      const begun = await needs.cases.begin({
        ...{ queue: about.owner.queue, subject, text, requestors: [], fields: new Map(), files: [] },
      })
      if (begun === undefined) return false
      use(pack, id, 'reported')
      state.setState(({ opened }) => ({
        opened: opened.map((one) =>
          one.pack.name === pack && one.article.id === id ? { ...one, reported: why } : one,
        ),
      }))
      return true
    },
  }
}
