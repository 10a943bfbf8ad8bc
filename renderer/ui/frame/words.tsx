import { createContext, useContext, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

import type { Language } from '../../domain/language.ts'
import { locales } from '../../words/locales.ts'
import { sayIn } from '../../words/say.ts'
import type { Say } from '../../words/say.ts'

export interface Words {
  readonly language: Language
  readonly say: Say
}

const Context = createContext<Words>({ language: 'en', say: sayIn('en') })

/** The words of the desk in the agent's language, for everything inside. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => ({ language, say: sayIn(language) }), [language])
  // The title and what opens over the page lie outside of every element of ours.
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nProvider locale={locales[language]}>
      <Context value={words}>{children}</Context>
    </I18nProvider>
  )
}

export const useWords = (): Words => useContext(Context)
