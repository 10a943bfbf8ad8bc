import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { CallId } from '../../renderer/domain/ids.ts'
import type { TelephonyAccount } from '../../renderer/ports/telephony.ts'
import { freePort } from '../servers/ports.ts'
import { startSoundDevices } from '../servers/sound-devices.ts'
import type { SoundDevices } from '../servers/sound-devices.ts'
import { heardTone } from '../servers/tone.ts'
import { openDeskPage } from './telephony/desk-page.ts'
import type { DeskPage } from './telephony/desk-page.ts'
import { agentTone, customerTone } from './telephony/far-end.ts'
import type { FarEnd } from './telephony/far-end.ts'
import { startPracticeFarEnd } from './telephony/practice-far-end.ts'
import { speechLikeTone } from './telephony/speech-like-tone.ts'
import { startRealFarEnd } from './telephony/real-far-end.ts'

/**
 * What the desk may rely on in any telephone server. The same cases run on the practice centre and on Kamailio with a
 * real telephone, in a real browser with real sound devices; no case knows which.
 */

let folder: string
let sound: SoundDevices
let desk: DeskPage

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-telephony-'))
  writeFileSync(join(folder, 'agent.wav'), speechLikeTone(agentTone, 120))
  sound = await startSoundDevices()
  // The agent never stops talking: what the customer does not hear was kept from them.
  await sound.play(join(folder, 'agent.wav'))
  desk = await openDeskPage(sound.env)
})
afterAll(async () => {
  await desk.stop()
  await sound.stop()
  rmSync(folder, { recursive: true })
})

const signIn = (account: TelephonyAccount) =>
  desk.page.evaluate((wanted) => window.telephony.signIn(wanted), account)

/** Seconds of each tone in what the headset plays: in a second from now, or until `enough` of the customer's is there. */
async function listen(enough = Infinity): Promise<{ customer: number; agent: number }> {
  const file = join(folder, 'headset.wav')
  rmSync(file, { force: true })
  const recording = await sound.record('headset', file)
  const heard = (hertz: number): number => heardTone(file, hertz).seconds
  for (let waited = 0; waited < (enough === Infinity ? 1_000 : 6_000); waited += 100) {
    await desk.page.waitForTimeout(100)
    if (
      enough !== Infinity &&
      existsSync(file) &&
      readFileSync(file).length > 1_000 &&
      heard(customerTone) > enough
    )
      break
  }
  await recording.stop()
  return { customer: heard(customerTone), agent: heard(agentTone) }
}

/** The customer can be heard now, for half a second at least. */
const hearsCustomer = async (): Promise<void> => expect((await listen(0.5)).customer).toBeGreaterThan(0.5)

describe.each([
  ['the practice centre', startPracticeFarEnd],
  ['Kamailio, rtpengine and a telephone', startRealFarEnd],
])('telephony through %s', (_name, start) => {
  let far: FarEnd

  beforeAll(async () => {
    far = await start(desk.origin)
  })
  afterAll(() => far.stop())
  beforeEach(() => desk.page.evaluate(() => void (window.facts.length = 0)))
  afterEach(() => desk.page.evaluate(() => window.telephony.signOut()))

  async function talking(): Promise<CallId> {
    expect(await signIn(far.account)).toMatchObject({ ok: true })
    await far.ring()
    const call = await desk.offered()
    expect(await desk.page.evaluate((id) => window.telephony.answer(id), call)).toMatchObject({ ok: true })
    await desk.fact('call-connected')
    return call
  }

  const agentHeard = () => heardTone(far.heard(), agentTone).seconds

  it('tells a wrong password from a server that is not there', async () => {
    expect(await signIn({ ...far.account, password: 'wrong' })).toMatchObject({
      problem: { code: 'wrong-password' },
    })
    const nobody = `ws://127.0.0.1:${await freePort('tcp')}`
    expect(await signIn({ ...far.account, servers: [nobody] })).toMatchObject({
      problem: { code: 'server-unreachable' },
    })
  })

  it('says who calls, lets both be heard, and ends when the agent hangs up', async () => {
    expect(await signIn(far.account)).toMatchObject({ ok: true })
    const customer = await far.ring()
    const { call, party } = await desk.fact('call-offered')
    expect(party).toEqual(customer)
    await desk.page.evaluate((id) => window.telephony.answer(id), call)
    await desk.fact('call-connected')
    const heard = await listen(0.5)
    expect(heard.customer).toBeGreaterThan(0.5)
    expect(heard.agent).toBe(0)
    await expect.poll(agentHeard, { timeout: 6_000 }).toBeGreaterThan(0.5)
    await desk.page.evaluate((id) => window.telephony.hangUp(id), call)
    expect(await desk.ended()).toBe('agent-hung-up')
    await far.over()
  })

  it('keeps the agent from hearing the customer on hold, and lets them be heard again after it', async () => {
    const call = await talking()
    const held = (on: boolean) =>
      desk.page.evaluate(([id, hold]) => window.telephony.setHeld(id, hold), [call, on] as const)
    expect(await held(true)).toMatchObject({ ok: true })
    await desk.fact('call-held')
    expect((await listen()).customer).toBeLessThan(0.3)
    expect(await held(false)).toMatchObject({ ok: true })
    await desk.fact('call-resumed')
    await hearsCustomer()
  })

  it('keeps the customer from hearing a muted agent, and nobody else', async () => {
    const call = await talking()
    const mute = (muted: boolean) =>
      desk.page.evaluate(([id, wanted]) => window.telephony.setMuted(id, wanted), [call, muted] as const)
    await expect.poll(agentHeard, { timeout: 6_000 }).toBeGreaterThan(0.5)
    await mute(true)
    await desk.page.waitForTimeout(300)
    const before = agentHeard()
    await desk.page.waitForTimeout(1_000)
    await hearsCustomer()
    expect(agentHeard() - before).toBeLessThan(0.2)
    await mute(false)
    await expect.poll(() => agentHeard() - before, { timeout: 6_000 }).toBeGreaterThan(0.5)
  })

  it('sends digits in the order of the keys, however fast they come, and hears the customer hang up', async () => {
    const call = await talking()
    await desk.page.evaluate(
      (id) => ['1', '5', '9', '0', '*', '#'].forEach((digit) => void window.telephony.sendDigit(id, digit)),
      call,
    )
    await expect.poll(() => far.digits(), { timeout: 5_000 }).toBe('1590*#')
    await far.hangUp()
    expect(await desk.ended()).toBe('customer-hung-up')
  })

  it('tells a customer who gave up from one whom the agent refused', async () => {
    await signIn(far.account)
    await far.ring()
    await desk.offered()
    await far.hangUp()
    expect(await desk.ended()).toBe('customer-gave-up')
    await far.over()
    await far.ring()
    const second = await desk.offered()
    await desk.page.evaluate((id) => window.telephony.refuse(id, 'agent-refused'), second)
    expect(await desk.ended()).toBe('agent-refused')
    await far.over()
  })

  it('keeps the call through a lost link, comes back by itself, and can still end it', async () => {
    const call = await talking()
    await desk.page.evaluate(() => window.dropLink())
    await desk.fact('link-lost')
    await hearsCustomer()
    await desk.fact('link-back')
    await desk.page.evaluate((id) => window.telephony.hangUp(id), call)
    expect(await desk.ended()).toBe('agent-hung-up')
    await far.over()
  })
})
