// @vitest-environment node
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { bundleCallPage, openCallPage, type CallPage } from '../faults/call-page/open-call-page.ts'
import { removeLeftovers, namespaces } from '../faults/networks/leftovers.ts'
import { ip } from '../faults/networks/ip-tool.ts'
import { networkNames, ownerOf, ownerOfDevice } from '../faults/networks/names.ts'
import { startNetworks } from '../faults/networks/networks.ts'
import { RELAY_ADDRESS, startUdpRelay } from '../faults/relay/udp-relay.ts'
import { startRelayServer } from '../servers/relay-server.ts'
import { runTool } from '../servers/run-tool.ts'
import { startSipServers } from '../servers/sip-servers.ts'
import { startTelephone } from '../servers/telephone.ts'
import { toneAt } from '../servers/tone.ts'
import { readWav } from '../servers/wav.ts'
import { leftoversIn } from './leftovers.ts'

const USERS = { agent1: 'secret1', reception: 'secret2' }
const SPEAKS = { hz: 880 }

const directory = mkdtempSync(join(tmpdir(), 'foyer-faults-test-'))
const runs = join(directory, 'runs')
mkdirSync(runs)
process.env['TMPDIR'] = runs

const started: { stop(): Promise<void> }[] = []
async function keep<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  started.push(server)
  return server
}
let folder = ''
beforeAll(async () => {
  folder = await bundleCallPage()
})
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.stop()
})
afterAll(() => {
  rmSync(directory, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

/** Sound packets that come to the page in half a second: some 25 when all is well. */
async function arriving({ page }: CallPage): Promise<number> {
  const { received } = await page.evaluate(() => window.measure())
  await delay(500)
  return (await page.evaluate(() => window.measure())).received - received
}

/** Whether there was sound, for each tenth of a second. */
function levels(file: string): boolean[] {
  return toneAt(readWav(readFileSync(file)), 1000).map(({ level }) => level > 0.01)
}

const order = ({ webSocket, domain }: { readonly webSocket: string; readonly domain: string }) => ({
  server: webSocket,
  domain,
  user: 'agent1',
  password: USERS.agent1,
  to: 'reception',
})
const RECEPTION = { name: 'reception', user: 'reception', password: USERS.reception } as const

describe('the sound of a WebRTC call', () => {
  it('goes through the relay alone, which can stall it, lose of it and rebind it while the call goes on', async () => {
    const setup = { users: USERS, deskReachesMediaAt: RELAY_ADDRESS, recordCalls: true }
    const servers = await keep(startSipServers(setup))
    const relay = await keep(startUdpRelay({ to: servers.media, seed: 3 }))
    const phone = await keep(startTelephone({ ...RECEPTION, servers, speaks: SPEAKS, answer: 'auto' }))
    const call = await keep(openCallPage(folder))
    await call.page.evaluate((wanted) => window.call(wanted), order(servers))
    await expect.poll(() => arriving(call)).toBeGreaterThan(20)
    relay.stall()
    // A browser looks for another way after some three seconds: there must be none.
    await delay(4500)
    expect(await arriving(call)).toBe(0)
    relay.heal()
    await expect.poll(() => arriving(call)).toBeGreaterThan(20)
    const before = await call.page.evaluate(() => window.measure())
    const lostBefore = relay.counters().toClient.lost
    relay.lose(0.3, 'to-client')
    await delay(1500)
    relay.heal()
    await delay(100)
    const after = await call.page.evaluate(() => window.measure())
    // Some of the lost datagrams were no sound.
    const lost = relay.counters().toClient.lost - lostBefore
    expect(lost).toBeGreaterThan(8)
    expect(after.lost - before.lost).toBeGreaterThan(lost * 0.7)
    expect(after.lost - before.lost).toBeLessThanOrEqual(lost)
    relay.rebind()
    await expect.poll(() => arriving(call), { timeout: 5000 }).toBeGreaterThan(20)
    expect((await call.page.evaluate(() => window.measure())).state).toBe('connected')
    await call.page.evaluate(() => window.hangUp())
    await phone.waitFor('CALL_CLOSED')
    // The browser's microphone beeps: what would be unreadable noise has no pauses.
    expect(new Set(levels(await phone.heardThroughout()))).toEqual(new Set([true, false]))
  })

  it('can be relayed by a TURN server, by UDP, by TCP and through the relay', async () => {
    const turn = await keep(startRelayServer())
    const relay = await keep(startUdpRelay({ to: turn.udp, seed: 3 }))
    const { page } = await keep(openCallPage(folder))
    const found = (urls: string, credential = turn.credential): Promise<string[]> =>
      page.evaluate((server) => window.candidates(server), {
        urls,
        username: turn.username,
        credential,
      })
    const throughRelay = turn.url.replace('127.0.0.1', relay.address)
    expect([await found(turn.url), await found(turn.tcpUrl), await found(throughRelay)]).toEqual([
      ['relay'],
      ['relay'],
      ['relay'],
    ])
    expect(await found(turn.url, 'wrong')).toEqual([])
  })
})

describe('two networks with two links', () => {
  it('carry a call, a change of network, and an outage that the desk notices or does not', async () => {
    const networks = await keep(startNetworks())
    const servers = await keep(startSipServers({ users: USERS, place: networks.servers }))
    await keep(startTelephone({ ...RECEPTION, servers, speaks: SPEAKS, answer: 'auto' }))
    const call = await keep(openCallPage(folder, (program) => networks.desk.runs(program)))
    const { page } = call
    await page.evaluate((wanted) => window.call(wanted), order(servers))
    await expect.poll(() => arriving(call)).toBeGreaterThan(20)
    await networks.swallow()
    await delay(50)
    expect(await arriving(call)).toBe(0)
    expect(await page.evaluate(() => window.changes)).toEqual([])
    await networks.deliver()
    await expect.poll(() => arriving(call)).toBeGreaterThan(20)
    await networks.unplug()
    await expect.poll(() => page.evaluate(() => window.changes)).toEqual(['offline'])
    await networks.use(2)
    await expect.poll(() => page.evaluate(() => window.changes)).toEqual(['offline', 'online'])
    const reach = ['-c', `exec 3<>/dev/tcp/${servers.webSocket.slice(5).replace(':', '/')}`]
    const tool = { program: 'bash', debianPackage: 'bash', args: reach, prefix: networks.desk.prefix }
    expect(await runTool(tool)).toBe('')
  })

  it('remove what a dead process left behind, and nothing else', async () => {
    const networks = await keep(startNetworks())
    // No process has this number: Linux gives out none above 4,194,304 (proc(5), pid_max).
    const dead = networkNames(9_999_999, 1)
    await ip(undefined, `netns add ${dead.desk}`)
    await ip(undefined, `link add ${dead.control.near.device} type veth peer name ${dead.control.far.device}`)
    await removeLeftovers()
    const left = await namespaces()
    expect(left).not.toContain(dead.desk)
    expect(readdirSync('/sys/class/net')).not.toContain(dead.control.near.device)
    expect(left).toContain(networks.servers.prefix.at(-1))
  })
})

describe('after all of this', () => {
  it('no process, no directory and no network is left', async () => {
    expect(leftoversIn(runs)).toEqual([])
    expect((await namespaces()).filter((name) => ownerOf(name) === process.pid)).toEqual([])
    expect(readdirSync('/sys/class/net').filter((name) => ownerOfDevice(name) === process.pid)).toEqual([])
  })
})
