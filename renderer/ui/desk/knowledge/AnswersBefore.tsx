import { guideOf } from '../../../domain/knowledge/guide-fields.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { AnswersSoFar } from './AnswersSoFar.tsx'
import { useInHand, useRun } from './use-knowledge.ts'

/** What was answered in the guides of this page that are over or were left: it can be corrected until the page is closed. */
export function AnswersBefore({ page }: { page: InHand }) {
  const { language } = useWords()
  const { id } = page.interaction
  const current = useRun(id)
  const { runs } = useInHand(id)
  return runs
    .filter((run) => run.id !== current?.id)
    .map((run) => {
      const begun = run.visits[0]?.guide ?? run.at.guide
      const guide = guideOf(run.guides, begun)?.title[language] ?? begun
      return <AnswersSoFar key={run.id} run={run} page={page} guide={guide} />
    })
}
