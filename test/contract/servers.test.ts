// @vitest-environment node
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'

import { startDisplay } from '../servers/display.ts'
import { ServerDidNotStart } from '../servers/process.ts'
import { signIn } from '../servers/signalling-agent.ts'
import { startSipServers, type SipServers } from '../servers/sip-servers.ts'
import { startSoundDevices } from '../servers/sound-devices.ts'
import { startTelephone, type TelephoneSetup } from '../servers/telephone.ts'
import { heardTone, makeTone } from '../servers/tone.ts'
import { leftoversIn } from './leftovers.ts'

const USERS = { agent1: 'secret1', reception: 'secret2' }
const CUSTOMER = { name: 'customer', user: '+15145550123', displayName: 'Amélie Tremblay' } as const

const directory = mkdtempSync(join(tmpdir(), 'foyer-servers-test-'))
const runs = join(directory, 'runs')
mkdirSync(runs)
// Where the servers make their run directories; other test files have others.
process.env['TMPDIR'] = runs

const started: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.stop()
  vi.unstubAllEnvs()
})
afterAll(() => {
  rmSync(directory, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

async function keep<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  started.push(server)
  return server
}

const sipServers = (): Promise<SipServers> =>
  keep(startSipServers({ users: USERS, queues: { benefits: 'agent1', passports: 'reception' } }))

const telephone = (setup: TelephoneSetup): ReturnType<typeof startTelephone> => keep(startTelephone(setup))

const reception = (servers: SipServers): ReturnType<typeof startTelephone> =>
  telephone({
    name: 'reception',
    user: 'reception',
    password: USERS.reception,
    servers,
    speaks: { hz: 880 },
    answer: 'manual',
  })

/** How many sound packets rtpengine relayed in each direction, by its last words on a call. */
function relayedPackets(servers: SipServers): number[] {
  const log = readFileSync(join(servers.runDirectory, 'rtpengine.log'), 'utf8')
  return [...log.matchAll(/:\d+, SSRC \w+, (\d+) p,/g)].map(([, count]) => Number(count))
}

describe('SIP servers and telephones', () => {
  it('carry a call from a customer to a registered telephone, with the sound of both', async () => {
    const servers = await sipServers()
    const [called, caller] = await Promise.all([
      reception(servers),
      telephone({ ...CUSTOMER, servers, speaks: { hz: 523 }, answer: 'manual' }),
    ])
    await caller.dial('passports')
    const offered = await called.waitFor('CALL_INCOMING')
    expect(offered).toMatchObject({ peer: 'sip:+15145550123@foyer.test', peerName: 'Amélie Tremblay' })
    await called.answer()
    await caller.waitFor('CALL_ESTABLISHED')
    await delay(700)
    await caller.sendDigits('1#')
    await called.waitFor('CALL_DTMF_START')
    await called.waitFor('CALL_DTMF_START')
    // The proxy may go while the call goes on.
    await servers.restart()
    await caller.hold()
    const held = await caller.waitFor('CALL_REMOTE_SDP', { since: offered.at })
    await caller.resume()
    await caller.waitFor('CALL_REMOTE_SDP', { since: held.at })
    await caller.hangUp()
    await called.waitFor('CALL_CLOSED')

    expect(called.digitsHeard()).toBe('1#')
    const heard = [called, caller].map((phone) =>
      [523, 880].map((hz) => heardTone(phone.recording(), hz).share > 0.9),
    )
    expect(heard).toEqual([
      [true, false],
      [false, true],
    ])
    expect(heardTone(called.recording(), 523).seconds).toBeGreaterThan(0.5)
    const packets = relayedPackets(servers)
    expect(packets).toHaveLength(2)
    expect(Math.min(...packets)).toBeGreaterThan(30)
  })

  it('tell the caller whether nobody is there or nobody is known', async () => {
    const servers = await sipServers()
    const caller = await telephone({ ...CUSTOMER, servers, speaks: { hz: 523 }, answer: 'manual' })
    await caller.dial('agent1')
    const absent = await caller.waitFor('CALL_CLOSED')
    await caller.dial('nobody')
    const unknown = await caller.waitFor('CALL_CLOSED')
    expect([absent.detail, unknown.detail]).toEqual(['480 Temporarily Unavailable', '404 Not Found'])
  })

  it('let an agent sign in by WebSocket, and tell the desk who calls through which queue', async () => {
    const servers = await sipServers()
    const agent = await keep(signIn(servers, { user: 'agent1', password: USERS.agent1 }))
    const caller = await telephone({ ...CUSTOMER, servers, speaks: { hz: 523 }, answer: 'manual' })
    await caller.dial('benefits')
    const offer = await agent.offered
    const { displayName, uri } = offer.remoteIdentity
    expect([displayName, uri.user, offer.request.getHeader('X-Queue')]).toEqual([
      'Amélie Tremblay',
      '+15145550123',
      'benefits',
    ])
    await offer.reject({ statusCode: 486 })
    expect((await caller.waitFor('CALL_CLOSED')).detail).toBe('486 Busy Here')
    expect(agent.gruu()).toContain(';gr=urn:uuid:')
  })

  it('refuse an agent with a wrong password', async () => {
    const agent = await keep(signIn(await sipServers(), { user: 'agent1', password: 'wrong' }))
    expect(agent.isRegistered()).toBe(false)
  })

  it('run twice at the same time without knowing of each other', async () => {
    const [one, other] = await Promise.all([sipServers(), sipServers()])
    const phones = await Promise.all([reception(one), reception(other)])
    expect(new Set([one.udp, one.webSocket, other.udp, other.webSocket]).size).toBe(4)
    expect(phones).toHaveLength(2)
  })

  it('leave nothing behind when one of them does not start', async () => {
    writeFileSync(join(directory, 'kamailio'), '#!/bin/sh\necho "no such module" >&2\nexit 255\n')
    chmodSync(join(directory, 'kamailio'), 0o755)
    vi.stubEnv('PATH', `${directory}${delimiter}${process.env['PATH'] ?? ''}`)
    const start = startSipServers({ users: USERS })
    await expect(start).rejects.toThrow(ServerDidNotStart)
    await expect(start).rejects.toThrow('no such module')
    expect(leftoversIn(runs)).toEqual([])
  })
})

describe('sound devices', () => {
  it('let the agent speak into the microphone, and keep headset and ringer apart', async () => {
    const devices = await keep(startSoundDevices())
    const recorded = ['mic', 'headset', 'ringer'].map((device) => ({
      device,
      file: join(directory, `${device}.wav`),
    }))
    const recordings = await Promise.all(recorded.map(({ device, file }) => devices.record(device, file)))
    const begun = performance.now()
    const played = await Promise.all(
      [523, 880, 660].map((hz, index) => {
        const file = join(directory, `${String(hz)}.wav`)
        writeFileSync(file, makeTone({ hz, seconds: 0.8, rate: 48_000 }))
        return devices.play(file, ['mouth', 'headset', 'ringer'][index])
      }),
    )
    await Promise.all(played.map(({ ended }) => ended))
    // Devices that compute ahead begin two seconds late.
    expect(performance.now() - begun).toBeLessThan(2000)
    await Promise.all(recordings.map((recording) => recording.stop()))
    const shares = recorded.map(({ file }) =>
      [523, 880, 660].map((hz) => Math.round(heardTone(file, hz).share)),
    )
    expect(shares).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
  })

  it('can be plugged in and pulled out', async () => {
    const devices = await keep(startSoundDevices())
    await devices.plug('usb', 'UsbHeadset')
    await devices.plug('usbmic', 'UsbMic', { picksUp: 'usb' })
    const recording = await devices.record('usbmic', join(directory, 'usb.wav'))
    await recording.stop()
    await devices.unplug('usb')
    await expect(devices.record('usb', join(directory, 'usb.wav'))).rejects.toThrow('No sound device "usb"')
  })
})

describe('a display', () => {
  it('is private, and can be photographed', async () => {
    const displays = await Promise.all([1, 2].map(() => keep(startDisplay({ width: 640, height: 480 }))))
    const file = join(directory, 'screen.png')
    await displays[0]?.screenshot(file)
    const png = readFileSync(file)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 480])
    expect(new Set(displays.map(({ name }) => name)).size).toBe(2)
  })
})

describe('after all of this', () => {
  it('no process and no directory is left', () => {
    expect(leftoversIn(runs)).toEqual([])
  })
})
