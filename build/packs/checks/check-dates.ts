import { faultIn, warning } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { PackSource } from '../read/pack-source.ts'

const soonDays = 30

/** What may not be used any more on a day (`YYYY-MM-DD`), and what soon may not. */
export function checkDates({ articles, head, headFile }: PackSource, today: string): readonly Fault[] {
  const soon = daysAfter(today, soonDays)
  const ofArticles = articles.flatMap((source) => {
    const expires = source.article?.expires
    if (expires === undefined || expires > soon) return []
    if (expires < today) return [faultIn(source, ['expires'], expired('article', expires))]
    return [
      warning(
        faultIn(source, ['expires'], {
          kind: 'expires-soon',
          sentence: `The article expires on ${expires}.`,
          remedy: 'Have its owner go through it, and write the new “revised” and “expires”.',
        }),
      ),
    ]
  })
  const until = head?.validUntil
  if (headFile === undefined || until === undefined || until >= today) return ofArticles
  return [...ofArticles, faultIn(headFile, ['valid', 'until'], expired('pack', until))]
}

const expired = (what: string, day: string) => ({
  kind: 'expired' as const,
  sentence: `The ${what} expired on ${day}.`,
  remedy: 'Go through it and write a later day, or take it out.',
})

export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
