import { asGuideRunId, asInteractionId } from '../../../../renderer/domain/ids.ts'
import { begin } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import type { Beginning } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import type { Asked, GuideRun } from '../../../../renderer/domain/knowledge/guide-run.ts'
import type { Guide } from '../../../../renderer/domain/knowledge/guide.ts'
import type { Moment } from '../../../../renderer/domain/knowledge/moment.ts'
import type { Followed, Stepped } from '../../../../renderer/domain/knowledge/stepped.ts'
import { makeFacts } from './make-guide.ts'

/** A moment so many milliseconds after the beginning of the test. */
export const after = (at: number, facts: Parameters<typeof makeFacts>[0] = {}): Moment => ({
  ...{ at, agent: 'Ben', country: 'CA' },
  facts: makeFacts(facts),
})

export const beginning = (guides: readonly Guide[]): Beginning => ({
  ...{
    id: asGuideRunId('run-1'),
    pack: { name: 'passports', version: 3 },
    guides,
    guide: guides[0]?.id ?? '',
  },
  ...{ interaction: asInteractionId('call-1'), contact: undefined, case: undefined },
})

/** What came of it; a test that expects a failure looks at the result itself. */
export function went<F>(followed: Followed<F>): Stepped {
  if (!followed.ok) throw new Error(`refused: ${JSON.stringify(followed.problem)}`)
  return followed.value
}

export const begun = (...guides: readonly Guide[]): Stepped => went(begin(beginning(guides), after(0)))

export const at = ({ at: { guide, step }, callers }: GuideRun): string =>
  [...callers, { guide, step }].map((frame) => `${frame.guide}/${frame.step}`).join(' > ')

export const acts = (asked: readonly Asked[]): readonly string[] =>
  asked.map(({ act, value, guide, step }) => {
    const what = act.kind === 'private' ? `private ${act.on ? 'on' : 'off'}` : act.kind
    return `${guide}/${step}: ${what}${value === undefined ? '' : ` ${value}`}`
  })
