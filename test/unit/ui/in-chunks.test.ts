import { describe, expect, it } from 'vitest'

import { inChunks } from '../../../renderer/ui/desk/cases/in-chunks.ts'

interface Item {
  readonly index: number
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ index }))

describe('a long list in parts', () => {
  it('has everything once, in its order', () => {
    const all = items(120)
    expect(inChunks(all).map(({ length }) => length)).toEqual([50, 50, 20])
    expect(inChunks(all).flat()).toEqual(all)
    expect(inChunks([])).toEqual([])
  })

  it.each([
    ['of one is changed', [true, false, true], (all: Item[]) => all.with(70, { index: -1 })],
    ['one goes', [true, false, true], (all: Item[]) => all.toSpliced(70, 1)],
    ['one comes before all others', [false, true, true, true], (all: Item[]) => [{ index: -1 }, ...all]],
    ['one rises to the top', [false, true, false, true], (all: Item[]) => risen(all, 70)],
    ['more comes', [true, true, true, false], (all: Item[]) => [...all, { index: 120 }]],
  ])('keeps the parts in which nothing has changed when %s', (_, same, change) => {
    const before = new Set(inChunks(items(120)))
    const all = [...before].flat()
    expect(inChunks(change(all)).map((chunk) => before.has(chunk))).toEqual(same)
    expect(inChunks(change(all)).flat()).toHaveLength(change(all).length)
  })
})

const risen = (all: readonly Item[], at: number): Item[] => [
  ...all.slice(at, at + 1),
  ...all.toSpliced(at, 1),
]
