import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'

import { noFilter } from '../../../domain/story/story-filter.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useShown } from './use-shown.ts'

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 400

/** Looks for words in everything that was written and said; as they are typed. */
export function StorySearch({ place }: { place: StoryPlace }) {
  const { say } = useWords()
  const { stories } = useDesk()
  const filter = useShown(place, (shown) => shown.filter) ?? noFilter
  const [text, setText] = useState(filter.text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (wanted: string): void => {
    clearTimeout(timer.current)
    if (wanted.trim() !== filter.text.trim()) void stories.filter(place, { ...filter, text: wanted.trim() })
  }
  return (
    <SearchField
      className="field"
      value={text}
      onChange={(typed) => {
        setText(typed)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => look(typed), typed === '' ? 0 : pause)
      }}
      onSubmit={look}
    >
      <Label className="visually-hidden">{say('story.search')}</Label>
      <div className="case-search-input">
        <Search aria-hidden />
        <Input placeholder={say('story.search')} />
        {text !== '' && (
          <Button className="button quiet icon-only" aria-label={say('story.search.clear')}>
            <X aria-hidden />
          </Button>
        )}
      </div>
    </SearchField>
  )
}
