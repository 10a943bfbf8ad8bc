import type { Language } from '../../../domain/language.ts'
import type { MoodTrend } from '../../../domain/moods/mood-trend.ts'
import { locales } from '../../../words/locales.ts'
import type { Say } from '../../../words/say.ts'
import { longDay } from '../../../words/times.ts'

/** Milliseconds after which the month says enough. */
const longAgo = 45 * 24 * 3600_000

export interface TrendMeans {
  readonly say: Say
  readonly language: Language
  /** Epoch milliseconds. */
  readonly now: number
}

/** The trend without its drawing: "Negative lately, falling since March". */
export function trendWords({ say, language, now }: TrendMeans, trend: MoodTrend): string {
  const { mood, direction, since } = trend
  const isRecent = now - since < longAgo
  const when = isRecent ? dayOf(language, since) : monthOf(language, since, now)
  return `${say(`mood.lately.${mood}`)}, ${say(`mood.trend.${direction}.${isRecent ? 'day' : 'month'}`, { when })}`
}

export const dayOf = (language: Language, at: number): string => {
  const day = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return longDay(language, `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`)
}

function monthOf(language: Language, at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(at)
}
