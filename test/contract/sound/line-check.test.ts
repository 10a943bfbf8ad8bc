import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CheckResult } from '../../../renderer/domain/line-check.ts'
import type { IceServer } from '../../../renderer/domain/setup.ts'
import type { CheckWanted, LineCheck } from '../../../renderer/ports/line-check.ts'
import { startRelayServer } from '../../servers/relay-server.ts'
import type { RelayServer } from '../../servers/relay-server.ts'
import { startSoundDevices } from '../../servers/sound-devices.ts'
import type { SoundDevices } from '../../servers/sound-devices.ts'
import { heardTone } from '../../servers/tone.ts'
import { speechLikeTone } from '../telephony/speech-like-tone.ts'
import { openSoundPage } from './open-sound-page.ts'
import type { SoundPage } from './open-sound-page.ts'

let sound: SoundDevices
let desk: SoundPage
let relay: RelayServer
const folder = mkdtempSync(join(tmpdir(), 'foyer-check-'))
const servers: WebSocketServer[] = []

beforeAll(async () => {
  ;[sound, relay] = await Promise.all([startSoundDevices(), startRelayServer()])
  desk = await openSoundPage(sound.env)
})
afterAll(async () => {
  await desk.stop()
  for (const server of servers) server.close()
  await Promise.all([sound.stop(), relay.stop()])
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** A SIP server's WebSocket that answers in its own way, and in its own time (milliseconds). */
async function sipServer(answer: (text: string) => string | undefined, after = 0): Promise<string> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' })
  servers.push(server)
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const said = answer(data.toString())
      if (said !== undefined) setTimeout(() => socket.send(said), after)
    })
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
  return `ws://127.0.0.1:${address.port}`
}

type Step = Parameters<LineCheck['run']>[0]

interface Tried extends Partial<Pick<CheckWanted, 'servers' | 'iceServers'>> {
  readonly heard?: boolean
  /** Milliseconds after which the agent stops the test. */
  readonly stopAfter?: number
}

const run = (step: Step, tried: Tried = {}): Promise<CheckResult> =>
  desk.page.evaluate(
    ([wantedStep, { servers: addresses, iceServers, heard, stopAfter }]) =>
      window.lineCheck.run(wantedStep, {
        servers: addresses ?? [],
        iceServers: iceServers ?? [],
        heard: () => new Promise((resolve) => setTimeout(() => resolve(heard === true), 1_200)),
        stop: stopAfter === undefined ? new AbortController().signal : AbortSignal.timeout(stopAfter),
      }),
    [step, tried] as const,
  )

const leftOpen = () => desk.page.evaluate(() => window.leftOpen())

const aNumber = expect.any(Number) as number

describe('the test before a shift', () => {
  it('finds a headset that works, with the agent heard and the tone in the ear', async () => {
    const headset = join(folder, 'headset.wav')
    writeFileSync(join(folder, 'agent.wav'), speechLikeTone(523, 4))
    const permission = await run('permission')
    const speaking = await sound.play(join(folder, 'agent.wav'))
    const microphone = await run('microphone')
    await speaking.stop()
    const recording = await sound.record('headset', headset)
    const speaker = await run('speaker', { heard: true })
    await recording.stop()
    expect([permission, microphone, speaker]).toEqual([
      { step: 'permission', verdict: 'passed', finding: 'good', figures: {} },
      { step: 'microphone', verdict: 'passed', finding: 'good', figures: { level: aNumber } },
      { step: 'speaker', verdict: 'passed', finding: 'good', figures: {} },
    ])
    expect(heardTone(headset, 784).seconds).toBeGreaterThanOrEqual(0.2)
    expect(await leftOpen()).toEqual([])
  })

  it('tells of a microphone that picks up nothing, and of a tone that was not heard', async () => {
    const speaker = await run('speaker', { heard: false })
    const microphone = await run('microphone')
    expect([microphone, speaker]).toEqual([
      { step: 'microphone', verdict: 'failed', finding: 'microphone-silent', figures: { level: aNumber } },
      { step: 'speaker', verdict: 'failed', finding: 'speaker-unheard', figures: {} },
    ])
  })

  it('measures the way to a server that answers, by whatever it answers, and names one that does not', async () => {
    const pong = await sipServer((text) => (text === '\r\n\r\n' ? '\r\n' : undefined))
    const sip = await sipServer((text) =>
      text.startsWith('OPTIONS ') ? 'SIP/2.0 405 Method Not Allowed\r\n\r\n' : undefined,
    )
    const slow = await sipServer(() => '\r\n', 400)
    const mute = await sipServer(() => undefined)
    const all = await Promise.all([
      run('server', { servers: [pong] }),
      run('server', { servers: [sip] }),
      run('server', { servers: [mute, pong] }),
      run('server', { servers: [slow] }),
      run('server', { servers: [mute] }),
      run('server', { servers: ['ws://127.0.0.1:9', 'no address'] }),
    ])
    const verdict = (finding: string) => (finding === 'good' ? 'passed' : 'failed')
    const result = (finding: string, figures = {}) => ({
      step: 'server',
      verdict: verdict(finding),
      finding,
      figures,
    })
    expect(all).toEqual([
      result('good', { roundTrip: aNumber }),
      result('good', { roundTrip: aNumber }),
      result('good', { roundTrip: aNumber }),
      result('server-slow', { roundTrip: aNumber }),
      result('server-unreachable'),
      result('server-unreachable'),
    ])
    expect(await leftOpen()).toEqual([])
  })

  it('sends sound through the relay, and tells one that refuses from one that is not there', async () => {
    const { url, tcpUrl, username, credential } = relay
    const through = (...iceServers: IceServer[]) => run('relay', { iceServers })
    const [udp, tcp, ...bad] = await Promise.all([
      through({ url, username, credential }),
      through({ url: tcpUrl, username, credential }),
      through({ url, username, credential: 'another' }),
      through({ url }),
      through({ url: 'turn:127.0.0.1:9?transport=tcp', username, credential }),
      through({ url: 'stun:127.0.0.1:9' }),
    ])
    const measured = { mos: aNumber, jitter: aNumber, lost: aNumber, roundTrip: aNumber }
    const passed = { step: 'relay', verdict: 'passed', finding: 'good', figures: measured }
    expect([udp, tcp]).toEqual([passed, passed])
    expect(bad.map(({ verdict, finding }) => [verdict, finding])).toEqual([
      ['failed', 'relay-refused'],
      ['failed', 'relay-refused'],
      ['failed', 'relay-unreachable'],
      ['left-out', 'relay-not-configured'],
    ])
    expect(await leftOpen()).toEqual([])
  })

  it('stops when the agent says so, in every step, and leaves nothing open', async () => {
    const { url, username, credential } = relay
    const mute = await sipServer(() => undefined)
    const wanted = { servers: [mute], iceServers: [{ url, username, credential }], stopAfter: 300 }
    const steps = ['microphone', 'speaker', 'server', 'relay'] as const
    const all = await Promise.all(steps.map((step) => run(step, wanted)))
    expect(all).toEqual(steps.map((step) => ({ step, verdict: 'left-out', finding: 'stopped', figures: {} })))
    await expect.poll(leftOpen).toEqual([])
  })
})
