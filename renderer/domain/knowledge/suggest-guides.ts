import { comparableNumber } from '../contact.ts'
import { languages } from '../language.ts'
import { holds } from './condition.ts'
import { expressionValues } from './expression-values.ts'
import type { ExpressionValues } from './expression-values.ts'
import type { GuideFacts } from './guide-facts.ts'
import type { Guide } from './guide.ts'

/** A guide that fits what is going on, and why. */
export interface GuideSuggestion {
  readonly pack: string
  readonly guide: string
  readonly why: 'words' | 'number' | 'case' | 'queue'
}

/** What is known of an interaction for which nobody has looked for a guide yet. */
export interface Situation {
  readonly facts: GuideFacts
  /** The number that was called. */
  readonly called: string | undefined
  /** What was said, written or noted, newest last. */
  readonly utterances: readonly string[]
}

interface Source {
  readonly name: string
  readonly guides: readonly Guide[]
}

/** What was said before that is not what it is about now; it also bounds the work. */
const longestHeard = 4000

/** What the customer says is nearer to what they want than the number that they called, and that nearer than a queue. */
const nearness = { words: 4, number: 3, case: 2, queue: 1 } as const

/** Guides that fit, the nearest first; among equals, more of the words first, then as the packs have them. */
export function suggestGuides(packs: readonly Source[], situation: Situation): readonly GuideSuggestion[] {
  const heard = folded(situation.utterances.join('\n').slice(-longestHeard))
  const values = expressionValues(situation.facts, new Map(), new Map())
  const called = comparableNumber(situation.called)
  const scene = { heard, values, called, queue: situation.facts.queue }
  return packs
    .flatMap(({ name, guides }) =>
      guides.flatMap((guide) => {
        const found = wordsHeard(guide, heard)
        const why = reason(guide, found, scene)
        return why
          ? [{ suggestion: { pack: name, guide: guide.id, why }, worth: nearness[why] + found / 100 }]
          : []
      }),
    )
    .sort((a, b) => b.worth - a.worth)
    .map(({ suggestion }) => suggestion)
}

interface Scene {
  readonly called: string | undefined
  readonly queue: string | undefined
  readonly values: ExpressionValues
}

function reason(
  { suggest }: Guide,
  found: number,
  { called, queue, values }: Scene,
): GuideSuggestion['why'] | undefined {
  if (found > 0) return 'words'
  if (called !== undefined && suggest.numbers.some((number) => comparableNumber(number) === called))
    return 'number'
  if (suggest.when !== undefined && holds(suggest.when, values)) return 'case'
  return queue !== undefined && suggest.queues.includes(queue) ? 'queue' : undefined
}

/** How many of its phrases were heard, in whatever language: customers change theirs. At most 99. */
function wordsHeard({ suggest }: Guide, heard: string): number {
  if (heard.trim() === '') return 0
  const phrases = new Set(languages.flatMap((language) => suggest.words[language].map(folded)))
  return Math.min(99, [...phrases].filter((phrase) => phrase.trim() !== '' && heard.includes(phrase)).length)
}

/** Words without accents, case and signs, each between spaces: so a phrase is found as whole words. */
const folded = (text: string): string => {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return ` ${words?.join(' ') ?? ''} `
}
