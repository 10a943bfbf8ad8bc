// @vitest-environment node
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { PracticeAddress } from '../../../renderer/domain/practice.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import { inviteLines, openRawDesk, publishLines, registerLines, statusOf } from './raw-sip.ts'
import { openTestCentre, origin } from './test-centre.ts'
import type { TestCentre } from './test-centre.ts'

let centre: TestCentre
beforeAll(async () => {
  centre = await openTestCentre()
})
afterAll(async () => {
  // What the damaged messages have called is still being refused.
  const closed = centre.close()
  centre.clock.pass(10_000)
  await closed
})

/** The HTTP status with which the door answers. */
async function knock(server: string, options: { origin?: string; protocols?: string[] }): Promise<number> {
  const socket = new WebSocket(
    server,
    options.protocols ?? ['sip'],
    options.origin ? { origin: options.origin } : {},
  )
  socket.on('error', () => undefined)
  const status = await Promise.race([
    once(socket, 'open').then(() => 101),
    once(socket, 'unexpected-response').then(
      ([, response]: unknown[]) => (response as { statusCode: number }).statusCode,
    ),
  ])
  socket.terminate()
  return status
}

/** A message that was sound until up to four of its lines were lost, doubled, or replaced. */
function damagedMessage(address: PracticeAddress): fc.Arbitrary<string> {
  const register = registerLines(address, 1)
  const invite = inviteLines(address, 'sip:+15145550199@practice.invalid')
  const other = (method: string) => [
    `${method} sip:x@practice.invalid SIP/2.0`,
    ...invite.slice(1).map((line) => line.replace('INVITE', method)),
  ]
  const response = ['SIP/2.0 200 OK', ...invite.slice(1)]
  const sound = [
    register,
    invite,
    response,
    publishLines(address, 1, ''),
    ...['ACK', 'BYE', 'CANCEL', 'PRACK', 'OPTIONS', 'MESSAGE', 'REFER', 'NOTIFY', 'INFO'].map(other),
  ]
  const line = fc.constantFrom(
    ...[
      '__proto__: x',
      'Contact: *',
      'To: <sip:x@y>;tag=1',
      'CSeq: 1 OPTIONS',
      ' folded',
      '',
      '\0\uffff: é"<',
    ],
    ...[
      'Via: SIP/2.0/WS x;branch=',
      'Content-Length: 99999',
      'Call-ID: \0',
      'Authorization: Digest a="',
      ':',
    ],
  )
  const damage = fc.record({ at: fc.nat(12), lines: fc.array(line, { maxLength: 2 }), lost: fc.nat(2) })
  const damages = fc.array(damage, { maxLength: 4 })
  return fc.tuple(fc.constantFrom(...sound), damages, fc.nat()).map(([lines, all, branch]) => {
    const broken = [...lines, '', '']
    for (const { at, lines: put, lost } of all) broken.splice(at, lost, ...put)
    // Each is a transaction and a call of its own, or SIP.js would take it for one that it knows.
    return broken.join('\r\n').replace('-i1', `-i${branch}`).replace('call-out-1', `call-${branch}`)
  })
}

describe('the door of the practice centre', () => {
  it('lets in the desk, and nobody with another origin, secret or protocol', async () => {
    const { server } = centre.address
    const elsewhere = server.slice(0, -1) + (server.endsWith('0') ? '1' : '0')
    const knocks = [
      await knock(server, { origin }),
      await knock(server, { origin: 'https://example.com' }),
      await knock(server, { origin: 'app://bundle.example.com' }),
      await knock(server, {}),
      await knock(elsewhere, { origin }),
      await knock(`${server}/`, { origin }),
      await knock(`${server}?x`, { origin }),
      await knock(new URL('/', server).href, { origin }),
      await knock(server, { origin, protocols: ['xmpp'] }),
      await knock(server, { origin, protocols: [] }),
    ]
    expect(knocks).toEqual([101, ...Array<number>(9).fill(403)])
    const refused = centre.log.filter((line) => line.startsWith('REFUSED a connection'))
    expect(refused).toHaveLength(9)
    expect(refused.join()).not.toContain(new URL(server).pathname.slice(1))
  })

  it('answers the keep-alive of RFC 5626 with one line end', async () => {
    const desk = await openRawDesk(centre.address, origin)
    desk.sendText('\r\n\r\n')
    expect(await desk.next()).toBe('\r\n')
    await desk.close()
  })

  it('says when its port is taken', async () => {
    const order = {
      port: Number(new URL(centre.address.server).port),
      origin,
      seed: 1,
      pauseSeconds: [1, 2] as const,
    }
    const means = { clock: centre.clock, newId: () => 'x', voices: new Map(), log: () => undefined }
    expect(await openPracticeCentre(order, means)).toEqual({ ok: false, problem: 'port-taken' })
  })

  it('answers nonsense that looks like a request, and drops the rest', async () => {
    const desk = await openRawDesk(centre.address, origin)
    const [first = '', ...lines] = inviteLines(centre.address, 'sip:x@practice.invalid')
    const nonsense = [first, ...lines.map((line) => (line.startsWith('Contact') ? 'Contact: <<<' : line))]
    desk.sendText('hello\r\n\r\n')
    desk.send(...nonsense)
    expect(statusOf(await desk.next())).toBe('403 Register first')
    await desk.register()
    desk.sendText('hello\r\n\r\n')
    desk.send(...nonsense)
    expect(statusOf(await desk.next())).toBe('400 Bad Request')
    await desk.close()
  })

  it('outlives 2,000 messages of damaged SIP, from a stranger and from an agent', async () => {
    const desk = await openRawDesk(centre.address, origin)
    await desk.register()
    const stranger = await openRawDesk(centre.address, origin)
    for (const [index, text] of fc
      .sample(damagedMessage(centre.address), { seed: 7, numRuns: 2000 })
      .entries()) {
      const one = index % 2 === 0 ? desk : stranger
      one.sendText(text)
    }
    // Messages keep their order, so what answers these pings comes after everything else.
    for (const one of [desk, stranger]) {
      one.sendText('\r\n\r\n')
      while ((await one.next()) !== '\r\n');
    }
    expect(statusOf(await desk.register())).toBe('200 OK')
    expect(centre.log.some((line) => line.startsWith('dropped a message'))).toBe(true)
    expect(centre.log.some((line) => line.startsWith('a message could not be handled'))).toBe(true)
    await Promise.all([desk.close(), stranger.close()])
  })

  it('closes a connection that sends more than 64 kB at once, and that one only', async () => {
    const desk = await openRawDesk(centre.address, origin)
    const flooder = new WebSocket(centre.address.server, 'sip', { origin })
    await once(flooder, 'open')
    flooder.send('x'.repeat(65_537))
    expect((await once(flooder, 'close'))[0]).toBe(1009)
    desk.sendText('\r\n\r\n')
    expect(await desk.next()).toBe('\r\n')
    await desk.close()
  })
})
