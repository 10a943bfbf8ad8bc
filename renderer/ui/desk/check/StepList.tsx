import { Circle, CircleCheck, CircleDashed, CircleMinus, TriangleAlert } from 'lucide-react'

import { checkSteps } from '../../../domain/line-check.ts'
import type { CheckFigures, CheckResult, CheckStep, CheckVerdict } from '../../../domain/line-check.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'

const icons = {
  passed: CircleCheck,
  failed: TriangleAlert,
  'left-out': CircleMinus,
  running: CircleDashed,
  waiting: Circle,
} as const satisfies Record<CheckVerdict | 'running' | 'waiting', unknown>

export interface StepListProps {
  readonly running: CheckStep | undefined
  readonly results: readonly CheckResult[]
}

/** Each step with what came of it. */
export function StepList({ running, results }: StepListProps) {
  return (
    <ol className="check-steps">
      {checkSteps.map((step) => (
        <Step
          key={step}
          step={step}
          isRunning={step === running}
          result={results.find((result) => result.step === step)}
        />
      ))}
    </ol>
  )
}

interface StepProps {
  readonly step: CheckStep
  readonly isRunning: boolean
  readonly result: CheckResult | undefined
}

function Step({ step, isRunning, result }: StepProps) {
  const { say } = useWords()
  const figures = result ? figuresIn(say, result.figures) : []
  const state = result?.verdict ?? (isRunning ? 'running' : 'waiting')
  const Icon = icons[state]
  return (
    <li className={state}>
      <Icon aria-hidden />
      <div>
        <p>
          <strong>{say(`check.step.${step}`)}</strong>{' '}
          <span className="check-state">
            {result
              ? say(`check.verdict.${result.verdict}`)
              : say(isRunning ? 'check.running' : 'check.waiting')}
          </span>
        </p>
        {result && <p>{say(`check.finding.${result.finding}`)}</p>}
        {figures.length > 0 && <p className="quiet">{figures.join(' · ')}</p>}
      </div>
    </li>
  )
}

/** What a step measured, in words. */
function figuresIn(say: Say, { roundTrip, jitter, lost, mos, level }: CheckFigures): readonly string[] {
  return [
    ...(mos === undefined ? [] : [say('check.figure.mos', { value: mos })]),
    ...(roundTrip === undefined ? [] : [say('check.figure.round-trip', { value: roundTrip })]),
    ...(jitter === undefined ? [] : [say('check.figure.jitter', { value: jitter })]),
    ...(lost === undefined ? [] : [say('check.figure.lost', { value: lost })]),
    ...(level === undefined ? [] : [say('check.figure.level', { value: level })]),
  ]
}
