// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { parsePracticeOrder } from '../../../electron/centre/practice/order.ts'
import { orderFromArguments } from '../../../electron/centre/practice/run-by-itself.ts'

const order = { port: 0, origin: 'app://bundle', seed: 7, pauseSeconds: [4, 9] }
const ada = { user: 'ada', queues: ['Passports'], languages: ['en'] }

describe('a practice order', () => {
  it('is taken as it is, with agents or without', () => {
    expect(parsePracticeOrder(order)).toEqual(order)
    expect(parsePracticeOrder({ ...order, agents: [ada] })).toEqual({ ...order, agents: [ada] })
    expect(parsePracticeOrder({ ...order, secondCalls: 0.2 })).toEqual({ ...order, secondCalls: 0.2 })
    expect(parsePracticeOrder({ ...order, casesPort: 8080 })).toEqual({ ...order, casesPort: 8080 })
    const chats = { ...order, chatPort: 5280, chatPauseSeconds: [20, 40] }
    expect(parsePracticeOrder(chats)).toEqual(chats)
  })

  it.each([
    undefined,
    null,
    'start',
    {},
    { ...order, port: 65_536 },
    { ...order, port: 1.5 },
    { ...order, port: '0' },
    { ...order, casesPort: -1 },
    { ...order, chatPort: 70_000 },
    { ...order, chatPauseSeconds: [40, 20] },
    { ...order, origin: '' },
    { ...order, seed: Number.NaN },
    { ...order, pauseSeconds: [9, 4] },
    { ...order, pauseSeconds: [-1, 4] },
    { ...order, pauseSeconds: [4] },
    { ...order, pauseSeconds: [4, 4000] },
    { ...order, secondCalls: -0.1 },
    { ...order, secondCalls: 20 },
    { ...order, secondCalls: '0.2' },
    { ...order, agents: [] },
    { ...order, agents: [ada, ada] },
    { ...order, agents: Array.from({ length: 101 }, (_, index) => ({ ...ada, user: `a${index}` })) },
    { ...order, agents: [{ ...ada, user: '1001' }] },
    { ...order, agents: [{ ...ada, user: 'a@b' }] },
    { ...order, agents: [{ ...ada, languages: ['de'] }] },
    { ...order, agents: [{ ...ada, queues: undefined }] },
  ])('is refused when it is %j', (value) => {
    expect(parsePracticeOrder(value)).toBeUndefined()
  })

  it('can be given on the command line', () => {
    const args = ['--port', '0', '--seed', '7', '--origin', 'app://bundle', '--pause', '4-9']
    expect(parsePracticeOrder(orderFromArguments(args))).toEqual(order)
    expect(parsePracticeOrder(orderFromArguments([]))).toEqual({ ...order, seed: 1 })
    expect(parsePracticeOrder(orderFromArguments(['--agents', 'ada,ben']))?.agents).toEqual(
      ['ada', 'ben'].map((user) => ({
        user,
        queues: ['Passports', 'Prestations'],
        languages: ['en', 'fr'],
      })),
    )
    expect(parsePracticeOrder(orderFromArguments(['--second-calls', '0.2']))?.secondCalls).toBe(0.2)
    expect(parsePracticeOrder(orderFromArguments(['--cases-port', '8080']))?.casesPort).toBe(8080)
    const chats = ['--chat-port', '5280', '--chat-pause', '20-40']
    expect(parsePracticeOrder(orderFromArguments(chats))).toEqual({
      ...{ ...order, seed: 1 },
      ...{ chatPort: 5280, chatPauseSeconds: [20, 40] },
    })
    expect(parsePracticeOrder(orderFromArguments(['--cases-port', '']))).toBeUndefined()
    expect(parsePracticeOrder(orderFromArguments(['--agents', 'ada,']))).toBeUndefined()
    expect(parsePracticeOrder(orderFromArguments(['--pause', 'soon']))).toBeUndefined()
    expect(parsePracticeOrder(orderFromArguments(['--seed', '']))).toBeUndefined()
  })
})
