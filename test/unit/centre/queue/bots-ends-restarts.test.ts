import { describe, expect, it } from 'vitest'

import { Routing, bot, site } from './routing-driver.ts'

describe('a bot', () => {
  const withBot = (): Routing => {
    const routing = new Routing()
    routing.happen({ kind: 'bot-there', address: bot })
    routing.arrive('ada')
    routing.ask('eve', { queue: 'assisted' })
    return routing
  }
  const byBot = { kind: 'bot', address: bot } as const

  it('has a chat first, and nobody is offered it', () => {
    const routing = withBot()
    expect(routing.offeredTo('eve')).toBeUndefined()
    expect(routing.noticesOf('eve')).toEqual(['bot'])
  })

  it('hands it over with its story', () => {
    const routing = withBot()
    expect(routing.happen({ kind: 'hand-over', room: 'room-eve', by: byBot, json: '{}' }).answer).toBe('done')
    expect(routing.offeredTo('eve')).toBe('ada')
    expect(routing.wanted('offer').at(-1)?.chat.handOver).toBe('{}')
    expect(routing.happen({ kind: 'hand-over', room: 'room-eve', by: byBot, json: '{}' }).answer).toBe(
      'forbidden',
    )
  })

  it('keeps nobody waiting who has written to it for a minute', () => {
    const routing = withBot()
    routing.happen({ kind: 'wrote', room: 'room-eve', who: 'bot' })
    routing.wait(120)
    expect(routing.offeredTo('eve')).toBeUndefined()
    routing.happen({ kind: 'wrote', room: 'room-eve', who: 'customer' })
    routing.wait(60)
    expect(routing.offeredTo('eve')).toBe('ada')
  })

  it('is left out when it is not there, and taken from when it goes', () => {
    const routing = withBot()
    routing.happen({ kind: 'bot-gone', address: bot })
    expect(routing.offeredTo('eve')).toBe('ada')
    routing.accept('eve')
    routing.ask('dan', { queue: 'assisted' })
    expect(routing.offeredTo('dan')).toBe('ada')
  })
})

describe('an end', () => {
  it('is told to every agent of the chat, and remembered for a customer who comes back', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.accept('eve')
    const end = { kind: 'end', room: 'room-eve' } as const
    expect(routing.happen({ ...end, by: { kind: 'agent', user: 'claire' } }).answer).toBe('forbidden')
    expect(routing.happen({ ...end, by: { kind: 'agent', user: 'ben' } }).answer).toBe('done')
    expect(routing.wanted('close-room')).toHaveLength(1)
    expect(routing.wanted('tell').map(({ what }) => what)).toEqual([
      { kind: 'over', room: 'room-eve', end: 'agent-ended' },
    ])
    expect(routing.state.past.get('room-eve')?.user).toBe('ben')
  })

  it('of somebody who was abusive keeps them out, and the leads are told', () => {
    const routing = new Routing()
    routing.arrive('ada')
    routing.arrive('ben')
    routing.ask('eve')
    const user = routing.offeredTo('eve') ?? ''
    routing.accept('eve')
    routing.happen({ kind: 'report', room: 'room-eve', by: user, reason: 'threats', block: true })
    expect(routing.wanted('tell-report').map(({ to, reason }) => [to, reason])).toEqual([
      ['ada@chat.test/desk', 'threats'],
    ])
    expect(routing.ask('eve')).toBe('forbidden')
    routing.at += site.blockDays * 86_400_000
    routing.wait(1)
    expect(routing.ask('eve')).toBe('done')
  })

  it('by the server, which destroyed the room, gives who waits another one', () => {
    const routing = new Routing()
    routing.ask('eve')
    routing.happen({ kind: 'room-gone', room: 'room-eve' })
    expect(routing.wanted('open-room')).toHaveLength(2)
    routing.arrive('ben')
    routing.accept('eve')
    routing.happen({ kind: 'room-gone', room: 'room-eve' })
    expect(routing.wanted('tell').map(({ what }) => what)).toEqual([
      { kind: 'over', room: 'room-eve', end: 'room-gone' },
    ])
  })
})

describe('a queue that was away', () => {
  it('offers again what it had offered, once the desks have answered, and tells nobody of a break', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.arrive('ada')
    routing.ask('eve')
    routing.accept('eve')
    routing.ask('dan')
    routing.happen({ kind: 'link-up' })
    expect(routing.offeredTo('dan')).toBeUndefined()
    routing.arrive('ben')
    routing.arrive('ada')
    for (const name of ['eve', 'dan'])
      routing.happen({ kind: 'customer-back', room: `room-${name}`, address: `${name}@guests.test/web` })
    routing.wait(40)
    expect(routing.offeredTo('dan')).toBeDefined()
    expect(routing.noticesOf('eve')).toEqual(['waiting', 'agent-joined'])
    expect(routing.state.chats.size).toBe(2)
  })

  it('gives up an agent who does not answer', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.accept('eve')
    routing.happen({ kind: 'link-up' })
    routing.happen({ kind: 'customer-back', room: 'room-eve', address: 'eve@guests.test/web' })
    routing.arrive('ada')
    routing.wait(75)
    expect(routing.offeredTo('eve')).toBe('ada')
  })
})
