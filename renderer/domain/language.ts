/** The languages that the desk speaks. A new one is a new member here, and the compiler then lists every missing string. */
export const languages = ['en', 'fr'] as const

export type Language = (typeof languages)[number]

/** The desk's language for a list of BCP 47 tags in order of preference, as a system or a browser gives it. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0]
    const match = languages.find((language) => language === primary)
    if (match) return match
  }
  return 'en'
}
