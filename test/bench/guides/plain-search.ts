import FlexSearch from 'flexsearch'
import MiniSearch from 'minisearch'

import { textsOf } from '../../../renderer/adapters/packs/search/article-texts.ts'
import type { ArticleTexts } from '../../../renderer/adapters/packs/search/article-texts.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import type { Language } from '../../../renderer/domain/language.ts'

/** `pack/article`, best first. */
export type Finder = (query: string, language: Language) => readonly string[]

type Entry = ArticleTexts & { readonly id: string }
const fields: (keyof ArticleTexts)[] = ['title', 'asked', 'headings', 'text']

const entriesOf = (packs: readonly Pack[], language: Language): readonly Entry[] =>
  packs.flatMap(({ name, articles }) =>
    articles
      .filter((article) => article.language === language)
      .map((article) => ({ id: `${name}/${article.id}`, ...textsOf(article) })),
  )

/** MiniSearch with nothing set but the fields. */
export function plainMiniSearch(packs: readonly Pack[], options: object = {}): Finder {
  const indexes = perLanguage((language) => {
    const index = new MiniSearch<Entry>({ fields })
    index.addAll(entriesOf(packs, language))
    return index
  })
  return (query, language) => indexes[language].search(query, options).map(({ id }) => String(id))
}

/** FlexSearch with nothing set but the fields; it answers field by field, in their order. */
export function plainFlexSearch(packs: readonly Pack[], options: object = {}): Finder {
  const indexes = perLanguage((language) => {
    const index = new FlexSearch.Document({ document: { id: 'id', index: fields }, ...options })
    for (const entry of entriesOf(packs, language)) index.add(entry as never)
    return index
  })
  return (query, language) => {
    const answers = indexes[language].search(query, {
      limit: 100,
      ...options,
    } as never) as unknown as readonly {
      readonly result: readonly (string | number)[]
    }[]
    return [...new Set(answers.flatMap(({ result }) => result.map(String)))]
  }
}

const perLanguage = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => ({
  en: make('en'),
  fr: make('fr'),
})
