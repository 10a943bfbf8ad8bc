import fc from 'fast-check'
import { expect, it } from 'vitest'

import { capOf, chooseAgent, loadOf } from '../../../../electron/centre/queue/routing/choose-agent.ts'
import type { Effect, QueueEvent } from '../../../../electron/centre/queue/routing/events.ts'
import type { Chat } from '../../../../electron/centre/queue/routing/state.ts'
import { readState, writeState } from '../../../../electron/centre/queue/state-file.ts'
import { Routing, bot, site } from './routing-driver.ts'

const user = fc.constantFrom('ada', 'ben', 'claire')
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const room = name.map((one) => `room-${one}`)
const seconds = fc.integer({ min: 0, max: 90 })

type Act = (routing: Routing) => void

const happen =
  (event: QueueEvent): Act =>
  (routing) =>
    void routing.happen(event)

const guest = (one: string): string => `${one}@guests.test/web`

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({
      one: name,
      queue: fc.constantFrom('passports', 'benefits', 'assisted'),
      language: fc.constantFrom('en' as const, 'fr' as const),
      returning: fc.option(room, { nil: '' }),
    })
    .map(({ one, ...more }): Act => (routing) => {
      // A room's name is new each time, as a UUID is.
      const { state } = routing
      if (!state.chats.has(`room-${one}`) && !state.past.has(`room-${one}`)) routing.ask(one, more)
    }),
  fc.tuple(user, fc.integer({ min: 0, max: 3 }), fc.boolean()).map(
    ([who, most, takes]): Act =>
      (routing) =>
        void routing.arrive(who, most, takes),
  ),
  fc.tuple(user, fc.boolean()).map(
    ([who, onPurpose]): Act =>
      (routing) =>
        routing.drop(who, onPurpose),
  ),
  name.map(
    (one): Act =>
      (routing) =>
        void routing.accept(one),
  ),
  name.map(
    (one): Act =>
      (routing) =>
        void routing.reject(one),
  ),
  seconds.map(
    (some): Act =>
      (routing) =>
        routing.wait(some, 5),
  ),
  fc
    .tuple(name, fc.boolean())
    .map(([one, gone]) =>
      happen({ kind: gone ? 'customer-gone' : 'customer-back', room: `room-${one}`, address: guest(one) }),
    ),
  fc
    .record({ room, by: user, to: user, keep: fc.boolean() })
    .map(({ to, ...more }) =>
      happen({ kind: 'hand-on', ...more, to: { kind: 'agent', user: to }, note: '' }),
    ),
  fc
    .record({ room, by: user, queue: fc.constantFrom('passports', 'benefits'), keep: fc.boolean() })
    .map(({ queue, ...more }) =>
      happen({ kind: 'hand-on', ...more, to: { kind: 'queue', queue }, note: '' }),
    ),
  fc
    .tuple(room, user)
    .map(([one, by]) => happen({ kind: 'end', room: one, by: { kind: 'agent', user: by } })),
  fc
    .constantFrom<QueueEvent>(
      { kind: 'link-up' },
      { kind: 'bot-there', address: bot },
      { kind: 'bot-gone', address: bot },
    )
    .map(happen),
  room.map((one) => happen({ kind: 'room-gone', room: one })),
)

const schedules = fc.array(acts, { minLength: 10, maxLength: 80, size: 'max' })

/** Somebody of the chat is there, may still come back, or somebody else is looked for. */
function isTended({ state, at }: Routing, { room: one, agents }: Chat): boolean {
  const isKept = agents.some(({ user: who }) => {
    const agent = state.agents.get(who)
    if (agent?.presence === 'there' || agent?.presence === 'unheard') return true
    return agent?.presence === 'dropped' && at - agent.since < site.agentGraceSeconds * 1000
  })
  return isKept || [...state.needs.values()].some(({ room: of, to }) => of === one && to.kind === 'queue')
}

