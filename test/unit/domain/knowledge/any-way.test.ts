import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asInteractionId } from '../../../../renderer/domain/ids.ts'
import { answer, correct } from '../../../../renderer/domain/knowledge/answer-step.ts'
import {
  abandon,
  back,
  begin,
  endPrivate,
  jump,
  leave,
  next,
  resume,
} from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { fieldsIn, stepOf } from '../../../../renderer/domain/knowledge/guide-fields.ts'
import type { GuideRun } from '../../../../renderer/domain/knowledge/guide-run.ts'
import type { Field } from '../../../../renderer/domain/knowledge/guide.ts'
import type { Moment } from '../../../../renderer/domain/knowledge/moment.ts'
import { worthOf } from '../../../../renderer/domain/knowledge/run-worth.ts'
import type { Followed } from '../../../../renderer/domain/knowledge/stepped.ts'
import { isShown } from '../../../../renderer/domain/knowledge/walk-guide.ts'
import { whatToShow } from '../../../../renderer/domain/knowledge/what-to-show.ts'
import { anyGuides, anyTyped } from './any-guide.ts'
import { after, beginning } from './follow.ts'
import { doIt, makeFacts } from './make-guide.ts'

type Verb = (run: GuideRun, moment: Moment) => Followed<unknown>

const right: Readonly<Record<Field['type']['kind'], string | boolean>> = {
  ...{ text: 'a', choice: 'lost', date: '2026-11-01', number: '70', telephone: '+16135550117' },
  ...{ 'postal-code': 'K1A 0B1', consent: true },
}

const answerRightly: Verb = (run, moment) => {
  const typed = [...fieldsIn(run.guides).values()].map(({ name, type }) => [name, right[type.kind]] as const)
  return answer(run, new Map(typed), moment)
}
const answerSomehow =
  (typed: string | boolean): Verb =>
  (run, moment) =>
    answer(run, new Map([...fieldsIn(run.guides).keys()].map((name) => [name, typed])), moment)

/** What an agent does most is there most. */
const verb: fc.Arbitrary<readonly [string, Verb]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['next', next] as const) },
  { weight: 4, arbitrary: fc.constant(['answer rightly', answerRightly] as const) },
  { weight: 2, arbitrary: fc.constant(['back', back] as const) },
  anyTyped.map((typed) => [`answer ${JSON.stringify(typed)}`, answerSomehow(typed)] as const),
  fc
    .nat({ max: 7 })
    .map(
      (step) => [`jump s${step}`, (run: GuideRun, moment: Moment) => jump(run, `s${step}`, moment)] as const,
    ),
  fc
    .tuple(fc.constantFrom('field_0_0', 'field_3_1', 'none'), anyTyped)
    .map(
      ([field, typed]) =>
        [
          `correct ${field}`,
          (run: GuideRun, moment: Moment) => correct(run, { field, typed }, moment),
        ] as const,
    ),
  fc.constant([
    'resume',
    (run: GuideRun, moment: Moment) => resume(leave(run, moment), asInteractionId('chat-1'), moment),
  ] as const),
  fc.constant(['end private', (run: GuideRun) => endPrivate(run)] as const),
)

const anyFacts = fc.record({
  channel: fc.constantFrom('call', 'chat'),
  mood: fc.constantFrom('calm', 'upset', undefined),
  time: fc.constantFrom('09:00', '18:00'),
  case: fc.constantFrom(makeFacts().case, {
    ...makeFacts().case,
    known: true,
    fields: { 'Field 0': 'a', 'Field 2': 'x' },
  }),
})

/** A run that any verbs were tried on, one each second, with every run that there was on the way. */
function follow(
  guides: Parameters<typeof beginning>[0],
  verbs: readonly (readonly [string, Verb])[],
  facts: Parameters<typeof after>[1],
): readonly GuideRun[] {
  const first = begin(beginning(guides), after(0, facts))
  if (!first.ok) throw new Error(`a guide that cannot be begun: ${first.problem}`)
  const runs = [first.value.run]
  for (const [index, [, does]] of verbs.entries()) {
    const now = runs.at(-1) ?? first.value.run
    const there = does(now, after((index + 1) * 1000, facts))
    runs.push(there.ok ? there.value.run : now)
  }
  return runs
}

/** What people said: a guide works nothing out of what was answered in a private stretch. */
const givenIn = (run: GuideRun | undefined) => run?.answers.filter(({ by }) => by !== 'guide')

const verbs = fc.array(verb, { maxLength: 25 })
const runsOf = { numRuns: 100 }

