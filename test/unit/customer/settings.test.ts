import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { keepChat, keptChat } from '../../../renderer/customer/kept-chat.ts'
import { parseSettings } from '../../../renderer/customer/settings.ts'

const site = {
  server: 'wss://chat.example.org/ws',
  customers: 'guests.example.org',
  service: 'Example',
  queues: [{ address: 'Passports@queue.example.org', name: { en: 'Passports', fr: 'Passeports' } }],
}

describe('config.json', () => {
  it('is read as it is described, with one name or one in each language', () => {
    expect(parseSettings(site)).toEqual({
      servers: ['wss://chat.example.org/ws'],
      ...{ customers: 'guests.example.org', files: undefined },
      service: { en: 'Example', fr: 'Example' },
      queues: [{ address: 'passports@queue.example.org', name: { en: 'Passports', fr: 'Passeports' } }],
    })
  })

  it.each([
    ['a server in clear', { server: 'ws://chat.example.org/ws' }],
    ['a server that only looks like loopback', { server: 'ws://127.0.0.1.example.org/ws' }],
    ['no queue', { queues: [] }],
    ['a queue without a name', { queues: [{ address: 'a@b', name: ' ' }] }],
    ['a name in one language', { service: { en: 'Example' } }],
    ['an address with markup', { customers: '<b>' }],
  ])('is refused as a whole for %s', (_what, change) => {
    expect(parseSettings({ ...site, ...change })).toBeUndefined()
  })

  it('is refused, and never throws, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (given) => parseSettings(given) === undefined))
  })
})

describe('what a reload finds', () => {
  const keepOf = (text: string) => ({
    getItem: () => text,
    setItem: () => undefined,
    removeItem: () => undefined,
  })

  it('is what was kept, until it is forgotten', () => {
    const items = new Map<string, string>()
    const keep = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
    const chat = { conversation: 'chat-1', queue: 'passports@queue.example.org', selves: ['o-1'] }
    keepChat(keep, chat)
    expect(keptChat(keep)).toEqual(chat)
    keepChat(keep, undefined)
    expect(items.size).toBe(0)
  })

  it('is nothing where something else lies in its place', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (text, thing) => {
        expect(keptChat(keepOf(text))).toBeUndefined()
        expect(keptChat(keepOf(JSON.stringify({ conversation: thing })))).toBeUndefined()
      }),
    )
  })
})
