// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseAgent } from '../../../electron/centre/practice/routing.ts'
import type { RoutableAgent, WaitingCustomer } from '../../../electron/centre/practice/routing.ts'

const ada: RoutableAgent = {
  user: 'ada',
  queues: ['Passports', 'Prestations'],
  languages: ['en', 'fr'],
  isReachable: true,
  state: 'available',
  calls: 0,
  idleSince: 1000,
}
const ben = { ...ada, user: 'ben', idleSince: 2000 }
const waiting: WaitingCustomer = { queue: 'Passports', language: 'en', passedOver: new Map() }
const now = 10_000

describe('who is offered a customer', () => {
  it.each<[string, readonly RoutableAgent[], string | undefined]>([
    ['nobody where nobody works', [], undefined],
    ['the one who has been idle for longest', [ben, ada], 'ada'],
    ['the first of two who came at once', [{ ...ben, idleSince: 1000 }, ada], 'ben'],
    ['nobody whose connection is gone', [{ ...ada, isReachable: false }, ben], 'ben'],
    ['nobody who has published nothing', [{ ...ada, state: undefined }], undefined],
    ['nobody who writes up', [{ ...ada, state: 'wrap-up' }], undefined],
    ['nobody on a break', [{ ...ada, state: 'not-ready' }], undefined],
    ['nobody with a call, whatever they have published', [{ ...ada, calls: 1 }], undefined],
    ['nobody without the skill', [{ ...ada, queues: ['Prestations'] }, ben], 'ben'],
    ['nobody without the language', [{ ...ada, languages: ['fr'] }, ben], 'ben'],
  ])('is %s', (_, agents, expected) => {
    expect(chooseAgent(waiting, agents, now)).toBe(expected)
  })

  it('is not the one who has just refused, until they have rested', () => {
    const refused = { ...waiting, passedOver: new Map([['ada', 10_001]]) }
    expect(chooseAgent(refused, [ada, ben], now)).toBe('ben')
    expect(chooseAgent(refused, [ada], now)).toBeUndefined()
    expect(chooseAgent(refused, [ada], 10_001)).toBe('ada')
  })

  const subset = <Item>(items: readonly Item[]) => fc.subarray([...items])
  const agent = fc.record({
    user: fc.constantFrom('ada', 'ben', 'cleo', 'dan', 'eve'),
    queues: subset(['Passports', 'Prestations']),
    languages: subset(['en', 'fr'] as const),
    isReachable: fc.boolean(),
    state: fc.constantFrom('available', 'on-interaction', 'wrap-up', 'not-ready', 'signed-out', undefined),
    calls: fc.nat(1),
    idleSince: fc.nat(20),
  })
  const agents = fc.uniqueArray(agent, { selector: ({ user }) => user })
  const customer = fc.record({
    queue: fc.constantFrom('Passports', 'Prestations'),
    language: fc.constantFrom('en' as const, 'fr' as const),
    passedOver: fc
      .dictionary(fc.constantFrom('ada', 'ben'), fc.nat(20))
      .map((of) => new Map(Object.entries(of))),
  })

  it('is always somebody who may take the call, and of these the longest idle; and never nobody without need', () => {
    fc.assert(
      fc.property(customer, agents, fc.nat(20), (one, all, time) => {
        const may = all.filter(
          (each) =>
            each.isReachable &&
            each.state === 'available' &&
            each.calls === 0 &&
            each.queues.includes(one.queue) &&
            each.languages.includes(one.language) &&
            (one.passedOver.get(each.user) ?? 0) <= time,
        )
        const chosen = chooseAgent(one, all, time)
        const idle = Math.min(...may.map(({ idleSince }) => idleSince))
        expect(may.find(({ user }) => user === chosen)?.idleSince).toBe(may.length > 0 ? idle : undefined)
        expect(chosen === undefined).toBe(may.length === 0)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})
