import * as v from 'valibot'

import { languages } from '../../domain/language.ts'
import { longestUtterance } from '../../domain/story/utterance.ts'
import type { HeardUtterance } from '../../ports/transcriber.ts'

/** UTF-16 units: the longest utterance in JSON that escapes every unit of it (`\u00e9`), and the rest. */
const longestBody = longestUtterance * 6 + 1_000
/** Milliseconds. Nobody speaks for a day: whoever says so counts in something else. */
const longestAgo = 86_400_000

const schema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  side: v.picklist(['customer', 'me']),
  text: v.pipe(v.string(), v.trim(), v.minLength(1)),
  language: v.optional(v.picklist(languages)),
  /** Milliseconds since it began: the two clocks may differ. */
  ago: v.pipe(v.number(), v.minValue(0), v.maxValue(longestAgo)),
})

/** @param now epoch milliseconds, when it arrived */
export function readSpokenWords(body: string, now: number): HeardUtterance | undefined {
  const read = body.length <= longestBody ? v.safeParse(schema, jsonOf(body)) : undefined
  if (!read?.success) return undefined
  const { id, side, text, language, ago } = read.output
  return { id, side, at: Math.round(now - ago), text: bounded(text), language }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Cut where it is too long, never within a character; half a character is shown as one that is missing. */
function bounded(text: string): string {
  const cut = text.slice(0, longestUtterance)
  const whole = text.length > longestUtterance && /[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut
  return whole.replace(/\p{Surrogate}/gu, '\uFFFD')
}
