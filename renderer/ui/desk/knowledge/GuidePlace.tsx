import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { AnswersBefore } from './AnswersBefore.tsx'
import { MoodSwitch, PrivateBanner, WaitsForCase } from './GuideAround.tsx'
import { GuideChoices } from './GuideChoices.tsx'
import { GuidePane } from './GuidePane.tsx'
import { guidePlaceId } from './places.ts'
import { useHasKnowledge, useInHand, useRun } from './use-knowledge.ts'

/** Where the guide stands on a page: above what is written, where the eyes are. */
export function GuidePlace({ page }: { page: InHand }) {
  const { say } = useWords()
  const { id } = page.interaction
  const run = useRun(id)
  const hasRuns = useInHand(id).runs.length > 0
  if (!useHasKnowledge() && !hasRuns) return null
  return (
    <section id={guidePlaceId} className="guide-place" aria-label={say('guide.heading')}>
      <PrivateBanner page={page} />
      {run ? <GuidePane key={run.id} run={run} page={page} /> : <GuideChoices page={page} />}
      <MoodSwitch page={page} />
      <AnswersBefore page={page} />
      <WaitsForCase page={page} />
    </section>
  )
}
