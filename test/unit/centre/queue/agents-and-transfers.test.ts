import { describe, expect, it } from 'vitest'

import { Routing } from './routing-driver.ts'

describe('an agent who drops', () => {
  const served = (): Routing => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.accept('eve')
    routing.arrive('ada')
    routing.drop('ben')
    return routing
  }

  it('keeps the chat for the grace time, and the customer reads it', () => {
    const routing = served()
    routing.wait(59)
    expect(routing.offeredTo('eve')).toBeUndefined()
    routing.arrive('ben')
    expect(routing.agentsOf('eve')).toEqual(['ben'])
    expect(routing.noticesOf('eve')).toEqual(['waiting', 'agent-joined', 'agent-away', 'agent-back'])
  })

  it('loses it to whoever accepts it after that, and is told when they are back', () => {
    const routing = served()
    routing.wait(60)
    expect(routing.offeredTo('eve')).toBe('ada')
    routing.accept('eve')
    expect(routing.agentsOf('eve')).toEqual(['ada'])
    routing.arrive('ben')
    expect(routing.wanted('tell').map(({ what }) => what)).toEqual([
      { kind: 'over', room: 'room-eve', end: 'taken-over' },
    ])
  })

  it('has it again when they are back before anybody took it', () => {
    const routing = served()
    routing.wait(60)
    routing.arrive('ben')
    expect(routing.offeredTo('eve')).toBeUndefined()
    expect(routing.state.needs.size).toBe(0)
    expect(routing.agentsOf('eve')).toEqual(['ben'])
  })

  it('has no grace time after signing out on purpose', () => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.accept('eve')
    routing.arrive('ada')
    routing.drop('ben', true)
    expect(routing.offeredTo('eve')).toBe('ada')
  })
})

describe('a chat that is handed on', () => {
  const held = (): Routing => {
    const routing = new Routing()
    routing.arrive('ben')
    routing.ask('eve')
    routing.accept('eve')
    return routing
  }
  const handOn = { kind: 'hand-on', room: 'room-eve', by: 'ben', note: 'please', keep: false } as const

  it('is the colleague’s when they take it, and the note is theirs alone', () => {
    const routing = held()
    routing.arrive('ada')
    expect(routing.happen({ ...handOn, to: { kind: 'lead' } }).answer).toBe('done')
    expect(routing.wanted('offer').at(-1)?.need.from).toEqual({ user: 'ben', name: 'Ben', note: 'please' })
    routing.accept('eve')
    expect(routing.agentsOf('eve')).toEqual(['ada'])
    expect(routing.wanted('tell').map(({ what }) => what)).toEqual([
      { kind: 'handed-on', room: 'room-eve', outcome: 'taken', name: 'Ada' },
      { kind: 'over', room: 'room-eve', end: 'transferred' },
    ])
  })

  it('stays with the agent when the colleague refuses', () => {
    const routing = held()
    routing.arrive('ada')
    routing.happen({ ...handOn, to: { kind: 'agent', user: 'ada' } })
    routing.reject('eve')
    expect(routing.agentsOf('eve')).toEqual(['ben'])
    expect(routing.state.needs.size).toBe(0)
    expect(routing.wanted('tell').at(-1)?.what).toEqual({
      kind: 'handed-on',
      room: 'room-eve',
      outcome: 'refused',
      name: '',
    })
  })

  it('has two agents when the first one stays', () => {
    const routing = held()
    routing.arrive('ada')
    routing.happen({ ...handOn, to: { kind: 'agent', user: 'ada' }, keep: true })
    routing.accept('eve')
    expect(routing.agentsOf('eve')).toEqual(['ben', 'ada'])
  })

  it('is refused at once for somebody who is away, and for a stranger to the chat', () => {
    const routing = held()
    expect(routing.happen({ ...handOn, to: { kind: 'agent', user: 'ada' } }).answer).toBe(
      'resource-constraint',
    )
    expect(routing.happen({ ...handOn, by: 'claire', to: { kind: 'lead' } }).answer).toBe('forbidden')
  })

  it('ends the request when whoever was asked goes before they answer', () => {
    const routing = held()
    routing.arrive('ada')
    routing.happen({ ...handOn, to: { kind: 'agent', user: 'ada' } })
    routing.drop('ada')
    routing.wait(60)
    expect(routing.state.needs.size).toBe(0)
    expect(routing.agentsOf('eve')).toEqual(['ben'])
  })
})
