import { IntlMessageFormat } from 'intl-messageformat'

import type { Language } from '../domain/language.ts'
import { locales } from './locales.ts'
import type { Arguments, Catalogue } from './message.ts'

/** Says a message in one language. The arguments are those that the English text names. */
export type SayOf<Words extends Catalogue> = <K extends keyof Words>(
  key: K,
  ...values: Arguments<Words[K]['en']>
) => string

/** How the messages of one catalogue are said. Each is compiled when it is said for the first time. */
export function sayWith<Words extends Catalogue>(words: Words): (language: Language) => SayOf<Words> {
  const compiled = new Map<string, IntlMessageFormat>()

  function formatOf(language: Language, key: keyof Words): IntlMessageFormat {
    const name = `${language}:${String(key)}`
    const known = compiled.get(name)
    if (known) return known
    // Texts are ours and are never marked up: a `<` in one is a `<`.
    const format = new IntlMessageFormat(words[key]?.[language] ?? '', locales[language], undefined, {
      ignoreTag: true,
    })
    compiled.set(name, format)
    return format
  }

  return (language) =>
    (key, ...values) =>
      String(formatOf(language, key).format(values[0]))
}
