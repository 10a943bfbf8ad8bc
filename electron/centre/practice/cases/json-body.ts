import { Refusal } from './refusal.ts'

/** A JSON object as it came: own keys only, so that `__proto__` is a name like any other. */
export type Body = ReadonlyMap<string, unknown>

const loneSurrogate = /\p{Surrogate}/u

/** `undefined` for what is no JSON, or could not be written as UTF-8. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text, (_, part: unknown) => {
      if (typeof part === 'string' && loneSurrogate.test(part)) throw new SyntaxError('half a character')
      return part
    })
    return { value }
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const bodyOf = (value: object): Body => new Map<string, unknown>(Object.entries(value))

/** The body of a request to change something; nothing at all counts as an empty one. */
export function parseBody(text: string): Body {
  if (text === '') return new Map()
  const parsed = parseJson(text)
  if (!parsed) throw new Refusal(400, 'JSON parse error: malformed JSON string')
  if (!isObject(parsed.value)) throw new Refusal(400, 'JSON object must be a HASH')
  return bodyOf(parsed.value)
}

/** Texts and numbers; RT leaves lists, objects, booleans and null out where it wants one value, and says nothing. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!isObject(value)) return undefined
  // What RT itself has written may be sent back: `{"type":"user","id":"…","_url":"…"}`.
  const { type, id, _url: url } = Object.fromEntries(Object.entries(value))
  return type !== undefined && url !== undefined ? plainText(id) : undefined
}

/** One or several, as a list of texts. */
export const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map((one) => plainText(one) ?? '')
