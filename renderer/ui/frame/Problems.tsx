import { TriangleAlert, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'

import type { Problem, ProblemCode, Remedy } from '../../domain/problem.ts'
import { useWords } from './words.tsx'

export interface ProblemsProps {
  readonly problems: readonly Problem[]
  /** What this place can do about a problem; a remedy that is not here shows no button. */
  readonly remedies: Readonly<Partial<Record<Exclude<Remedy, 'none'>, (problem: Problem) => void>>>
  readonly onDismiss: (code: ProblemCode) => void
}

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
      {problems.map((problem) => {
        const { code, remedy } = problem
        // Setting a store aside is the last resort: a keystore that was locked a moment ago is asked again first.
        const offered = remedy === 'set-aside' ? (['retry', remedy] as const) : ([remedy] as const)
        return (
          <div key={code} className="problem" data-problem={code}>
            <TriangleAlert aria-hidden className="problem-icon" />
            <p>{say(`problem.${code}`)}</p>
            {offered.map((one) => {
              const act = one === 'none' ? undefined : remedies[one]
              return (
                one !== 'none' &&
                act && (
                  <Button key={one} className="button" onPress={() => act(problem)}>
                    {say(`remedy.${one}`)}
                  </Button>
                )
              )
            })}
            <Button
              className="button quiet icon-only"
              aria-label={say('problems.dismiss')}
              onPress={() => onDismiss(code)}
            >
              <X aria-hidden />
            </Button>
          </div>
        )
      })}
    </section>
  )
}
