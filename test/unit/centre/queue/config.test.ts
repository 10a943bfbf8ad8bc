import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readConfig } from '../../../../electron/centre/queue/config.ts'

const config = {
  component: { service: 'xmpp://127.0.0.1:5347', domain: 'queue.example.org', secret: 'hush' },
  stateFile: '/var/lib/foyer/queue.json',
  domain: 'example.org',
  rooms: 'rooms.example.org',
  queues: [{ id: 'passports', name: 'Passports' }],
  agents: [{ user: 'ada', name: 'Ada', queues: ['passports'] }],
}
const mistakesOf = (change: object): readonly string[] => {
  const read = readConfig(JSON.stringify({ ...config, ...change }))
  return read.kind === 'mistaken' ? read.mistakes : []
}

it('fills in what a site did not decide', () => {
  expect(readConfig(JSON.stringify(config))).toEqual({
    kind: 'read',
    config: {
      component: config.component,
      stateFile: config.stateFile,
      referenceBot: undefined,
      site: {
        domain: 'example.org',
        rooms: 'rooms.example.org',
        name: 'Service',
        queues: [{ id: 'passports', name: 'Passports', priority: 0, most: 50 }],
        agents: [
          { user: 'ada', name: 'Ada', lead: false, queues: ['passports'], languages: ['en', 'fr'], most: 3 },
        ],
        offerSeconds: 20,
        retrySeconds: 10,
        agentGraceSeconds: 60,
        customerGraceSeconds: 120,
        botSilenceSeconds: 60,
        blockDays: 7,
        roomDays: 28,
      },
    },
  })
})

it('names each mistake with its place, and never what was written there', () => {
  const hours = { timeZone: 'Mars/Olympus', week: { mon: [['17:00', '08:00']] } }
  expect(mistakesOf({ queues: [{ id: 'passports', name: 'Passports', hours }] })).toEqual([
    'queues.0.hours.timeZone: a time zone is one of the tz database',
    'queues.0.hours.week.mon.0: a span ends after it begins; one over midnight is two',
  ])
  expect(mistakesOf({ component: { ...config.component, service: 'hush' } })).toEqual([
    'component.service: the server is xmpp://HOST:PORT',
  ])
  expect(mistakesOf({ agents: [{ user: 'ada', name: 'Ada', queues: ['visas'] }] })).toContain(
    'agents: an agent serves a queue that is not there',
  )
  expect(mistakesOf({ agents: [{ user: 'ada', name: 'Ada', queues: [] }] })).toEqual([
    'queues: nobody serves one of the queues',
  ])
  expect(mistakesOf({ offerSecond: 3 })).toHaveLength(1)
})

it('takes any text without throwing', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readConfig(text).kind === 'mistaken'))
})
