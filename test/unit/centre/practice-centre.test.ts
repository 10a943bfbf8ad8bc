// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  authorize,
  available,
  contactOf,
  fieldOf,
  inviteLines,
  openRawDesk,
  registerLines,
  replyLines,
  statusOf,
} from './raw-sip.ts'
import type { RawDesk } from './raw-sip.ts'
import { openTestCentre, origin } from './test-centre.ts'
import type { TestCentre } from './test-centre.ts'

let centre: TestCentre
let desk: RawDesk
beforeEach(async () => {
  centre = await openTestCentre()
  desk = await openRawDesk(centre.address, origin)
})
afterEach(async () => {
  await desk.close()
  // A ringing customer waits for the answer to the CANCEL.
  const closed = centre.close()
  centre.clock.pass(10_000)
  await closed
})

describe('an agent who registers', () => {
  it('is told how long it lasts, and an address that outlives the connection', async () => {
    const reply = await desk.register()
    expect(statusOf(reply)).toBe('200 OK')
    expect(fieldOf(reply, 'contact')).toBe(
      '<sip:agent@desk.invalid;transport=ws>;expires=60' +
        ';+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>"' +
        ';pub-gruu="sip:agent@practice.invalid;gr=urn:uuid:00000000-0000-4000-8000-000000000001"',
    )
  })

  it('is refused with the wrong password, and asked again when the question was too old or the answer used', async () => {
    expect(statusOf(await desk.register({ password: 'guess' }))).toBe('403 Wrong user or password')
    desk.send(...registerLines(centre.address, 1))
    const challenge = await desk.next()
    expect(statusOf(challenge)).toBe('401 Unauthorized')
    const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1] ?? ''
    const { password } = centre.address
    const lines = (sequence: number) =>
      registerLines(
        centre.address,
        sequence,
        `Contact: ${contactOf(centre.address)}`,
        authorize(centre.address, { nonce, password, nc: '00000001' }),
      )
    desk.send(...lines(2))
    expect(statusOf(await desk.next())).toBe('200 OK')
    desk.send(...lines(3))
    expect(fieldOf(await desk.next(), 'www-authenticate')).toContain('stale=true')
    centre.clock.pass(61_000)
    desk.send(...lines(4))
    expect(fieldOf(await desk.next(), 'www-authenticate')).toContain('stale=true')
  })

  it.each(['*', '<sip:agent@desk.invalid>;expires=0', 'sip:agent@desk.invalid;expires=0'])(
    'can sign off with %s, and nobody calls any more',
    async (contact) => {
      await desk.register()
      await desk.publish(available)
      expect(statusOf(await desk.register({ contact }))).toBe('200 OK')
      centre.clock.pass(60_000)
      expect(centre.events).toEqual([])
    },
  )

  it('is told when the contact makes no sense', async () => {
    expect(statusOf(await desk.register({ contact: '<<<' }))).toBe('400 Contact not understood')
  })
})

