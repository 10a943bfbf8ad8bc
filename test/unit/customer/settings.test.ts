import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { keepChat, keptChat } from '../../../renderer/customer/kept-chat.ts'
import type { KeptChat } from '../../../renderer/customer/kept-chat.ts'
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
    const file = { url: 'https://files.example.org/a.png', name: 'a.png', type: 'image/png', size: 8 }
    const chat: KeptChat = {
      ...{ conversation: 'chat-1', queue: 'passports@queue.example.org', selves: ['o-1'] },
      unsent: [
        { id: 'm-1', at: 1, body: { kind: 'text', text: 'Allô' } },
        { id: 'm-2', at: 2, body: { kind: 'file', file } },
      ],
    }
    keepChat(keep, chat)
    expect(keptChat(keep)).toEqual(chat)
    keepChat(keep, undefined)
    expect(items.size).toBe(0)
  })

  it('is the chat, whatever became of what was to be sent', () => {
    const chat = { conversation: 'chat-1', queue: 'passports@queue.example.org', selves: [] }
    const good = { id: 'm-1', at: 1, body: { kind: 'text', text: 'Allô' } }
    expect(keptChat(keepOf(JSON.stringify(chat)))).toEqual({ ...chat, unsent: [] })
    const odd = [
      { ...good, body: { kind: 'file', file: { url: 'javascript:0', name: 'a' } } },
      good,
      '__proto__',
    ]
    expect(keptChat(keepOf(JSON.stringify({ ...chat, unsent: odd })))).toEqual({ ...chat, unsent: [good] })
    fc.assert(
      fc.property(fc.array(fc.anything()), (unsent) => {
        const found = keptChat(keepOf(JSON.stringify({ ...chat, unsent })))
        expect(found?.conversation).toBe('chat-1')
      }),
    )
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
