import type { Language } from './language.ts'

/** A sentence that the site has approved, in every language. `{customer}`, `{agent}` and `{case}` are filled in. */
export interface QuickReply {
  /** What is typed after `/`: letters, digits and hyphens. */
  readonly name: string
  readonly text: Readonly<Record<Language, string>>
  /** What it is about, as articles have it; only those of a knowledge pack say so. */
  readonly topics?: readonly string[] | undefined
}

export type ReplyFields = Readonly<Record<'customer' | 'agent' | 'case', string | undefined>>

export interface FilledReply {
  readonly text: string
  /** Fields that nobody knows a value for: the agent has to write them, they stand in the text as `{name}`. */
  readonly missing: readonly string[]
}

export function fillReply(text: string, fields: ReplyFields): FilledReply {
  const missing: string[] = []
  const filled = text.replace(/\{(customer|agent|case)\}/g, (whole, name: keyof ReplyFields) => {
    const value = fields[name]
    if (value === undefined || value === '') missing.push(name)
    return value === undefined || value === '' ? whole : value
  })
  return { text: filled, missing }
}
