import { useStore } from 'zustand'

import { pageInHand } from '../../../state/work-store.ts'
import { knowledgeOf } from '../../../state/knowledge-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { ArticlePane } from './ArticlePane.tsx'
import { ArticleSearch } from './ArticleSearch.tsx'
import { FoundArticles } from './FoundArticles.tsx'
import { IndexProgress } from './IndexProgress.tsx'
import { SuggestedArticles } from './SuggestedArticles.tsx'

/** What the centre knows: looked for, suggested, and read. */
export function ArticlesPanel() {
  const { say } = useWords()
  const { stores } = useDesk()
  const opened = useStore(stores.knowledge, (state) => state.opened)
  const hasHits = useStore(stores.knowledge, ({ hits }) => hits !== undefined)
  const last = opened.at(-1)
  return (
    <section className="articles" aria-label={say('articles.heading')}>
      <ArticleSearch />
      <IndexProgress />
      {last ? (
        <ArticlePane
          key={`${last.pack.name}/${last.article.id} ${opened.length}`}
          open={last}
          before={opened.at(-2)}
        />
      ) : hasHits ? (
        <FoundArticles />
      ) : (
        <SuggestedArticles />
      )}
    </section>
  )
}

/** With how many are suggested for whoever is in hand. */
export function ArticlesTabName() {
  const { say } = useWords()
  const { stores } = useDesk()
  const shown = useStore(stores.work, (state) => pageInHand(state)?.interaction.id)
  const count = useStore(stores.knowledge, (state) =>
    shown === undefined ? 0 : knowledgeOf(state, shown).articles.length,
  )
  return count > 0 ? say('articles.heading.count', { count }) : say('articles.heading')
}
