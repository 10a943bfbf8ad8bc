import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readPreferences, readSettings } from '../../../electron/settings.ts'
import { makeCentre } from '../../make.ts'

const defaults = { centres: [], practice: { pauseSeconds: [4, 12] } }
const written = (value: unknown): string => JSON.stringify(value)

describe('the settings that IT places', () => {
  it('are the defaults where there is no file', () => {
    expect(readSettings(undefined)).toEqual({ kind: 'read', value: defaults })
  })

  it('name centres and the practice to be drawn', () => {
    const queue = {
      kind: 'feature-codes',
      queues: ['benefits'],
      codes: { available: '*45{queue}', 'not-ready': '*46{queue}' },
      reasons: { break: '*461{queue}' },
    } as const
    const centre = makeCentre({ queue, wrapUpSeconds: 120, dialling: { country: 'FR', echo: '*43' } })
    const relay = { url: 'turn:turn.example:3478', username: 'desk', credential: 'x' }
    const telephony = { ...centre.telephony, iceServers: [relay] }
    const value = { centres: [{ ...centre, telephony }], practice: { seed: 7, pauseSeconds: [1, 2] } }
    expect(readSettings(written(value))).toEqual({ kind: 'read', value })
  })

  it.each([
    ['not JSON', '{', 'the file'],
    ['a list', '[]', 'the file'],
    ['a misspelt name', written({ center: [] }), 'center'],
    [
      'an http server',
      written({ centres: [centreWith('https://sip.example')] }),
      'centres.0.telephony.servers.0',
    ],
    [
      'a password in the address',
      written({ centres: [centreWith('wss://a:b@sip.example')] }),
      'centres.0.telephony.servers.0',
    ],
    [
      'a relay without its credential',
      written({ centres: [centreWithRelay({ url: 'turn:turn.example', username: 'desk' })] }),
      'centres.0.telephony.iceServers.0',
    ],
    ['no server', written({ centres: [centreWith()] }), 'centres.0.telephony.servers'],
    [
      'a dial string that is none',
      written({
        centres: [
          makeCentre({
            queue: { kind: 'feature-codes', queues: [], codes: { available: 'a b' }, reasons: {} },
          }),
        ],
      }),
      'centres.0.queue.codes.available',
    ],
    ['practice as an id', written({ centres: [makeCentre({ id: 'practice' })] }), 'centres.0.id'],
    ['a path as an id', written({ centres: [makeCentre({ id: '../x' })] }), 'centres.0.id'],
    ['two with one id', written({ centres: [makeCentre(), makeCentre()] }), 'centres'],
    ['pauses the wrong way round', written({ practice: { pauseSeconds: [9, 1] } }), 'practice.pauseSeconds'],
  ])('are refused whole with %s, and the place is named', (_what, text, where) => {
    expect(readSettings(text)).toMatchObject({ kind: 'mistaken', value: defaults, where })
  })

  it('name the case system, with what is usual where nothing is said', () => {
    const cases = (value: object) => {
      const read = readSettings(written({ centres: [{ ...makeCentre(), cases: value }] }))
      return read.kind === 'read' ? read.value.centres[0]?.cases : read.where
    }
    const usual = {
      server: 'https://cases.example/rt',
      account: 'same',
      inactive: ['resolved', 'rejected', 'deleted'],
      clientIdField: 'ClientUUID',
      keepDays: 30,
    }
    expect(cases({ server: 'https://cases.example/rt' })).toEqual(usual)
    const own = { ...usual, account: 'token', inactive: ['closed'], clientIdField: 'Desk id', keepDays: 7 }
    expect(cases(own)).toEqual(own)
    expect([
      cases({ server: 'http://cases.example' }),
      cases({ server: 'https://ada:x@cases.example' }),
      cases({ ...usual, account: 'cookie' }),
      cases({ ...usual, keepDays: 0 }),
      cases({ ...usual, token: '1-14-abcdef' }),
      cases({}),
    ]).toEqual(
      ['server', 'server', 'account', 'keepDays', 'token', 'server'].map((name) => `centres.0.cases.${name}`),
    )
  })

  it('are never repeated in what the log is told, since they may be a secret', () => {
    const relay = { url: 'turn:turn.example', username: 'desk', credential: 987_654_321 }
    for (const wrong of [relay, { ...relay, credential: '', username: 'top-secret-name'.repeat(20) }]) {
      const read = readSettings(written({ centres: [centreWithRelay(wrong)] }))
      expect(read.kind === 'mistaken' && read.why).not.toMatch(/987|top-secret/)
      expect(read.kind).toBe('mistaken')
    }
  })

  it('never throw (1,000 files of any kind)', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['read', 'mistaken']).toContain(readSettings(text).kind)
        expect(['read', 'mistaken']).toContain(readPreferences(text).kind)
      }),
      { numRuns: 1_000, seed: 20261123 },
    )
  })
})

const centreWithRelay = (relay: object) => {
  const centre = makeCentre()
  return { ...centre, telephony: { ...centre.telephony, iceServers: [relay] } }
}

function centreWith(...servers: readonly string[]) {
  return makeCentre({ telephony: { servers, domain: 'example', iceServers: [] } })
}
