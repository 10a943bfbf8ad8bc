import type { Answers } from './guide-fields.ts'
import type { Field, FieldName } from './guide.ts'
import { shownValue } from './shown-value.ts'
import type { Readers } from './shown-value.ts'

/** A piece of what is said: as it was written, filled in, or not known yet. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'filled'; readonly name: string; readonly text: string }
  /** `text` is the field's label; the name itself where nothing has it. */
  | { readonly kind: 'missing'; readonly name: string; readonly text: string }

/** Names that stand for somebody or something of this conversation. */
export const peopleNames = ['customer', 'agent', 'case', 'queue'] as const
export type PeopleName = (typeof peopleNames)[number]

/** What can be filled in. */
export interface Fillings {
  readonly people: Readonly<Record<PeopleName, string | undefined>>
  readonly fields: ReadonlyMap<FieldName, Field>
  readonly answers: Answers
}

const name = /\{([a-z][a-z0-9_]*)\}/

/** The names in a text, for a check of what was written. */
export const namesInWords = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(name, 'g'))].map(([, found = '']) => found)

/** A text with its names filled in, in order. A brace that is around no name is a brace. */
export function fillWords(text: string, fillings: Fillings, readers: Readers): readonly WordPart[] {
  // The pieces that a pattern with one group leaves are text, name, text, name, … text.
  return text.split(name).flatMap((piece, index): readonly WordPart[] => {
    if (index % 2 === 1) return [filled(piece, fillings, readers)]
    return piece === '' ? [] : [{ kind: 'text', text: piece }]
  })
}

function filled(name: string, { people, fields, answers }: Fillings, readers: Readers): WordPart {
  const somebody = peopleNames.find((one) => one === name)
  if (somebody !== undefined) {
    const text = people[somebody]
    return text === undefined ? { kind: 'missing', name, text: name } : { kind: 'filled', name, text }
  }
  const field = fields.get(name)
  if (!field) return { kind: 'missing', name, text: name }
  const value = answers.get(name)
  return value === undefined
    ? { kind: 'missing', name, text: field.label[readers.language] }
    : { kind: 'filled', name, text: shownValue(value, field.type, readers) }
}

/** The same as one text, for what is kept: what is missing stands there in brackets. */
export const plainWords = (parts: readonly WordPart[]): string =>
  parts.map(({ kind, text }) => (kind === 'missing' ? `[${text}]` : text)).join('')
