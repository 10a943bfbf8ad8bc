import { expect, it } from 'vitest'

import { expectedWait, placesIn } from '../../../../electron/centre/queue/routing/line.ts'
import { Routing, site } from './routing-driver.ts'

/** Chats of two minutes each with Ben, who has two at once. */
function afterServing(chats: number): Routing {
  const routing = new Routing()
  routing.arrive('ben', 1)
  for (let one = 0; one < chats; one += 1) {
    routing.ask(`served-${String(one)}`)
    routing.accept(`served-${String(one)}`)
    routing.wait(120)
    routing.happen({ kind: 'end', room: `room-served-${String(one)}`, by: { kind: 'agent', user: 'ben' } })
  }
  return routing
}
const wait = (routing: Routing, position: number) =>
  expectedWait(routing.state, site, { queue: 'passports', position })

it('says nothing before some chats were served, or while nobody is there', () => {
  expect(wait(afterServing(2), 1)).toBeUndefined()
  const routing = afterServing(3)
  routing.drop('ben')
  expect(wait(routing, 1)).toBeUndefined()
})

it('follows from how long chats took, who is there, and the place in the line', () => {
  const routing = afterServing(3)
  expect([wait(routing, 1), wait(routing, 2)]).toEqual([120, 240])
  routing.arrive('ben', 2)
  expect([wait(routing, 1), wait(routing, 2)]).toEqual([60, 120])
})

it('gives each who waits their place', () => {
  const routing = new Routing()
  for (const name of ['a', 'b']) {
    routing.ask(name)
    routing.wait(1)
  }
  expect(placesIn(routing.state, site, 'passports')).toEqual([
    { room: 'room-a', position: 1, seconds: undefined },
    { room: 'room-b', position: 2, seconds: undefined },
  ])
})
