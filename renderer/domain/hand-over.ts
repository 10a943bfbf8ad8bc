import type { Language } from './language.ts'
import { languages } from './language.ts'

/**
 * What a bot tells the agent who takes over from it, version 1 (docs/hand-over.md). The conversation itself is in the
 * room's archive; nothing of it is repeated here. Every text is plain text, and nothing in it has been checked.
 */
export interface HandOver {
  readonly version: 1
  readonly bot: string
  /** In which the customer wrote. */
  readonly language: Language
  /** Why a person is needed: what the customer asked for, in a sentence. */
  readonly reason: string
  readonly facts: readonly HandOverFact[]
  /** What was tried, in order. */
  readonly steps: readonly HandOverStep[]
  /** What the bot promised in the service's name. */
  readonly promised: readonly { readonly what: string; readonly dueAt: number | undefined }[]
  readonly consent: readonly HandOverConsent[]
}

/** `name` is for machines (`document-number`), `label` for people, in the customer's language. */
export interface HandOverFact {
  readonly name: string
  readonly label: string
  readonly value: string
}

export interface HandOverStep {
  readonly what: string
  readonly outcome: 'worked' | 'did-not-work' | 'not-finished'
}

/** `at`: epoch milliseconds. */
export interface HandOverConsent {
  readonly what: string
  readonly given: boolean
  readonly at: number
}

/** The most of each list, and of the characters of each text: more than that is no hand-over but a flood. */
export const handOverLimits = { list: 50, text: 2000, bytes: 65_536 } as const

const outcomes = ['worked', 'did-not-work', 'not-finished'] as const

/**
 * What another program sent, if it is a hand-over of version 1; unknown fields are left out. `undefined` when anything in
 * it has the wrong form: half a story would be read as the whole.
 */
export function parseHandOver(value: unknown): HandOver | undefined {
  if (!isObject(value) || value['version'] !== 1) return undefined
  const { language } = value
  const [bot, reason] = [textOf(value['bot']), textOf(value['reason'])]
  const facts = listOf(value['facts'], factOf)
  const steps = listOf(value['steps'], stepOf)
  const promised = listOf(value['promised'], promiseOf)
  const consent = listOf(value['consent'], consentOf)
  const spoken = languages.find((one) => one === language)
  if (bot === undefined || reason === undefined || !spoken) return undefined
  if (!facts || !steps || !promised || !consent) return undefined
  return { version: 1, bot, language: spoken, reason, facts, steps, promised, consent }
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= handOverLimits.text ? value : undefined

const timeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined

/** A list that is not there is empty; one that holds something else is none. */
function listOf<T>(value: unknown, parse: (one: Fields) => T | undefined): readonly T[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > handOverLimits.list) return undefined
  const parsed = value.map((one: unknown) => (isObject(one) ? parse(one) : undefined))
  return parsed.every((one) => one !== undefined) ? parsed : undefined
}

function factOf(one: Fields): HandOverFact | undefined {
  const [name, label, value] = [textOf(one['name']), textOf(one['label']), textOf(one['value'])]
  return name === undefined || label === undefined || value === undefined ? undefined : { name, label, value }
}

function stepOf(one: Fields): HandOverStep | undefined {
  const what = textOf(one['what'])
  const outcome = outcomes.find((known) => known === one['outcome'])
  return what === undefined || !outcome ? undefined : { what, outcome }
}

function promiseOf(one: Fields): HandOver['promised'][number] | undefined {
  const what = textOf(one['what'])
  const dueAt = timeOf(one['dueAt'])
  return what === undefined || (one['dueAt'] !== undefined && dueAt === undefined)
    ? undefined
    : { what, dueAt }
}

function consentOf(one: Fields): HandOverConsent | undefined {
  const [what, at] = [textOf(one['what']), timeOf(one['at'])]
  const { given } = one
  return what === undefined || at === undefined || typeof given !== 'boolean'
    ? undefined
    : { what, given, at }
}
