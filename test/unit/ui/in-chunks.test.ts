import { describe, expect, it } from 'vitest'

import { inChunks } from '../../../renderer/ui/desk/cases/in-chunks.ts'

interface Item {
  readonly index: number
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ index }))

describe('a long list in parts', () => {
  it('has everything once, in its order', () => {
    const all = items(601)
    expect(inChunks(all).map(({ length }) => length)).toEqual([250, 250, 101])
    expect(inChunks(all).flat()).toEqual(all)
    expect(inChunks([])).toEqual([])
  })

  it.each([
    ['of one is changed', [true, false, true], (all: Item[]) => all.with(300, { index: -1 })],
    ['more comes', [true, true, false], (all: Item[]) => [...all, { index: 601 }]],
  ])('keeps the parts in which nothing has changed when %s', (_, same, change) => {
    const all = items(601)
    const before = inChunks(all)
    expect(inChunks(change(all)).map((chunk, index) => chunk === before[index])).toEqual(same)
  })
})
