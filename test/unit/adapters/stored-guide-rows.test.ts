import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fromArticleUseRow, toArticleUseRow } from '../../../renderer/adapters/dexie/article-use-row.ts'
import { fromGuideRunRow, toGuideRunRow } from '../../../renderer/adapters/dexie/guide-run-row.ts'
import { deriveKeys, seal } from '../../../renderer/adapters/dexie/sealing.ts'
import { asCaseId, asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { answer } from '../../../renderer/domain/knowledge/answer-step.ts'
import { begin, next } from '../../../renderer/domain/knowledge/follow-guide.ts'
import { fieldsIn } from '../../../renderer/domain/knowledge/guide-fields.ts'
import { makeKey } from '../../make.ts'
import { anyGuides, anyTyped } from '../domain/knowledge/any-guide.ts'
import { after, beginning, went } from '../domain/knowledge/follow.ts'
import { storedRun, storedUse } from './stored-guides.ts'

const keys = await deriveKeys(makeKey(9).bytes)

/** What is made of anything has objects without a prototype in it. */
const plain = structuredClone

const anything = fc.oneof(
  fc.jsonValue(),
  fc.object({ key: fc.constantFrom('guides', 'answers', 'steps', 'kind', '__proto__', 'pack', 'at') }),
)

describe('a row of a guide that was followed', () => {
  it('gives back any run of any guide as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyGuides, fc.array(anyTyped, { maxLength: 8 }), async (guides, typed) => {
        let { run } = went(begin(beginning(guides), after(0)))
        for (const [at, one] of typed.entries()) {
          const words = new Map([...fieldsIn(run.guides).keys()].map((name) => [name, one]))
          const followed = [answer(run, words, after(at)), next(run, after(at))].find(({ ok }) => ok)
          if (followed?.ok) run = followed.value.run
        }
        expect(await fromGuideRunRow(keys, await toGuideRunRow(keys, run))).toStrictEqual(plain(run))
      }),
      { numRuns: 100 },
    )
  })

  it('is found by its contact and its case, each by a name of its own, until it is over', async () => {
    const same = { contact: asContactId('7'), case: asCaseId('7'), interaction: asInteractionId('7') }
    const { interaction, unfinished } = await toGuideRunRow(keys, storedRun(same))
    expect(new Set([interaction, ...unfinished]).size).toBe(3)
    for (const state of ['done', 'abandoned'] as const)
      expect((await toGuideRunRow(keys, storedRun({ ...same, state }))).unfinished).toEqual([])
  })

  it('of before a guide had fields of its own, and told another anything, opens', async () => {
    const run = storedRun()
    const { id, guides, ...rest } = run
    const older = guides.map((guide) => ({
      ...{ ...guide, fields: undefined },
      steps: guide.steps.map((step) => (step.kind === 'guide' ? { ...step, with: undefined } : step)),
    }))
    const sealed = await seal(keys, `guideRuns/${id}`, { ...rest, guides: older })
    const opened = await fromGuideRunRow(keys, { ...(await toGuideRunRow(keys, run)), sealed })
    expect(opened.guides.map(({ fields }) => fields)).toEqual([[], []])
    expect(opened.guides[0]?.steps.find(({ kind }) => kind === 'guide')).toMatchObject({ with: [] })
  })

  it('with anything in it is refused', async () => {
    const row = await toGuideRunRow(keys, storedRun())
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const sealed = await seal(keys, `guideRuns/${row.id}`, value)
        await expect(fromGuideRunRow(keys, { ...row, sealed })).rejects.toThrow()
      }),
      { numRuns: 300 },
    )
    expect(Object.hasOwn(Object.prototype, 'guides')).toBe(false)
  })
})

describe('a row of what became of an article', () => {
  it('with anything in it is refused', async () => {
    const row = await toArticleUseRow(keys, storedUse())
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const sealed = await seal(keys, `articleUses/${row.id}`, value)
        await expect(fromArticleUseRow(keys, { ...row, sealed })).rejects.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})
