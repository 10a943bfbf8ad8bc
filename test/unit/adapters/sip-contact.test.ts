import { UserAgent } from 'sip.js'
import { IncomingResponseMessage, LoggerFactory, Parser } from 'sip.js/lib/core/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addressOf } from '../../../renderer/adapters/sip/address.ts'
import { lastingAddress, ownContact, secondsGranted } from '../../../renderer/adapters/sip/contact.ts'
import { userAgentOptions } from '../../../renderer/adapters/sip/user-agent-options.ts'
import { makeAccount } from './line-under-test.ts'

const logger = new LoggerFactory()
logger.builtinEnabled = false

const userAgent = new UserAgent(userAgentOptions(makeAccount()))
const own = userAgent.contact.uri.toString()
const instance = '+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>"'

function answer(...headers: readonly string[]): IncomingResponseMessage | undefined {
  const lines = ['SIP/2.0 200 OK', 'Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1', 'From: <sip:a@b>;tag=1']
  const text = [...lines, 'To: <sip:a@b>;tag=2', 'Call-ID: 1', 'CSeq: 1 REGISTER', ...headers, '', ''].join(
    '\r\n',
  )
  const message = Parser.parseMessage(text, logger.getLogger('test'))
  return message instanceof IncomingResponseMessage ? message : undefined
}

function granted(...headers: readonly string[]) {
  const message = answer(...headers)
  if (!message) return undefined
  const found = ownContact(message, userAgent)
  return {
    contact: found?.uri.toString(),
    lasting: lastingAddress(found)?.toString(),
    seconds: secondsGranted(message, found, 300),
  }
}

describe('what a registrar grants', () => {
  it('is found among the contacts of other desks, by the installation', () => {
    expect(
      granted(
        'Contact: <sip:other@x.invalid>;expires=60, ' +
          `<sip:rewritten@10.0.0.1>;expires=120;${instance};pub-gruu="sip:agent1@foyer.test;gr=1"`,
      ),
    ).toEqual({ contact: 'sip:rewritten@10.0.0.1', lasting: 'sip:agent1@foyer.test;gr=1', seconds: 120 })
  })

  it('is found by the address where the server knows no installations', () => {
    expect(granted(`Contact: <${own}>;expires=90`)).toEqual({ contact: own, lasting: undefined, seconds: 90 })
  })

  it.each([
    ['is said for all contacts at once', ['Contact: <sip:x@y>', 'Expires: 45'], 45],
    ['is what was asked for', [], 300],
    ['is no time at all', [`Contact: <${own}>;expires=0`], 1],
    ['is for ever', [`Contact: <${own}>;expires=99999999`], 86_400],
  ])('holds a sensible time where it %s', (_, headers, seconds) => {
    expect(granted(...headers)?.seconds).toBe(seconds)
  })

  it('never throws, and is always a time to live with (1,000 answers)', () => {
    const value = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(value, value, value, (gruu, expires, instance) => {
        const headers = [
          `Contact: <${own}>;expires=${expires};+sip.instance="${instance}";pub-gruu="${gruu}"`,
          `Expires: ${expires}`,
        ]
        let result: ReturnType<typeof granted>
        try {
          result = granted(...headers)
        } catch (error) {
          // SIP.js's parser, which stands before ours; the transport drops such a message.
          expect(error).not.toMatchObject({ stack: expect.stringContaining('contact.ts') as string })
        }
        const { seconds = 1 } = result ?? {}
        expect(seconds >= 1 && seconds <= 86_400).toBe(true)
      }),
      { numRuns: 1_000, seed: 20261123 },
    )
  })
})

describe('an address', () => {
  it('is made of a user as it is written, and a domain', () => {
    expect(
      ['*45benefits', '+15145550123', '#1', 'a b'].map((user) => addressOf(user, 'foyer.test')?.toString()),
    ).toEqual([
      'sip:*45benefits@foyer.test',
      'sip:+15145550123@foyer.test',
      'sip:%231@foyer.test',
      'sip:a%20b@foyer.test',
    ])
  })

  it('is none, or one that stays within its domain, whatever is written (500 users)', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\uD800')), (user) => {
        const address = addressOf(user, 'foyer.test')
        expect([undefined, 'foyer.test']).toContain(address?.host)
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })
})
