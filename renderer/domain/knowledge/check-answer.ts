import { understandDialled } from '../dial.ts'
import { failed, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { unreachable } from '../unreachable.ts'
import { dayFrom, isDay } from './day.ts'
import type { AnswerValue } from './guide-run.ts'
import type { Field, FieldName, FieldType } from './guide.ts'
import { readNumber } from './read-number.ts'
import { readPostalCode } from './read-postal-code.ts'

/** A fault in an answer, by the field's type; the words are in `words/guides.ts`. */
export interface AnswerFault {
  readonly field: FieldName
  readonly fault:
    | 'missing'
    | 'too-long'
    | 'not-a-choice'
    | 'not-a-date'
    | 'too-early'
    | 'too-late'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    | 'not-a-telephone'
    | 'not-a-postal-code'
}

type Checked<T = AnswerValue | undefined> = Result<T, AnswerFault['fault']>

/** What an answer is measured by. */
export interface AnswerBounds {
  /** `YYYY-MM-DD` where the agent is. */
  readonly today: string
  /** Whose national numbers are meant: ISO 3166-1 alpha-2. */
  readonly country: string
}

/** What an answer of several lines never is; nothing longer is looked at. */
const longestTyped = 100_000

/** What was typed, as the field's type has it: `undefined` for nothing, where nothing is enough. Never throws. */
export function checkAnswer(
  { type, required }: Pick<Field, 'type' | 'required'>,
  typed: string | boolean | undefined,
  bounds: AnswerBounds,
): Checked {
  if (typeof typed === 'boolean') return type.kind === 'consent' ? ok(typed) : failed(wrongFault[type.kind])
  if (typed !== undefined && typed.length > longestTyped) return failed('too-long')
  const text = tidied(typed ?? '')
  if (text === '') return required ? failed('missing') : ok(undefined)
  return readAnswer(type, text, bounds)
}

const wrongFault = {
  text: 'missing',
  choice: 'not-a-choice',
  date: 'not-a-date',
  number: 'not-a-number',
  telephone: 'not-a-telephone',
  'postal-code': 'not-a-postal-code',
  consent: 'missing',
} as const satisfies Record<FieldType['kind'], AnswerFault['fault']>

/** One form for what looks the same, and nothing that cannot be seen or stored; lines stay. */
const tidied = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .trim()

function readAnswer(type: FieldType, text: string, bounds: AnswerBounds): Checked {
  switch (type.kind) {
    case 'text':
      return checkText(type, text)
    case 'choice':
      return type.choices.some(({ value }) => value === text) ? ok(text) : failed('not-a-choice')
    case 'date':
      return checkDay(type, text, bounds.today)
    case 'number':
      return checkNumber(type, text)
    case 'telephone':
      return checkTelephone(text, bounds.country)
    case 'postal-code':
      return orFault(readPostalCode(text, type.country), 'not-a-postal-code')
    case 'consent':
      // Only a yes or a no that was chosen is one.
      return failed('missing')
    default:
      return unreachable(type)
  }
}

const orFault = <T>(value: T | undefined, fault: AnswerFault['fault']): Checked<T> =>
  value === undefined ? failed(fault) : ok(value)

function checkText({ longest, lines }: FieldType & { readonly kind: 'text' }, text: string): Checked {
  const whole = lines === 'one' ? text.replace(/\s+/g, ' ') : text
  return Array.from(whole).length > longest ? failed('too-long') : ok(whole)
}

/** Days are text that sorts, so they are compared as text. */
function checkDay(type: FieldType & { readonly kind: 'date' }, text: string, today: string): Checked {
  if (!isDay(text)) return failed('not-a-date')
  const [earliest, latest] = [dayFrom(type.earliest, today), dayFrom(type.latest, today)]
  if (earliest !== undefined && text < earliest) return failed('too-early')
  if (latest !== undefined && text > latest) return failed('too-late')
  return ok(text)
}

function checkNumber({ least, most }: FieldType & { readonly kind: 'number' }, text: string): Checked {
  const value = readNumber(text)
  if (value === undefined) return failed('not-a-number')
  if (least !== undefined && value < least) return failed('too-small')
  if (most !== undefined && value > most) return failed('too-large')
  return ok(value)
}

function checkTelephone(text: string, country: string): Checked {
  const dialled = understandDialled(text, { country, domain: '' })
  return dialled.kind === 'number' ? ok(dialled.e164) : failed('not-a-telephone')
}
