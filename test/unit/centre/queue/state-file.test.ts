import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { openDisk } from '../../../../electron/centre/queue/disk.ts'
import { emptyState } from '../../../../electron/centre/queue/routing/state.ts'
import { loadState, readState, writeState } from '../../../../electron/centre/queue/state-file.ts'
import { Routing, bot } from './routing-driver.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-state-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A line, an offer, a chat, one with a bot, somebody kept out and one that is over. */
function busyRouting(): Routing {
  const routing = new Routing()
  routing.arrive('ben')
  routing.happen({ kind: 'bot-there', address: bot })
  for (const name of ['eve', 'dan', 'fay']) {
    routing.ask(name, { language: 'en' })
    routing.accept(name)
  }
  routing.ask('gus', { queue: 'assisted' })
  routing.happen({ kind: 'report', room: 'room-eve', by: 'ben', reason: '', block: true })
  routing.drop('ben')
  return routing
}

it('gives the whole state back, but for the bots, who say themselves that they are there', () => {
  const { state } = busyRouting()
  const again = readState(writeState(state))
  expect(again).toEqual({ ...readState(JSON.stringify(JSON.parse(writeState(state)))), bots: new Set() })
  expect([...(again?.chats.keys() ?? [])]).toEqual([...state.chats.keys()])
  expect(again?.keptOut).toEqual(state.keptOut)
  expect(again?.past).toEqual(state.past)
  expect([...(again?.needs.values() ?? [])]).toEqual([...state.needs.values()])
})

it('keeps the newest state in one file that only its owner reads', async () => {
  const file = join(folder, 'deep', 'state.json')
  const disk = openDisk(file, () => undefined)
  const { state } = busyRouting()
  await Promise.all([disk.commit(emptyState), disk.commit(state)])
  expect(readFileSync(file, 'utf8')).toBe(writeState(state))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json'])
})

it('begins with nothing where there is no file, and refuses one that it does not understand', () => {
  const file = join(folder, 'state.json')
  expect(loadState(file)).toEqual(emptyState)
  writeFileSync(file, '{"version":1,"chats":[{}]}')
  expect(loadState(file)).toBe('not-understood')
  expect(readFileSync(file, 'utf8')).toBe('{"version":1,"chats":[{}]}')
})

it('takes any text without throwing', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readState(text) === undefined))
})