/** Who was let in must be in the line, with a bot, with an agent, or past. */
function check(routing: Routing, asked: ReadonlySet<string>): void {
  const { state } = routing
  for (const one of asked) expect(state.chats.has(one) || state.past.has(one)).toBe(true)
  for (const chat of state.chats.values()) {
    const lookedFor = [...state.needs.values()].filter(
      (need) => need.room === chat.room && need.kind === 'first',
    )
    expect(lookedFor).toHaveLength(chat.stage === 'waiting' ? 1 : 0)
    if (chat.stage === 'served') expect(isTended(routing, chat)).toBe(true)
    expect(new Set(chat.agents.map((one) => one.user)).size).toBe(chat.agents.length)
  }
  for (const need of state.needs.values()) {
    expect(state.chats.has(need.room)).toBe(true)
    const offers = [...state.offers.values()].filter((offer) => offer.need === need.id)
    expect(offers.length).toBeLessThanOrEqual(1)
    // Nobody who could be offered it is left without an offer.
    if (offers.length === 0) expect(chooseAgent(need, { seen: state, site, at: routing.at })).toBeUndefined()
  }
  for (const offer of state.offers.values()) {
    expect(state.needs.has(offer.need)).toBe(true)
    const [agent, allowed] = [
      state.agents.get(offer.user),
      site.agents.find((one) => one.user === offer.user),
    ]
    if (!agent || !allowed) throw new Error('an offer to nobody')
    expect([agent.presence, agent.takes]).toEqual(['there', true])
    expect(loadOf(state, offer.user)).toBeLessThanOrEqual(capOf(agent, allowed))
    expect(offer.until).toBeGreaterThan(routing.at)
  }
}

/** Each offer that was made is accepted, let pass by its agent, taken back, or still stands. */
function checkOffers(effects: readonly Effect[], routing: Routing, answered: ReadonlySet<string>): void {
  const revoked = effects.flatMap((effect) => (effect.kind === 'revoke' ? [effect.offer.id] : []))
  expect(new Set(revoked).size).toBe(revoked.length)
  for (const effect of effects) {
    if (effect.kind !== 'offer') continue
    const ends = [
      answered.has(effect.offer.id),
      revoked.includes(effect.offer.id),
      routing.state.offers.has(effect.offer.id),
    ]
    expect(ends.filter(Boolean)).toHaveLength(1)
  }
}

it('loses nobody, offers nothing twice at once, keeps to the caps and ends every offer, whatever happens', () => {
  fc.assert(
    fc.property(schedules, (all) => {
      const routing = new Routing()
      const asked = new Set<string>()
      const answered = new Set<string>()
      for (const act of all) {
        const before = new Set(routing.state.offers.keys())
        const revokes = routing.wanted('revoke').length
        act(routing)
        for (const one of routing.state.chats.keys()) asked.add(one)
        const taken = new Set(
          routing
            .wanted('revoke')
            .slice(revokes)
            .map(({ offer }) => offer.id),
        )
        for (const id of before) if (!routing.state.offers.has(id) && !taken.has(id)) answered.add(id)
        check(routing, asked)
      }
      checkOffers(routing.effects, routing, answered)
      expect(readState(writeState(routing.state))?.chats).toEqual(
        readState(JSON.stringify(JSON.parse(writeState(routing.state))))?.chats,
      )
    }),
    { numRuns: 150 },
  )
})

it('serves everybody in the end when there are agents who accept', () => {
  fc.assert(
    fc.property(schedules, (all) => {
      const routing = new Routing()
      for (const act of all) act(routing)
      for (const { user: who } of site.agents) routing.arrive(who)
      routing.happen({ kind: 'bot-gone', address: bot })
      for (let round = 0; round < 40; round += 1) {
        for (const { room: one } of routing.state.chats.values())
          routing.happen({
            kind: 'customer-back',
            room: one,
            address: routing.state.chats.get(one)?.customer ?? '',
          })
        for (const offer of [...routing.state.offers.values()])
          routing.happen({ kind: 'accepted', offer: offer.id, user: offer.user })
        for (const chat of [...routing.state.chats.values()])
          if (chat.stage === 'served')
            routing.happen({ kind: 'end', room: chat.room, by: { kind: 'agent', user: 'ada' } })
        routing.wait(2)
      }
      expect(routing.state.chats.size).toBe(0)
      expect(routing.state.needs.size).toBe(0)
    }),
    { numRuns: 50 },
  )
})
