import { CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react'

import { checkSteps } from '../../../domain/line-check.ts'
import type { CheckResult } from '../../../domain/line-check.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'

type Overall = 'passed' | 'failed' | 'stopped'

const icons = { passed: CircleCheck, failed: TriangleAlert, stopped: CircleSlash } as const satisfies Record<
  Overall,
  unknown
>

const failures = (results: readonly CheckResult[]): number =>
  results.filter(({ verdict, finding }) => verdict === 'failed' && finding !== 'stopped').length

export function overallOf(results: readonly CheckResult[]): Overall {
  const whole = results.length === checkSteps.length && results.every(({ finding }) => finding !== 'stopped')
  if (!whole) return 'stopped'
  return failures(results) === 0 ? 'passed' : 'failed'
}

const sentence = (say: Say, overall: Overall, results: readonly CheckResult[]): string =>
  overall === 'failed'
    ? say('check.overall.failed', { count: failures(results) })
    : say(`check.overall.${overall}`)

/** The whole test in one sentence. */
export function Verdict({ results }: { results: readonly CheckResult[] }) {
  const { say } = useWords()
  const overall = overallOf(results)
  const Icon = icons[overall]
  return (
    <p className={`verdict ${overall}`}>
      <Icon aria-hidden />
      <strong>{sentence(say, overall, results)}</strong>
    </p>
  )
}
