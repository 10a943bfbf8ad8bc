// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { parsePracticeOrder } from '../../../electron/centre/practice/order.ts'
import { orderFromArguments } from '../../../electron/centre/practice/run-by-itself.ts'

const order = { port: 0, origin: 'app://bundle', seed: 7, pauseSeconds: [4, 9] }

describe('a practice order', () => {
  it('is taken as it is', () => {
    expect(parsePracticeOrder(order)).toEqual(order)
  })

  it.each([
    undefined,
    null,
    'start',
    {},
    { ...order, port: 65_536 },
    { ...order, port: 1.5 },
    { ...order, port: '0' },
    { ...order, origin: '' },
    { ...order, seed: Number.NaN },
    { ...order, pauseSeconds: [9, 4] },
    { ...order, pauseSeconds: [-1, 4] },
    { ...order, pauseSeconds: [4] },
    { ...order, pauseSeconds: [4, 4000] },
  ])('is refused when it is %j', (value) => {
    expect(parsePracticeOrder(value)).toBeUndefined()
  })

  it('can be given on the command line', () => {
    const args = ['--port', '0', '--seed', '7', '--origin', 'app://bundle', '--pause', '4-9']
    expect(parsePracticeOrder(orderFromArguments(args))).toEqual(order)
    expect(parsePracticeOrder(orderFromArguments([]))).toEqual({ ...order, seed: 1 })
    expect(parsePracticeOrder(orderFromArguments(['--pause', 'soon']))).toBeUndefined()
    expect(parsePracticeOrder(orderFromArguments(['--seed', '']))).toBeUndefined()
  })
})
