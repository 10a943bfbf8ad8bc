// @vitest-environment node
import { createSocket } from 'node:dgram'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'

import { seededRandom } from '../../renderer/domain/seeded-random.ts'
import { startTcpRelay, type TcpRelay } from '../faults/relay/tcp-relay.ts'
import { startUdpRelay, type UdpRelay } from '../faults/relay/udp-relay.ts'
import { startWebSocketRelay } from '../faults/relay/websocket-relay.ts'
import { leasePorts } from '../servers/ports.ts'
import { signIn } from '../servers/signalling-agent.ts'
import { startSipServers } from '../servers/sip-servers.ts'

const USERS = { agent1: 'secret1' }
const SEED = 7

const started: { stop(): Promise<void> }[] = []
async function keep<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  started.push(server)
  return server
}
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.stop()
})

/** A server that says back what it hears. */
async function echo(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  return {
    url: `tcp://127.0.0.1:${String(port)}`,
    stop: () => new Promise((settle) => server.close(() => settle())),
  }
}

type Client = { readonly socket: Socket; readonly heard: string[]; readonly fate: Promise<string> }

function client(url: string): Client {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const heard: string[] = []
  socket.on('data', (piece: Buffer) => heard.push(piece.toString()))
  const fate = new Promise<string>((settle) => {
    socket.on('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message))
    socket.on('close', () => settle('closed'))
  })
  return { socket, heard, fate }
}

async function echoRelay(): Promise<TcpRelay> {
  const { url } = await keep(echo())
  return keep(startTcpRelay({ to: url, seed: 1 }))
}

describe('a relay for TCP', () => {
  it('passes every byte, and closes where either side closes', async () => {
    const relay = await echoRelay()
    const { socket, heard, fate } = client(relay.url)
    socket.write('good morning')
    await expect.poll(() => heard.join('')).toBe('good morning')
    socket.end()
    expect(await fate).toBe('closed')
    expect(relay.counters()).toEqual({ accepted: 1, reset: 0, bytesToServer: 12, bytesToClient: 12 })
  })

  it('drops: resets what is there, refuses what comes, until it is healed', async () => {
    const relay = await echoRelay()
    const before = client(relay.url)
    before.socket.write('a')
    await expect.poll(() => before.heard).toEqual(['a'])
    await relay.drop()
    expect(await before.fate).toBe('ECONNRESET')
    expect(await client(relay.url).fate).toBe('ECONNREFUSED')
    await relay.heal()
    const after = client(relay.url)
    after.socket.write('b')
    await expect.poll(() => after.heard).toEqual(['b'])
    expect(relay.counters()).toMatchObject({ accepted: 2, reset: 1 })
  })

  it('stalls: everything stays open and mute, and what was said arrives when it heals', async () => {
    const relay = await echoRelay()
    const before = client(relay.url)
    before.socket.write('a')
    await expect.poll(() => before.heard).toEqual(['a'])
    await relay.stall()
    const during = client(relay.url)
    before.socket.write('b')
    during.socket.write('c')
    await delay(150)
    expect([before.heard, during.heard, during.socket.readyState]).toEqual([['a'], [], 'open'])
    await relay.heal()
    await expect.poll(() => [before.heard, during.heard]).toEqual([['a', 'b'], ['c']])
    await relay.stall('refused')
    expect(await client(relay.url).fate).toBe('ECONNREFUSED')
    expect(before.socket.readyState).toBe('open')
  })

  it('delays both ways, and keeps the order', async () => {
    const relay = await echoRelay()
    const { socket, heard } = client(relay.url)
    socket.write('a')
    await expect.poll(() => heard.join('')).toBe('a')
    relay.delay({ ms: 60, jitterMs: 40 })
    const begun = performance.now()
    for (const letter of 'bcdef') {
      socket.write(letter)
      await delay(5)
    }
    await expect.poll(() => heard.join(''), { interval: 5 }).toBe('abcdef')
    expect(performance.now() - begun).toBeGreaterThan(120)
  })
})

describe('a relay for UDP', () => {
  /** Says a hundred things, two of them every millisecond, to a server that says them back. */
  async function exchange(): Promise<{
    say: (count: number) => Promise<number>
    ports: Set<number>
    relay: UdpRelay
  }> {
    const lease = await leasePorts(1, 'udp')
    const server = createSocket('udp4')
    const ports = new Set<number>()
    server.on('message', (datagram, from) => {
      ports.add(from.port)
      server.send(datagram, from.port, from.address)
    })
    await new Promise<void>((settle) => server.bind(lease.first, '127.0.0.1', settle))
    const caller = createSocket('udp4')
    await keep(
      Promise.resolve({
        stop: async () => {
          server.close()
          caller.close()
          await lease.release()
        },
      }),
    )
    const to = { address: '127.0.0.1', firstPort: lease.first, ports: 1 }
    const relay = await keep(startUdpRelay({ to, seed: SEED }))
    let heard = 0
    caller.on('message', () => (heard += 1))
    const say = async (count: number): Promise<number> => {
      heard = 0
      for (let sent = 0; sent < count; sent += 2) {
        caller.send('a', lease.first, relay.address)
        caller.send('b', lease.first, relay.address)
        await delay(1)
      }
      await delay(60)
      return heard
    }
    return { say, ports, relay }
  }

  it('passes everything; stalls; loses the same share for the same seed', async () => {
    const { say, relay } = await exchange()
    expect(await say(20)).toBe(20)
    relay.stall()
    expect(await say(20)).toBe(0)
    relay.heal()
    relay.lose(0.2, 'to-client')
    // One draw for each datagram since the start that could be lost: 20 while it was stalled, and these.
    const random = seededRandom(SEED)
    const passes = Array.from({ length: 420 }, () => random() >= 0.2).slice(20)
    expect(await say(400)).toBe(passes.filter(Boolean).length)
    relay.heal()
    expect(await say(20)).toBe(20)
    expect(relay.counters().toServer).toEqual({ passed: 440, lost: 20 })
  })

  it('comes to the server from another port after a rebind, and answers still arrive', async () => {
    const { say, ports, relay } = await exchange()
    await say(4)
    relay.rebind()
    expect(await say(4)).toBe(4)
    expect(ports.size).toBe(2)
  })
})

describe('a relay that knows WebSocket', () => {
  it('lets the desk sign in, says what no server says, and swallows what it shall', async () => {
    const servers = await keep(startSipServers({ users: USERS }))
    const relay = await keep(startWebSocketRelay({ to: servers.webSocket }))
    relay.alter(({ text }) => (text.startsWith('OPTIONS') ? undefined : text))
    const agent = await keep(
      signIn({ webSocket: relay.url, domain: servers.domain }, { user: 'agent1', password: USERS.agent1 }),
    )
    relay.sayToDesk('SIP/2.0 ¿what?\r\n\r\n')
    expect(agent.isRegistered()).toBe(true)
    expect(relay.frames.map(({ to, text }) => `${to}: ${text.slice(0, 12)}`)).toEqual([
      'server: REGISTER sip',
      'desk: SIP/2.0 401 ',
      'server: REGISTER sip',
      'desk: SIP/2.0 200 ',
      'desk: SIP/2.0 ¿wha',
    ])
  })
})
