import { CircleStop, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { shownKey, spokenKey } from '../shortcuts.ts'
import { CaseProgressBar } from '../sync/CaseProgressBar.tsx'

/** Where the cursor goes for a search. */
export const caseSearchId = 'case-search'

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 300

export interface CaseSearchProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSearch: (text: string) => void
}

/** Looks while somebody types, and at once with Enter. */
export function CaseSearch({ text, onText, onSearch }: CaseSearchProps) {
  const { say } = useWords()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = (wanted: string): void => {
    clearTimeout(timer.current)
    onSearch(wanted.trim())
  }
  return (
    <div role="search">
      <SearchField
        className="field"
        value={text}
        onChange={(typed) => {
          onText(typed)
          clearTimeout(timer.current)
          if (typed.trim() === '') search('')
          else timer.current = setTimeout(() => search(typed), pause)
        }}
        onSubmit={search}
      >
        <Label className="visually-hidden">{say('cases.search')}</Label>
        <div className="case-search-input">
          <Search aria-hidden />
          <Input
            id={caseSearchId}
            placeholder={say('cases.search.hint')}
            aria-keyshortcuts={spokenKey('find')}
          />
          {text === '' ? (
            <kbd aria-hidden>{shownKey(say, 'find')}</kbd>
          ) : (
            <Button className="button quiet icon-only" aria-label={say('cases.search.clear')}>
              <X aria-hidden />
            </Button>
          )}
        </div>
      </SearchField>
    </div>
  )
}

/** How far a search has come, and what was looked through. */
export function SearchNews() {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const { show, records, more } = useStore(stores.cases, (state) => state.list)
  const progress = useStore(stores.cases, (state) => state.progress)
  const linked = useStore(stores.cases, ({ link }) => link.kind === 'up')
  const [stopped, setStopped] = useState<unknown>()
  if (show.kind !== 'search') return null
  const searching = progress?.what === 'searching'
  return (
    <div className="search-news">
      {searching && (
        <div className="search-progress">
          <CaseProgressBar progress={progress} />
          <CommandButton
            className="button"
            onPress={() => {
              setStopped(show)
              cases.stop()
            }}
          >
            <CircleStop aria-hidden />
            {say('cases.search.stop')}
          </CommandButton>
        </div>
      )}
      <p role="status" className="quiet">
        {!searching && (
          <>
            {!more && `${say('cases.search.found', { count: records.length })}. `}
            {say(
              stopped === show ? 'cases.search.stopped' : linked ? 'cases.search.both' : 'cases.search.here',
            )}
          </>
        )}
      </p>
    </div>
  )
}
