import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'

import { useWords } from '../../frame/words.tsx'
import { shownKey, spokenKey } from '../shortcuts.ts'

/** Where the cursor goes. */
export const customerSearchId = 'customer-search'

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 250

export interface CustomerSearchProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onLook: (text: string) => void
  readonly label: string
  /** The page's own field has a key; that of a form has not. */
  readonly isPage?: boolean
  /** It was asked for just now. */
  readonly autoFocus?: boolean
}

/** Looks for somebody while their name is typed, and at once with Enter. */
export function CustomerSearch({
  text,
  onText,
  onLook,
  label,
  isPage = false,
  autoFocus = false,
}: CustomerSearchProps) {
  const { say } = useWords()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (wanted: string): void => {
    clearTimeout(timer.current)
    onLook(wanted)
  }
  return (
    <SearchField
      className="field"
      autoFocus={autoFocus}
      value={text}
      onChange={(typed) => {
        onText(typed)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => look(typed), typed === '' ? 0 : pause)
      }}
      onSubmit={look}
    >
      <Label className={isPage ? 'visually-hidden' : ''}>{label}</Label>
      <div className="case-search-input">
        <Search aria-hidden />
        <Input
          placeholder={say('customers.search.hint')}
          {...(isPage && { id: customerSearchId, 'aria-keyshortcuts': spokenKey('customers') })}
        />
        {text === '' ? (
          isPage && <kbd aria-hidden>{shownKey(say, 'customers')}</kbd>
        ) : (
          <Button className="button quiet icon-only" aria-label={say('customers.search.clear')}>
            <X aria-hidden />
          </Button>
        )}
      </div>
    </SearchField>
  )
}
