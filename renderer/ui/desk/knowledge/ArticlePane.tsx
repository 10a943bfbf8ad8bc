import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { ArrowLeft, TriangleAlert, X } from 'lucide-react'

import { dayOf } from '../../../state/guide-moment.ts'
import type { OpenArticle } from '../../../state/knowledge-store.ts'
import { longDay } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { ArticlePlaceProvider } from './article-context.tsx'
import { ArticleBlocks } from './ArticleBlocks.tsx'
import { InsertBar } from './InsertBar.tsx'
import { articleSearchId } from './places.ts'
import { ReportArticle } from './ReportArticle.tsx'
import { useInsert } from './use-insert.ts'
import { usePacks } from './use-knowledge.ts'

export interface ArticlePaneProps {
  readonly open: OpenArticle
  /** The one that Back gives back. */
  readonly before: OpenArticle | undefined
}

/** An article as it is read. */
export function ArticlePane({ open, before }: ArticlePaneProps) {
  const { article, pack, anchor } = open
  const place = useRef<HTMLElement>(null)
  const terms = usePacks().find(({ name }) => name === pack.name)?.pack?.glossary ?? []
  const { insert, isInserted } = useInsert(pack.name, article.id)
  useBeginning(place, anchor)
  return (
    <ArticlePlaceProvider
      value={{ article, pack: pack.name, terms, insert: insert && ((excerpt) => insert(excerpt)) }}
    >
      <article ref={place} className="article" aria-labelledby="article-title">
        <ArticleHead open={open} before={before} />
        {insert && <InsertBar place={place} insert={insert} isInserted={isInserted} />}
        <div className="article-text" lang={article.language}>
          <ArticleBlocks blocks={article.blocks} />
        </div>
        <ReportArticle open={open} />
      </article>
    </ArticlePlaceProvider>
  )
}

/** Whoever has just opened it reads from where it fits; whoever is elsewhere is left there. */
function useBeginning(place: RefObject<HTMLElement | null>, anchor: string | undefined): void {
  useEffect(() => {
    const headings = [...(place.current?.querySelectorAll<HTMLElement>('[data-anchor]') ?? [])]
    const passage = headings.find(({ dataset }) => dataset['anchor'] === anchor)
    const start = passage ?? place.current?.querySelector<HTMLElement>('h2')
    passage?.scrollIntoView({ block: 'start' })
    if (document.activeElement === document.body || document.activeElement === null)
      start?.focus({ preventScroll: passage !== undefined })
  }, [place, anchor])
}

function ArticleHead({ open: { article, pack }, before }: ArticlePaneProps) {
  const { say, language } = useWords()
  const { guides } = useDesk()
  const close = (): void => {
    guides.closeArticle()
    setTimeout(() => document.getElementById(articleSearchId)?.focus())
  }
  const day = longDay(language, article.revised)
  return (
    <header className="article-head">
      <div className="article-ways">
        {before && (
          <CommandButton
            className="button quiet"
            about={say('article.back.to', { title: before.article.title })}
            onPress={() => guides.backInArticles()}
          >
            <ArrowLeft aria-hidden />
            {say('article.back')}
          </CommandButton>
        )}
        <CommandButton
          className="button quiet icon-only article-close"
          aria-label={say('article.close')}
          onPress={close}
        >
          <X aria-hidden />
        </CommandButton>
      </div>
      <h2 id="article-title" tabIndex={-1} lang={article.language}>
        {article.title}
      </h2>
      <p className="quiet">
        {say('article.revised', { day, pack: pack.title[language], version: pack.version })}
      </p>
      <Expired day={article.expires} />
      {article.language !== language && (
        <p className="tag">
          {say('article.language', { language: say(`language.name.${article.language}`) })}
        </p>
      )}
    </header>
  )
}

/** Nobody should say what is no longer so. */
function Expired({ day }: { day: string | undefined }) {
  const { say, language } = useWords()
  const today = dayOf(useNow())
  if (day === undefined || day >= today) return null
  return (
    <p className="article-expired">
      <TriangleAlert aria-hidden />
      {say('article.expired', { day: longDay(language, day) })}
    </p>
  )
}
