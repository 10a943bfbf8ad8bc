import { useEffect, useState } from 'react'

import type { CaseState } from '../../../state/case-store.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

interface News {
  readonly id: number
  readonly text: string
}

/** So many that a second sentence does not take the first from a screen reader that has not reached it. */
const keptNews = 3

/** What has changed between two moments, in words. `waited`: something could not be sent for a while. */
export function caseNews(say: Say, before: CaseState, after: CaseState, waited: boolean): readonly string[] {
  const link = after.link.kind
  const asked = after.counts.needsAgent
  return [
    ...(link !== before.link.kind ? linkNews(say, before.link.kind, link) : []),
    // Said only of what the agent had seen waiting: a note that goes at once is no news.
    ...(waited && after.counts.underWay === 0
      ? [say(asked > 0 ? 'sync.announce.sent.rest' : 'sync.announce.sent')]
      : []),
    ...(asked > before.counts.needsAgent ? [say('sync.announce.needs', { count: asked })] : []),
  ]
}

type LinkKind = CaseState['link']['kind']

function linkNews(say: Say, before: LinkKind, link: LinkKind): readonly string[] {
  if (link === 'down') return [say('sync.announce.lost')]
  if (link === 'signed-out') return [say('sync.announce.signed-out')]
  if (link !== 'up' || before === 'none') return []
  return [say(before === 'signed-out' ? 'sync.announce.signed-in' : 'sync.announce.back')]
}

const waits = ({ link, counts }: CaseState): boolean => link.kind !== 'up' && counts.underWay > 0

/** The last things that happened between the desk and the case system, in words, newest last. */
export function useCaseNews(): readonly News[] {
  const { say } = useWords()
  const { stores } = useDesk()
  const [news, setNews] = useState<readonly News[]>([])
  useEffect(() => {
    let waited = waits(stores.cases.getState())
    return stores.cases.subscribe((after, before) => {
      waited ||= waits(after)
      const texts = caseNews(say, before, after, waited)
      if (after.counts.underWay === 0) waited = false
      if (texts.length > 0) setNews((last) => texts.reduce(withNews, last))
    })
  }, [stores, say])
  return news
}

const withNews = (last: readonly News[], text: string): readonly News[] => [
  ...last.slice(1 - keptNews),
  { id: (last.at(-1)?.id ?? 0) + 1, text },
]
