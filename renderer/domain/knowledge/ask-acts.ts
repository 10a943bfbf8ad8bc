import { asking } from './asking.ts'
import { textOf } from './condition.ts'
import type { GuideRun } from './guide-run.ts'
import type { Act } from './guide.ts'
import { filledIn, valuesAt } from './moment.ts'
import type { Moment } from './moment.ts'
import { setAnswer } from './set-answers.ts'
import type { Stepped } from './stepped.ts'

interface Arrival {
  readonly moment: Moment
  readonly isFirstTime: boolean
}

/**
 * What the acts of a step ask for, in order; what is set counts for those after it. A promise and a call-back are made
 * once in a run, however often the agent comes by: the customer was told once. A field is not filled with what is not
 * known.
 */
export function askActs(run: GuideRun, acts: readonly Act[], arrival: Arrival): Stepped {
  let now: Stepped = { run, asked: [] }
  for (const act of acts) {
    const { run: after, asked } = askAct(now.run, act, arrival)
    now = { run: after, asked: [...now.asked, ...asked] }
  }
  return now
}

function askAct(run: GuideRun, act: Act, { moment, isFirstTime }: Arrival): Stepped {
  switch (act.kind) {
    case 'set':
      return setAnswer(run, act, moment)
    case 'fill': {
      const value = textOf(act.value, valuesAt(run, moment))
      return { run, asked: value === undefined ? [] : [asking(act, run.at, value)] }
    }
    case 'promise':
    case 'call-back': {
      const what = filledIn(act.what, run, moment)
      return { run, asked: isFirstTime ? [asking({ ...act, what }, run.at)] : [] }
    }
    case 'private':
      return { run: { ...run, isPrivate: act.on }, asked: [asking(act, run.at)] }
    case 'disposition':
    case 'article':
    case 'transfer':
      return { run, asked: [asking(act, run.at)] }
  }
}

export const isPrivateAfter = (isPrivate: boolean, acts: readonly Act[]): boolean =>
  acts.reduce((before, act) => (act.kind === 'private' ? act.on : before), isPrivate)
