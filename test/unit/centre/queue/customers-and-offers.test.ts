import { describe, expect, it } from 'vitest'

import { Routing } from './routing-driver.ts'

describe('a customer who asks', () => {
  it('is offered to the agent who has been idle longest', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.wait(5)
    routing.arrive('ada')
    routing.ask('eve')
    expect(routing.offeredTo('eve')).toBe('ben')
  })

  it('is not offered to somebody with a chat while another has none', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.wait(1)
    routing.arrive('ada')
    routing.ask('eve')
    routing.accept('eve')
    routing.ask('dan')
    expect(routing.offeredTo('dan')).toBe('ada')
  })

  it('waits for an agent of the queue who speaks their language', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('helene', { language: 'fr' })
    expect(routing.offeredTo('helene')).toBeUndefined()
    routing.arrive('ada')
    expect(routing.offeredTo('helene')).toBe('ada')
  })

  it('is served in the order of priority, then of asking', () => {
    const routing = new Routing()
    routing.ask('first')
    routing.wait(1)
    routing.ask('second')
    routing.wait(1)
    routing.ask('urgent', { queue: 'benefits' })
    const order: string[] = []
    routing.arrive('ada', 1)
    for (let turn = 0; turn < 3; turn += 1) {
      const name = ['first', 'second', 'urgent'].find((one) => routing.offeredTo(one) !== undefined) ?? ''
      order.push(name)
      routing.accept(name)
      routing.happen({ kind: 'end', room: `room-${name}`, by: { kind: 'agent', user: 'ada' } })
    }
    expect(order).toEqual(['urgent', 'first', 'second'])
  })

  it('goes back to the agent who knows the case, who is free', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.accept('eve')
    routing.happen({ kind: 'end', room: 'room-eve', by: { kind: 'agent', user: 'ben' } })
    routing.wait(5)
    routing.arrive('ada')
    routing.wait(5)
    routing.happen({ kind: 'departed', queue: 'passports', address: 'nobody@guests.test/web' })
    routing.ask('again', { returning: 'room-eve' })
    expect(routing.offeredTo('again')).toBe('ben')
    expect(routing.state.needs.size).toBe(1)
  })

  it('is told no twice in one queue, without such a queue, and when too many wait', () => {
    const routing = new Routing()
    expect(routing.ask('eve')).toBe('done')
    expect(routing.ask('eve')).toBe('conflict')
    expect(routing.ask('eve', { queue: 'nothing' })).toBe('item-not-found')
    for (const name of ['a', 'b', 'c', 'd']) routing.ask(name)
    expect(routing.ask('late')).toBe('resource-constraint')
  })

  it('takes their place again under another address once the old one is gone', () => {
    const routing = new Routing()
    routing.ask('eve')
    expect(routing.ask('new', { returning: 'room-eve' })).toBe('conflict')
    routing.happen({ kind: 'customer-gone', room: 'room-eve', address: 'eve@guests.test/web' })
    expect(routing.ask('new', { returning: 'room-eve' })).toBe('done')
    expect(routing.state.chats.get('room-eve')?.customer).toBe('new@guests.test/web')
    routing.wait(40)
    expect([...routing.state.chats.keys()]).toEqual(['room-eve'])
  })

  it('keeps their place for the grace time only', () => {
    const routing = new Routing()
    routing.ask('eve')
    routing.happen({ kind: 'customer-gone', room: 'room-eve', address: 'eve@guests.test/web' })
    routing.wait(29)
    expect(routing.state.chats.size).toBe(1)
    routing.wait(2)
    expect(routing.state.chats.size).toBe(0)
  })
})

describe('an offer', () => {
  it('goes to the next when it is not answered in time, and comes back', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.wait(1)
    routing.arrive('ada')
    routing.ask('eve')
    routing.wait(20)
    expect(routing.offeredTo('eve')).toBe('ada')
    expect(routing.wanted('revoke').map(({ reason }) => reason)).toEqual(['timeout'])
    routing.reject('eve')
    routing.wait(10)
    expect(routing.offeredTo('eve')).toBe('ben')
  })

  it('is not repeated at once to the only one who is there', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.reject('eve')
    expect(routing.offeredTo('eve')).toBeUndefined()
    routing.wait(10)
    expect(routing.offeredTo('eve')).toBe('ben')
  })

  it('is too late for whoever accepts what somebody else was given', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    const [offer] = routing.state.offers.keys()
    expect(routing.happen({ kind: 'accepted', offer: offer ?? '', user: 'ada' }).answer).toBe(
      'item-not-found',
    )
    expect(routing.accept('eve')).toBe('done')
    expect(routing.happen({ kind: 'accepted', offer: offer ?? '', user: 'ben' }).answer).toBe(
      'item-not-found',
    )
  })

  it('is taken back when a call lowers what the agent can have', () => {
    const routing = new Routing()
    routing.arrive('ben', 1)
    routing.ask('eve')
    routing.arrive('ben', 0)
    expect(routing.offeredTo('eve')).toBeUndefined()
    expect(routing.wanted('revoke').map(({ reason }) => reason)).toEqual(['withdrawn'])
  })
})
