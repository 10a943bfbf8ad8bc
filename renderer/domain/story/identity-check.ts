import { stepOf } from '../knowledge/guide-fields.ts'
import type { GuideRun } from '../knowledge/guide-run.ts'
import type { Language } from '../language.ts'
import type { IdentityCheck } from './story-head.ts'

/**
 * The last time that a guide made sure who this is, of guides that were followed. Its author says which steps ask for it
 * and which mean that it came out (docs/write-a-guide.md); what was answered is not looked at.
 */
export function identityIn(runs: readonly GuideRun[], language: Language): IdentityCheck | undefined {
  const checks = runs.flatMap((run) => checkIn(run, language) ?? [])
  return checks.reduce<IdentityCheck | undefined>(
    (last, one) => (last && last.at >= one.at ? last : one),
    undefined,
  )
}

function checkIn(run: GuideRun, language: Language): IdentityCheck | undefined {
  const visits = run.visits.flatMap((visit) => {
    const identity = stepOf(run.guides, visit)?.identity
    return identity === undefined ? [] : [{ ...visit, identity }]
  })
  const last = visits.at(-1)
  if (!last) return undefined
  const guide = run.guides.find(({ id }) => id === last.guide)
  return {
    at: last.enteredAt,
    // Somebody who goes back to the questions is not done with them.
    outcome: last.identity === 'asked' ? 'not-finished' : last.identity,
    checked: checkedIn(run, language),
    guide: guide?.title[language] ?? '',
  }
}

/** The fields that were answered in the steps that ask for it, in the order in which they were asked. */
function checkedIn(run: GuideRun, language: Language): readonly string[] {
  const labels = run.visits.flatMap((visit) => {
    const step = stepOf(run.guides, visit)
    if (step?.kind !== 'ask' || step.identity !== 'asked') return []
    const isAnswered = (name: string): boolean =>
      run.answers.findLast(
        ({ field, guide, step: at }) => field === name && guide === visit.guide && at === step.id,
      )?.value !== undefined
    return step.fields.filter(({ name }) => isAnswered(name)).map(({ label }) => label[language])
  })
  return [...new Set(labels)]
}
