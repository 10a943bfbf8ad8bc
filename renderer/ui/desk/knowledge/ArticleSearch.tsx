import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { shownKey, spokenKey } from '../shortcuts.ts'
import { ArticleFilters } from './ArticleFilters.tsx'
import { articleListId, articleSearchId } from './places.ts'

/** Milliseconds without a key after which what was typed is looked for: a search takes less than a frame. */
const pause = 120

/** The list is there with the answer, which may come a moment later. */
const goToList = (): void => void setTimeout(() => document.getElementById(articleListId)?.focus(), 0)

/** Looks while somebody types; Enter and the arrow go on to what was found. */
export function ArticleSearch() {
  const { say } = useWords()
  const { stores, guides } = useDesk()
  const query = useStore(stores.knowledge, (state) => state.query)
  const isReading = useStore(stores.knowledge, ({ opened }) => opened.length > 0)
  const [text, setText] = useState(query)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = async (wanted: string): Promise<void> => {
    clearTimeout(timer.current)
    if (isReading) guides.closeArticle()
    if (wanted.trim() === '') guides.clearSearch()
    else await guides.search(wanted.trim())
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    goToList()
  }
  return (
    <div role="search" className="article-search">
      <SearchField
        className="field"
        value={text}
        onChange={(typed) => {
          setText(typed)
          clearTimeout(timer.current)
          if (typed.trim() === '') void search('')
          else timer.current = setTimeout(() => void search(typed), pause)
        }}
        onSubmit={(wanted) => void search(wanted).then(goToList)}
        onKeyDown={onKey}
      >
        <Label className="visually-hidden">{say('articles.search')}</Label>
        <div className="case-search-input">
          <Search aria-hidden />
          <Input
            id={articleSearchId}
            placeholder={say('articles.search.hint')}
            aria-keyshortcuts={spokenKey('articles')}
          />
          {text === '' ? (
            <kbd aria-hidden>{shownKey(say, 'articles')}</kbd>
          ) : (
            <Button className="button quiet icon-only" aria-label={say('articles.search.clear')}>
              <X aria-hidden />
            </Button>
          )}
        </div>
      </SearchField>
      {text.trim() !== '' && <ArticleFilters query={text.trim()} />}
    </div>
  )
}
