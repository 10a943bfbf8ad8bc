import type { Language } from '../language.ts'

/** One text in every language of the desk. `{name}` stands for what is filled in: see `fill-words.ts`. */
export type Said = Readonly<Record<Language, string>>
