import { fillReply } from '../../../domain/quick-reply.ts'
import type { QuickReply, ReplyFields } from '../../../domain/quick-reply.ts'
import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'

export const chatCommands = ['call', 'next', 'hand', 'note', 'find', 'end'] as const
export type ChatCommand = (typeof chatCommands)[number]

/** What can be chosen after `/`. */
export type QuickChoice =
  | {
      readonly kind: 'reply'
      readonly key: string
      readonly name: string
      readonly language: Language
      readonly text: string
      readonly missing: readonly string[]
    }
  | { readonly kind: 'command'; readonly key: string; readonly name: ChatCommand }

export interface ChoiceNeeds {
  readonly replies: readonly QuickReply[]
  readonly fields: ReplyFields
  /** The customer's language comes first. */
  readonly first: Language
}

/** What the agent has typed after `/`, where the draft is a command and nothing else. */
export const askedFor = (draft: string): string | undefined => /^\/([\p{L}\p{N}-]*)$/u.exec(draft)?.[1]

/** Without case and accents: `reponse` finds « réponse ». */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** What is called so comes first: `/end` is the command, though a reply may speak of an ending. Then replies that say it. */
export function quickChoices(asked: string, { replies, fields, first }: ChoiceNeeds): readonly QuickChoice[] {
  const wanted = folded(asked)
  const order = [first, ...languages.filter((one) => one !== first)]
  const inEach = ({ name, text }: QuickReply): readonly QuickChoice[] =>
    order.map((language) => ({
      ...{ kind: 'reply', key: `${name}-${language}`, name, language },
      ...fillReply(text[language], fields),
    }))
  const isCalled = ({ name }: QuickReply): boolean => folded(name).startsWith(wanted)
  const saysIt = ({ text }: QuickReply): boolean =>
    languages.some((one) => folded(text[one]).includes(wanted))
  return [
    ...replies.filter(isCalled).flatMap(inEach),
    ...chatCommands
      .filter((name) => name.startsWith(wanted))
      .map((name): QuickChoice => ({ kind: 'command', key: `command-${name}`, name })),
    ...replies.filter((reply) => !isCalled(reply) && saysIt(reply)).flatMap(inEach),
  ]
}

/** Fields of a reply that still stand in the text: the customer must never read `{case}`. */
export const unfilledIn = (text: string): readonly (keyof ReplyFields)[] =>
  (['customer', 'agent', 'case'] as const).filter((name) => text.includes(`{${name}}`))

const rowOf = (choice: QuickChoice): string => `${choice.kind} ${choice.name}`

/** Where an arrow leads in a list whose rows have a reply in each language; `undefined` for another key. */
export function movedTo(choices: readonly QuickChoice[], from: number, key: string): number | undefined {
  const rows = new Map<string, number[]>()
  choices.forEach((choice, index) => rows.set(rowOf(choice), [...(rows.get(rowOf(choice)) ?? []), index]))
  const all = [...rows.values()]
  const row = all.findIndex((places) => places.includes(from))
  const here = all[row]
  if (!here) return undefined
  const column = here.indexOf(from)
  if (key === 'ArrowLeft' || key === 'ArrowRight') return here[(column + 1) % here.length]
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  const there = step === undefined ? undefined : all[(row + step + all.length) % all.length]
  return there?.[Math.min(column, there.length - 1)]
}