describe('a customer who calls', () => {
  const ringing = 'Contact: <sip:agent@desk.invalid;transport=ws>'

  /** The INVITE of the first customer, 9 s after the agent is available. */
  async function rung(): Promise<string> {
    await desk.register()
    await desk.publish(available)
    centre.clock.pass(9000)
    return desk.next()
  }

  it('rings an available agent with a name, a number, a queue and a language', async () => {
    const invite = await rung()
    const { user, domain, customers } = centre.address
    const [caller] = customers.filter(({ number }) => invite.includes(number))
    expect(invite.split('\r\n')[0]).toBe(`INVITE sip:${user}@desk.invalid;transport=ws SIP/2.0`)
    expect(fieldOf(invite, 'from')).toContain(
      `"${caller?.name ?? ''}" <sip:${caller?.number ?? ''}@${domain};user=phone>`,
    )
    expect(fieldOf(invite, 'x-queue')).toBe(caller?.queue)
    expect(fieldOf(invite, 'x-language')).toBe(caller?.language)
    expect(fieldOf(invite, 'x-sent-at')).toMatch(/^18000000\d{5}\.\d{3}$/)
    expect([...invite.matchAll(/^a=candidate:.*? udp \d+ (\S+)/gm)].map(([, address]) => address)).toEqual([
      '127.0.0.1',
    ])
    expect(invite).toContain('a=ice-lite')
    expect([...invite.matchAll(/^a=rtpmap:(.*?)\r$/gm)].map(([, codec]) => codec)).toEqual([
      '0 PCMU/8000',
      '101 telephone-event/8000',
    ])
  })

  it('is offered again 5 s after the agent has refused, and gives up when patience ends', async () => {
    const first = await rung()
    desk.send(...replyLines(first, '480 Not ready', 'Reason: SIP;cause=480;text="Lunch"'))
    expect(await desk.next()).toMatch(/^ACK /)
    centre.clock.pass(5000)
    const again = await desk.next()
    expect(again).toMatch(/^INVITE /)
    expect(fieldOf(again, 'from')?.split(';tag')[0]).toBe(fieldOf(first, 'from')?.split(';tag')[0])
    desk.send(...replyLines(again, '603 Decline'))
    expect(await desk.next()).toMatch(/^ACK /)
    await desk.publish('{"state":"not-ready","reason":"lunch"}')
    centre.clock.pass(120_000)
    expect(centre.events).toMatchObject([
      { kind: 'ended', to: 'agent', outcome: 'busy' },
      { kind: 'ended', to: 'agent', outcome: 'declined' },
      { kind: 'ended', to: undefined, outcome: 'given-up' },
    ])
    expect(new Set(centre.events.map(({ from }) => from)).size).toBe(1)
  })

  it('goes back to the queue after 25 s of ringing', async () => {
    const invite = await rung()
    desk.send(...replyLines(invite, '180 Ringing', ringing))
    desk.sendText('\r\n\r\n')
    expect(await desk.next()).toBe('\r\n')
    centre.clock.pass(25_000)
    const cancel = await desk.next()
    expect(cancel).toMatch(/^CANCEL /)
    expect(fieldOf(cancel, 'call-id')).toBe(fieldOf(invite, 'call-id'))
    desk.send(...replyLines(cancel, '200 OK'))
    desk.send(...replyLines(invite, '487 Request Terminated'))
    expect(await desk.next()).toMatch(/^ACK /)
    expect(centre.events).toMatchObject([{ kind: 'ringing' }, { kind: 'ended', outcome: 'given-up' }])
    centre.clock.pass(5000)
    const again = await desk.next()
    expect(fieldOf(again, 'from')?.split(';tag')[0]).toBe(fieldOf(invite, 'from')?.split(';tag')[0])
  })

  it.each([
    ['while the customer gives up', 0],
    ['after the customer has given up', 2000],
  ])('says goodbye at once to an agent who answers %s', async (_, later) => {
    const invite = await rung()
    desk.send(...replyLines(invite, '180 Ringing', ringing))
    desk.sendText('\r\n\r\n')
    await desk.next()
    centre.hangUp()
    expect(await desk.next()).toMatch(/^CANCEL /)
    centre.clock.pass(later)
    desk.send(...replyLines(invite, '200 OK', ringing))
    expect(await desk.next()).toMatch(/^ACK /)
    const bye = await desk.next()
    expect(bye).toMatch(/^BYE /)
    desk.send(...replyLines(bye, '200 OK'))
    await expect.poll(() => centre.events.length).toBe(3)
    centre.clock.pass(2000)
    const kinds = (to: string | undefined) => centre.events.filter((event) => event.to === to)
    expect(kinds('agent')).toMatchObject([{ kind: 'ringing' }, { kind: 'ended', outcome: 'given-up' }])
    expect(kinds(undefined)).toMatchObject([{ kind: 'ended', outcome: 'given-up' }])
  })

  it('never calls an agent whose connection is gone, and calls when the agent is back', async () => {
    await desk.register()
    await desk.publish(available)
    await desk.close()
    await expect.poll(() => centre.clock.pass(0)).toBeUndefined()
    desk = await openRawDesk(centre.address, origin)
    desk.sendText('\r\n\r\n')
    await desk.next()
    centre.clock.pass(30_000)
    expect(centre.events).toEqual([])
    await desk.register()
    centre.clock.pass(9000)
    expect(await desk.next()).toMatch(/^INVITE /)
  })
})

describe('an agent who dials out of practice', () => {
  it.each([
    'sip:911@practice.invalid',
    'tel:112',
    'urn:service:sos',
    'sip:%39%31%31@practice.invalid;user=phone',
  ])('is loudly refused %s, registered or not', async (target) => {
    for (const arrive of [() => Promise.resolve(''), () => desk.register()]) {
      await arrive()
      desk.send(...inviteLines(centre.address, target))
      const reply = await desk.next()
      expect(statusOf(reply)).toBe('403 Emergency calls are never possible from practice')
      expect(fieldOf(reply, 'x-refused')).toBe('emergency')
      expect(fieldOf(reply, 'to')).toMatch(/;tag=/)
    }
    expect(centre.log).toEqual(
      Array(2).fill('REFUSED AN EMERGENCY CALL: practice reaches nobody outside this computer'),
    )
  })

  it('finds nobody else', async () => {
    await desk.register()
    desk.send(...inviteLines(centre.address, 'sip:+15145550199@practice.invalid'))
    desk.sendText('\r\n\r\n')
    await desk.next()
    centre.clock.pass(0)
    expect(statusOf(await desk.next())).toBe('404 Not Found')
    expect(centre.log).toEqual([])
  })
})