describe('on any guide, whatever the agent does', () => {
  it('there is a step to show, or it is over, and nothing throws', () => {
    fc.assert(
      fc.property(anyGuides, verbs, anyFacts, (guides, does, facts) => {
        for (const run of follow(guides, does, facts)) {
          const step = stepOf(run.guides, run.at)
          expect(step !== undefined && (run.state === 'done' || isShown(step))).toBe(true)
          expect(whatToShow(run, 'fr', after(1, facts))?.title).toBe(step?.title.fr)
          expect(run.trail.length).toBeLessThanOrEqual(does.length)
        }
        expect(worthOf(follow(guides, does, facts), 0)).not.toEqual([])
      }),
      runsOf,
    )
  })

  it('no answer is lost', () => {
    fc.assert(
      fc.property(anyGuides, verbs, anyFacts, (guides, does, facts) => {
        const runs = follow(guides, does, facts)
        for (const [index, run] of runs.entries()) {
          const before = runs[index - 1]?.answers ?? []
          expect(run.answers.slice(0, before.length)).toEqual(before)
        }
      }),
      runsOf,
    )
  })

  it('no answer is kept that was given in a private stretch', () => {
    fc.assert(
      fc.property(anyGuides, verbs, anyFacts, ([first, ...others], does, facts) => {
        if (!first) return
        const begins = doIt('private', [{ kind: 'private', on: true }], first.start)
        const secret = { ...first, start: 'private', steps: [begins, ...first.steps] }
        const runs = follow([secret, ...others], does, facts)
        for (const [index, run] of runs.entries())
          if (runs[index - 1]?.isPrivate) expect(givenIn(run)).toEqual(givenIn(runs[index - 1]))
      }),
      runsOf,
    )
  })

  it('going back undoes going on', () => {
    fc.assert(
      fc.property(anyGuides, verbs, anyFacts, (guides, does, facts) => {
        for (const run of follow(guides, does, facts)) {
          const moment = after(50_000, facts)
          const on = [next, answerRightly].map((goes) => goes(run, moment)).find(({ ok }) => ok)
          if (!on?.ok || on.value.run.state !== 'running') continue
          const again = back(on.value.run, moment)
          const placed = ({ at, callers, trail, isPrivate }: GuideRun) => ({ at, callers, trail, isPrivate })
          expect(again.ok && placed(again.value.run)).toEqual(placed(run))
        }
      }),
      runsOf,
    )
  })

  it('what was stored and read again goes on just the same', () => {
    fc.assert(
      fc.property(anyGuides, verbs, verbs, anyFacts, (guides, does, more, facts) => {
        const run = follow(guides, does, facts).at(-1)
        const read = JSON.parse(JSON.stringify(run)) as GuideRun
        expect(read).toEqual(run)
        let [now, then] = [run as GuideRun, read]
        for (const [, goes] of more) {
          const [here, there] = [goes(now, after(90_000, facts)), goes(then, after(90_000, facts))]
          expect(there).toEqual(here)
          if (here.ok && there.ok) [now, then] = [here.value.run, there.value.run]
        }
      }),
      runsOf,
    )
  })

  it('each step is left once, no earlier than it was come to, and only the last may be open', () => {
    fc.assert(
      fc.property(anyGuides, verbs, anyFacts, (guides, does, facts) => {
        const run = follow(guides, does, facts).at(-1)
        for (const [index, { enteredAt, leftAt }] of (run?.visits ?? []).entries()) {
          if (leftAt === undefined)
            expect([index, run?.state]).toEqual([(run?.visits.length ?? 0) - 1, 'running'])
          else expect(leftAt).toBeGreaterThanOrEqual(enteredAt)
        }
      }),
      runsOf,
    )
  })

  it('a run that was given up is at rest', () => {
    fc.assert(
      fc.property(anyGuides, verbs, verbs, (guides, does, more) => {
        const given = abandon(follow(guides, does, {}).at(-1) as GuideRun, after(60_000))
        if (!given.ok) return
        let [run, answers] = [given.value.run, given.value.run.answers]
        for (const [name, goes] of more) {
          const there = goes(run, after(70_000))
          if (!there.ok) continue
          run = there.value.run
          // What it put into the case stays, and so it can be put right: that alone.
          if (name.startsWith('correct ')) answers = run.answers
        }
        expect({ ...run, isPrivate: false }).toEqual({ ...given.value.run, answers, isPrivate: false })
      }),
      { numRuns: 50 },
    )
  })
})
