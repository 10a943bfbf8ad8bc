import type { Language } from '../../../domain/language.ts'
import { shortTime } from '../../../words/times.ts'

/** A moment of a story, as short as it can be said. @param at @param now epoch milliseconds */
export const whenIn = (language: Language, at: number, now: number): string =>
  shortTime(language, at, { now })
