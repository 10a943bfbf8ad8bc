import { IncomingRequestMessage, LoggerFactory, Parser } from 'sip.js/lib/core/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { callerOf } from '../../../renderer/adapters/sip/caller.ts'
import {
  completedElsewhere,
  refusalAnswer,
  refusalCause,
  unansweredCause,
} from '../../../renderer/adapters/sip/call-refusals.ts'
import { registrationProblem } from '../../../renderer/adapters/sip/refusals.ts'
import { refusalReasons } from '../../../renderer/domain/call.ts'

const logger = new LoggerFactory()
logger.builtinEnabled = false

function invite(from: string, ...headers: readonly string[]) {
  const message = Parser.parseMessage(
    [
      'INVITE sip:agent@foyer.test SIP/2.0',
      'Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1',
      `From: ${from};tag=1`,
      'To: <sip:agent@foyer.test>',
      'Call-ID: 1',
      'CSeq: 1 INVITE',
      ...headers,
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
    logger.getLogger('test'),
  )
  if (!(message instanceof IncomingRequestMessage)) throw new Error('not an INVITE')
  return callerOf(message)
}

describe('who calls', () => {
  it('is taken from the INVITE', () => {
    expect(invite('"Amélie Tremblay" <sip:+15145550123@x>', 'X-Queue: benefits')).toEqual({
      number: '+15145550123',
      name: 'Amélie Tremblay',
      queue: 'benefits',
    })
  })

  it('is nobody when the number is withheld, whatever name comes with it', () => {
    expect(invite('"Anonymous" <sip:anonymous@anonymous.invalid>')).toEqual({
      number: undefined,
      name: undefined,
      queue: undefined,
    })
  })

  it('has called the number that the network names, or else the one in To; an extension is none', () => {
    const from = '<sip:+15145550123@x>'
    const named = 'P-Called-Party-ID: "Passports" <sip:+18005550100@x;user=phone>'
    expect(invite(from, named).called).toBe('+18005550100')
    expect(invite(from).called).toBeUndefined()
    expect(invite(from, 'P-Called-Party-ID: <sip:2001@x>').called).toBeUndefined()
    expect(invite(from, 'P-Called-Party-ID: ;;<<>>@@').called).toBeUndefined()
  })

  it('cannot dress as somebody else with invisible characters, nor fill the screen', () => {
    expect(invite('"\u202EAmélie\u200B" <sip:1@x>').name).toBe('Amélie')
    expect(invite(`"${'x'.repeat(5000)}" <sip:1@x>`).name).toHaveLength(120)
  })

  it('is always something that can be shown (500 names)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const quoted = name.replace(/["\\\r\n]/g, '')
        try {
          expect(invite(`"${quoted}" <sip:1@x>`).name ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u)
        } catch (error) {
          expect(error).toMatchObject({ message: expect.stringMatching(/not an INVITE|undefined/) as string })
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })
})

describe('what the server says', () => {
  it.each([
    [401, 'wrong-password'],
    [403, 'wrong-password'],
    [404, 'wrong-password'],
    [408, 'server-unreachable'],
    [503, 'server-unreachable'],
    [500, 'server-refused'],
    [302, 'server-refused'],
  ])('%d to a sign-in is %s', (status, code) => {
    expect(registrationProblem(status).code).toBe(code)
  })

  it('tells an answer at another desk from a customer who gave up', () => {
    expect(completedElsewhere('SIP;cause=200;text="Call completed elsewhere"')).toBe(true)
    expect(completedElsewhere('SIP;cause=487')).toBe(false)
    expect(completedElsewhere(undefined)).toBe(false)
  })

  it.each([
    [486, false, 'busy'],
    [600, true, 'busy'],
    [603, true, 'declined'],
    [403, false, 'declined'],
    [404, false, 'unknown-number'],
    [484, false, 'unknown-number'],
    [480, true, 'no-answer'],
    [408, true, 'no-answer'],
    [408, false, 'unreachable'],
    [480, false, 'unreachable'],
    [503, true, 'unreachable'],
    [302, false, 'unreachable'],
  ] as const)('%d to a call that was dialled (rang: %s) is %s', (status, rang, cause) => {
    expect(unansweredCause(status, rang)).toBe(cause)
  })
})

describe('what the queue is told', () => {
  it('is busy and why, so that the next agent is tried also when one has turned the customer down', () => {
    expect(refusalAnswer('break')).toEqual({
      statusCode: 486,
      extraHeaders: ['Reason: SIP;cause=486;text="Not ready: break"'],
    })
    expect(refusalAnswer('agent-refused')).toEqual({
      statusCode: 486,
      extraHeaders: ['Reason: SIP;cause=603;text="Declined by agent"'],
    })
    const causes = refusalReasons.map((reason) => [reason, refusalCause(reason)])
    expect(causes.filter(([, cause]) => cause === 'agent-refused')).toEqual([
      ['agent-refused', 'agent-refused'],
    ])
  })

  it('cannot be spoilt by a library that adds to the headers', () => {
    refusalAnswer('lunch').extraHeaders.push('X-More: 1')
    expect(refusalAnswer('lunch').extraHeaders).toHaveLength(1)
  })
})
