import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useStore } from 'zustand'

import type { ArticleHit } from '../../../domain/knowledge/article-hit.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { Marked } from './Marked.tsx'
import { articleListId } from './places.ts'
import { usePacks } from './use-knowledge.ts'

/** An article is told by its pack and its name. */
const keyOf = ({ pack, article }: ArticleHit): string => `${pack}/${article}`

/** What was found, best first. Arrows move, Enter reads. */
export function FoundArticles() {
  const { say } = useWords()
  const { stores, guides } = useDesk()
  const hits = useStore(stores.knowledge, (state) => state.hits) ?? []
  const open = (key: string): void => {
    const hit = hits.find((one) => keyOf(one) === key)
    if (hit) void guides.openArticle(hit.pack, hit.article, { anchor: hit.passage.anchor, how: 'search' })
  }
  return (
    <>
      <p role="status" className="quiet">
        {say('articles.found', { count: hits.length })}
      </p>
      {hits.length > 0 && (
        <GridList
          id={articleListId}
          className="article-list"
          aria-label={say('articles.results')}
          onAction={(key) => open(String(key))}
        >
          {hits.map((hit) => (
            <GridListItem key={keyOf(hit)} id={keyOf(hit)} className="article-hit" textValue={hit.title.text}>
              <HitWords hit={hit} />
            </GridListItem>
          ))}
        </GridList>
      )}
    </>
  )
}

/** Its title and the passage that fits, with what was looked for marked. */
export function HitWords({ hit }: { hit: ArticleHit }) {
  const { say, language } = useWords()
  const packs = usePacks()
  const pack = packs.find(({ name }) => name === hit.pack)?.pack
  const isOther = hit.language !== language
  return (
    <div className="article-hit-words">
      <p lang={hit.language}>
        <strong>
          <Marked {...hit.title} />
        </strong>
      </p>
      <p className="article-passage" lang={hit.language}>
        <Marked {...hit.passage} />
      </p>
      {(isOther || packs.length > 1) && (
        <p className="quiet">
          {isOther && <span className="tag">{say(`language.name.${hit.language}`)}</span>}{' '}
          {packs.length > 1 && pack?.title[language]}
        </p>
      )}
    </div>
  )
}
