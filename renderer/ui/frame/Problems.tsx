import { TriangleAlert, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'

import type { Problem, ProblemCode, Remedy } from '../../domain/problem.ts'
import { useWords } from './words.tsx'

type Act = Exclude<Remedy, 'none'>
type Remedies = Readonly<Partial<Record<Act, (problem: Problem) => void>>>

export interface ProblemsProps {
  readonly problems: readonly Problem[]
  /** What this place can do about a problem; a remedy that is not here shows no button. */
  readonly remedies: Remedies
  readonly onDismiss: (code: ProblemCode) => void
}

/** Setting a store aside is the last resort: a keystore that was locked a moment ago is asked again first. */
const actsFor = (remedy: Remedy): readonly Act[] =>
  remedy === 'none' ? [] : remedy === 'set-aside' ? ['retry', 'set-aside'] : [remedy]

/** What went wrong, in a sentence, with its remedy. Spoken when it appears, and never in the way. */
export function Problems({ problems, remedies, onDismiss }: ProblemsProps) {
  const { say } = useWords()
  return (
    <section
      className="problems"
      aria-label={say('problems.label')}
      aria-live="assertive"
      aria-relevant="additions"
    >
      {problems.map((problem) => (
        <div key={problem.code} className="problem" data-problem={problem.code}>
          <TriangleAlert aria-hidden />
          <p>{say(`problem.${problem.code}`)}</p>
          <Button
            className="button quiet icon-only"
            aria-label={say('problems.dismiss')}
            onPress={() => onDismiss(problem.code)}
          >
            <X aria-hidden />
          </Button>
          <RemedyButtons problem={problem} remedies={remedies} />
        </div>
      ))}
    </section>
  )
}

function RemedyButtons({ problem, remedies }: { problem: Problem; remedies: Remedies }) {
  const { say } = useWords()
  const acts = actsFor(problem.remedy).filter((act) => remedies[act])
  if (acts.length === 0) return null
  return (
    <div className="problem-remedies">
      {acts.map((act) => (
        <Button key={act} className="button" onPress={() => remedies[act]?.(problem)}>
          {say(`remedy.${act}`)}
        </Button>
      ))}
    </div>
  )
}
