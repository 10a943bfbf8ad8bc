import { expect, it } from 'vitest'
import { reachable } from '../../../electron/reachable.ts'
import { readSettings } from '../../../electron/settings.ts'

const telephony = { servers: ['wss://sip.example.org'], domain: 'example.org' }
const chat = { servers: ['wss://chat.example.org/ws'], domain: 'example.org', queues: 'queue.example.org' }

function centresOf(chats: readonly (object | undefined)[]) {
  const centres = chats.map((one, index) => ({
    ...{ id: `c${index}`, name: 'Centre', telephony },
    ...(one && { chat: one }),
  }))
  const read = readSettings(JSON.stringify({ centres }))
  if (read.kind !== 'read') throw new Error('settings that cannot be read')
  return read.value.centres
}

const practice = ['ws://127.0.0.1:1', 'ws://127.0.0.1:2', 'http://127.0.0.1:2']

it('lets a window reach practice, the telephones, the chats and where their files lie', () => {
  const ports = { telephone: 1, chat: 2 }
  expect([
    reachable(ports, centresOf([])),
    reachable(ports, centresOf([undefined])),
    reachable(ports, centresOf([chat])),
    reachable(ports, centresOf([{ ...chat, files: ['https://files.example.org'] }])),
  ]).toEqual([
    practice,
    [...practice, 'wss://sip.example.org'],
    [...practice, 'wss://sip.example.org', 'wss://chat.example.org/ws', 'https://chat.example.org/ws'],
    [...practice, 'wss://sip.example.org', 'wss://chat.example.org/ws', 'https://files.example.org'],
  ])
})
