import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { readGuide } from '../../../../build/packs/read/read-guide.ts'
import { asGuideRunId, asInteractionId } from '../../../../renderer/domain/ids.ts'
import type { Answer, GuideRun, Visit } from '../../../../renderer/domain/knowledge/guide-run.ts'
import { identitySteps } from '../../../../renderer/domain/knowledge/guide.ts'
import type { IdentityStep, Step } from '../../../../renderer/domain/knowledge/guide.ts'
import { identityIn } from '../../../../renderer/domain/story/identity-check.ts'
import { askFor, endIt, makeField, makeGuide, sayIt } from '../knowledge/make-guide.ts'

const meaning = (step: Step, identity: IdentityStep): Step => ({ ...step, identity })
const text = { kind: 'text', longest: 20, lines: 'one' } as const

const guide = makeGuide('check-identity', [
  sayIt('greet', 'ask'),
  meaning(askFor('ask', [makeField('birth', text), makeField('file', text)]), 'asked'),
  askFor('matter', [makeField('matter', text)]),
  meaning(sayIt('passed', 'end'), 'passed'),
  meaning(sayIt('failed', 'end'), 'failed'),
  endIt('end'),
])

const visit = (step: string, enteredAt: number): Visit => ({
  ...{ guide: guide.id, step, enteredAt, leftAt: enteredAt + 1, how: 'next' },
})
const answer = (field: string, value: string | undefined, step = 'ask'): Answer => ({
  ...{ field, value, guide: guide.id, revision: 1, step, at: 1, by: 'customer' },
})

const run = (visits: readonly Visit[], answers: readonly Answer[] = []): GuideRun => ({
  ...{ id: asGuideRunId('run-1'), pack: { name: 'benefits', version: 1 }, guides: [guide], visits, answers },
  ...{ interaction: asInteractionId('interaction-1'), contact: undefined, case: undefined, state: 'done' },
  ...{
    at: { guide: guide.id, step: 'end' },
    callers: [],
    trail: [],
    isPrivate: false,
    waiting: [],
    filled: [],
  },
  ...{ startedAt: 1, endedAt: undefined },
})

describe('the last check of who it is', () => {
  it('tells when, how it came out, and which fields were answered; never what was answered', () => {
    const answers = [
      answer('birth', '1970-01-01'),
      answer('file', undefined),
      answer('matter', 'lost', 'matter'),
    ]
    const checked = run([visit('greet', 1), visit('ask', 5), visit('matter', 7), visit('passed', 9)], answers)
    expect(identityIn([checked], 'en')).toEqual({
      ...{ at: 9, outcome: 'passed', checked: ['Label of birth'], guide: guide.title.en },
    })
    expect(identityIn([checked], 'fr')?.checked).toEqual(['Label of birth (fr)'])
  })

  it('is the newest of all guides, and one that was left is not finished', () => {
    const failed = run([visit('ask', 20), visit('failed', 21)])
    const begun = run([visit('ask', 30), visit('passed', 31), visit('ask', 32)])
    expect(identityIn([failed, run([visit('passed', 4)])], 'en')).toMatchObject({ at: 21, outcome: 'failed' })
    expect(identityIn([begun, failed], 'en')).toMatchObject({ at: 32, outcome: 'not-finished' })
  })

  it('is none where a guide checked nothing', () => {
    expect(identityIn([run([visit('greet', 1), visit('gone', 2)])], 'en')).toBeUndefined()
    expect(identityIn([], 'en')).toBeUndefined()
  })

  it.each(['benefits/guides/verify-caller', 'passports/guides/check-identity'])(
    'is told by the sample guide %s',
    async (file) => {
      const url = new URL(`../../../../build/packs-samples/${file}.yaml`, import.meta.url)
      const { guide: read, faults } = readGuide('check', { file, text: await readFile(url, 'utf8') })
      const steps = (read?.guide.steps ?? []).filter(({ identity }) => identity !== undefined)
      expect([faults, new Set(steps.map(({ identity }) => identity))]).toEqual([[], new Set(identitySteps)])
      // Somebody is asked something wherever the guide says so, or told that one other thing is asked.
      expect(steps.filter(({ identity, say }) => identity === 'asked' && !say)).toEqual([])
    },
  )
})
