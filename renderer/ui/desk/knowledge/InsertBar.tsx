import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'

export interface InsertBarProps {
  readonly place: RefObject<HTMLElement | null>
  /** Nothing stands for the whole article. */
  readonly insert: (excerpt: string | undefined) => void
  readonly isInserted: boolean
}

/** Puts the article, or what is selected in it, into the message that is being written. */
export function InsertBar({ place, insert, isInserted }: InsertBarProps) {
  const { say } = useWords()
  const selected = useSelected(place)
  return (
    <div className="article-insert">
      <div className="actions">
        <CommandButton className="button" onPress={() => insert(undefined)}>
          <MessageSquarePlus aria-hidden />
          {say('article.insert.article')}
        </CommandButton>
        {selected !== '' && (
          <CommandButton className="button" onPress={() => insert(selected)}>
            <MessageSquarePlus aria-hidden />
            {say('article.insert.selection')}
          </CommandButton>
        )}
      </div>
      <p role="status" className="quiet">
        {isInserted && say('article.inserted')}
      </p>
    </div>
  )
}

/** The text that is selected inside a place. */
function useSelected(place: RefObject<HTMLElement | null>): string {
  const [selected, setSelected] = useState('')
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection()
      const isHere = selection?.anchorNode && place.current?.contains(selection.anchorNode)
      setSelected(isHere ? selection.toString().trim() : '')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [place])
  return selected
}
