import { useEffect, useState } from 'react'

import type { DialSuggestion } from '../../../services/dialling.ts'
import { useDesk } from '../desk-context.tsx'

const none: readonly DialSuggestion[] = []

/** Who may be meant by what is typed; an answer to something that was typed earlier is not shown. */
export function useSuggestions(text: string): readonly DialSuggestion[] {
  const { dialling } = useDesk()
  const [found, setFound] = useState(none)
  useEffect(() => {
    let isCurrent = true
    void dialling.suggest(text).then((people) => {
      if (isCurrent) setFound(people)
    })
    return () => {
      isCurrent = false
    }
  }, [dialling, text])
  return found
}
