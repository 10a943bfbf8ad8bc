import { parseDate, parseTime } from 'feelin'

import type { GuideFacts } from './guide-facts.ts'
import type { Answers } from './guide-fields.ts'
import type { AnswerValue } from './guide-run.ts'
import type { Field, FieldName } from './guide.ts'

/** What names stand for in an expression. `null` is FEEL's for what is not known. */
export type ExpressionValues = Readonly<Record<string, unknown>>

/** Names that every condition has, whatever is asked for. */
export const factNames = ['channel', 'queue', 'today', 'time', 'mood', 'contact', 'case'] as const

/** What `contact` and `case` have; the names under `case.fields` are the case system's. */
export const partsOfFacts = {
  contact: ['known', 'name', 'language', 'recent'],
  case: ['known', 'number', 'status', 'queue', 'fields'],
} as const

/** A field that nobody has been asked for yet is null; so no condition meets a name that it does not know. */
export function expressionValues(
  facts: GuideFacts,
  fields: ReadonlyMap<FieldName, Field>,
  answers: Answers,
): ExpressionValues {
  const answered = [...fields.values()].map((field): [string, unknown] => [
    field.name,
    feelValue(field, answers.get(field.name)),
  ])
  return { ...Object.fromEntries(answered), ...factValues(facts) }
}

const feelValue = (field: Field, value: AnswerValue | undefined): unknown =>
  field.type.kind === 'date' ? parseDate(String(value)) : (value ?? null)

function factValues(facts: GuideFacts): ExpressionValues {
  const { contact, case: about } = facts
  return {
    channel: facts.channel,
    queue: facts.queue ?? null,
    today: parseDate(facts.today),
    time: parseTime(facts.time),
    mood: facts.mood ?? null,
    contact: {
      known: contact.known,
      name: contact.name ?? null,
      language: contact.language ?? null,
      recent: contact.recent,
    },
    case: {
      known: about.known,
      number: about.number ?? null,
      status: about.status ?? null,
      queue: about.queue ?? null,
      fields: about.fields,
    },
  }
}
