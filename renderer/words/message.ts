import type { Language } from '../domain/language.ts'

/**
 * One message in every language, as ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
 * A language that is missing does not compile.
 */
export type Message = Readonly<Record<Language, string>>

export type Catalogue = Readonly<Record<string, Message>>

type Identifier<Text extends string> = Text extends `${string}${' ' | '#' | "'" | ':'}${string}`
  ? never
  : Text

type Trim<Text extends string> = Text extends ` ${infer Rest}` | `${infer Rest} ` ? Trim<Rest> : Text

type Head<Text extends string> = Text extends `${infer Name},${string}`
  ? Identifier<Trim<Name>>
  : Identifier<Trim<Text>>

/**
 * The names of a message's arguments. Branches of a plural are told apart by having a space or `#` in them, which the
 * tests check; a `select` must therefore have branches of more than one word.
 */
export type ArgumentNames<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}`
  ? Head<Inner> | ArgumentNames<Rest>
  : never

/** What must be given to say a message: nothing, or a value for each argument. */
export type Arguments<Text extends string> = [ArgumentNames<Text>] extends [never]
  ? []
  : [values: Readonly<Record<ArgumentNames<Text>, string | number>>]
