import { bodyOf, isObject, parseJson, plainText } from './json-body.ts'
import type { Body } from './json-body.ts'
import { KnownFault, Refusal } from './refusal.ts'
import type { FieldLookup } from './showing.ts'

/** `[{"field":"id","operator":">","value":7}]` */
export type JsonQuery = readonly Body[]

/** Conditions that one request may have. */
const mostConditions = 200

export function parseJsonQuery(text: string): JsonQuery {
  if (text === '') return []
  const parsed = parseJson(text)
  if (!parsed) throw new Refusal(400, 'JSON parse error: malformed JSON string')
  if (!Array.isArray(parsed.value)) throw new Refusal(400, 'JSON object must be a ARRAY')
  if (parsed.value.length > mostConditions) throw new Refusal(413, 'Too many conditions')
  return parsed.value.map((one: unknown) => {
    if (!isObject(one)) throw new KnownFault('a condition that is no object')
    return bodyOf(one)
  })
}

/**
 * Whether a record is wanted. Several conditions on one field mean any of them, unless one says `entry_aggregator: AND`;
 * different fields must all fit. A field that cannot be searched is passed over, and everything fits.
 */
export function fits(query: JsonQuery, searchable: readonly string[], field: FieldLookup): boolean {
  const groups = new Map<string, boolean>()
  for (const condition of query) {
    const name = plainText(condition.get('field')) ?? ''
    const value = plainText(condition.get('value'))
    if (value === undefined || !searchable.includes(name)) continue
    const holds = compare(plainText(field(name)) ?? '', operatorIn(condition), value)
    const before = groups.get(name)
    const isAnd = plainText(condition.get('entry_aggregator'))?.toUpperCase() === 'AND'
    groups.set(name, before === undefined ? holds : isAnd ? before && holds : before || holds)
  }
  return [...groups.values()].every(Boolean)
}

const operatorIn = (condition: Body): string => (plainText(condition.get('operator')) ?? '=').toUpperCase()

/** `undefined` operators fit nothing, as the database refuses them. */
export function compare(own: string, operator: string, value: string): boolean {
  const [a, b] = [own.toLowerCase(), value.toLowerCase()]
  switch (operator) {
    case '=':
      return a === b
    case '!=':
      return a !== b
    case 'LIKE':
      return isLike(a, b)
    case 'NOT LIKE':
      return !isLike(a, b)
    case 'STARTSWITH':
      return a.startsWith(b)
    case 'ENDSWITH':
      return a.endsWith(b)
    default:
      return isOrdered(order(a, b), operator)
  }
}

/** `%` stands for anything, as in SQL; compared piece by piece, so that no pattern takes long. */
function isLike(text: string, pattern: string): boolean {
  let from = 0
  for (const piece of pattern.split('%')) {
    const at = text.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text)

/** Numbers by size, all else by its letters. */
const order = (a: string, b: string): number =>
  isNumber(a) && isNumber(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0

export function isOrdered(difference: number, operator: string): boolean {
  switch (operator) {
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    default:
      return false
  }
}
