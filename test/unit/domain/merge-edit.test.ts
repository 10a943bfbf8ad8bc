import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeChange } from '../../../renderer/domain/merge-edit.ts'
import type { FieldValue } from '../../../renderer/domain/case-field.ts'

const one = fc.constantFrom<FieldValue>([], ['low'], ['high'], ['urgent'])
const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })

/** What the field has after the merge; `undefined` when the agent is asked. */
function outcome(before: FieldValue, after: FieldValue, theirs: FieldValue, several: boolean) {
  const merged = mergeChange({ before, after }, theirs, several)
  if (merged.kind === 'conflict') return undefined
  return merged.kind === 'there' ? theirs : merged.value
}

const sorted = (value: FieldValue | undefined): FieldValue | undefined => value && [...value].sort()

describe('a change of one value', () => {
  it.each([
    ['nobody else has touched it', ['low'], ['high'], ['low'], { kind: 'send', value: ['high'] }],
    ['both have set the same', ['low'], ['high'], ['high'], { kind: 'there' }],
    ['they have set something else', ['low'], ['high'], ['urgent'], { kind: 'conflict' }],
    ['they have taken it out', ['low'], ['high'], [], { kind: 'conflict' }],
    ['both have taken it out', ['low'], [], [], { kind: 'there' }],
    ['it was empty, and is', [], ['high'], [], { kind: 'send', value: ['high'] }],
    ['it was empty, and they have set it', [], ['high'], ['low'], { kind: 'conflict' }],
  ])('when %s', (_, before, after, theirs, merged) => {
    expect(mergeChange({ before, after }, theirs, false)).toEqual(merged)
  })

  it('loses nobody’s: it is the agent’s where the other is as before, and asked about where they differ', () => {
    fc.assert(
      fc.property(one, one, one, (before, after, theirs) => {
        const now = outcome(before, after, theirs, false)
        if (sorted(theirs)?.join() === before.join()) expect(now).toEqual(after)
        else expect(now).toEqual(after.join() === theirs.join() ? theirs : undefined)
      }),
    )
  })
})

describe('a change of several values', () => {
  it('has what either has added and not what either has taken out', () => {
    fc.assert(
      fc.property(some, some, some, (before, after, theirs) => {
        const all = new Set([...before, ...after, ...theirs])
        const wanted = [...all].filter((value) => {
          const [was, mine, other] = [before, after, theirs].map((list) => list.includes(value))
          return was ? mine && other : mine || other
        })
        expect(sorted(outcome(before, after, theirs, true))).toEqual(wanted.sort())
      }),
    )
  })

  it('never asks, and has no value twice', () => {
    fc.assert(
      fc.property(some, some, some, (before, after, theirs) => {
        const now = outcome(before, after, theirs, true) ?? ['asked']
        expect(new Set(now).size).toBe(now.length)
        expect(now).not.toEqual(['asked'])
      }),
    )
  })

  it('is done when it has been done: sent once more it is there', () => {
    fc.assert(
      fc.property(some, some, some, (before, after, theirs) => {
        const now = outcome(before, after, theirs, true) ?? []
        expect(mergeChange({ before: theirs, after: now }, now, true)).toEqual({ kind: 'there' })
      }),
    )
  })

  it('keeps the order in which they stand there, with what is new after it', () => {
    expect(mergeChange({ before: ['a', 'b'], after: ['b', 'z'] }, ['c', 'b', 'a'], true)).toEqual({
      ...{ kind: 'send', value: ['c', 'b', 'z'] },
    })
  })
})
