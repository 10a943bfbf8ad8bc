// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fieldOf } from './raw-sip.ts'
import { startStunResponder } from './stun-responder.ts'
import { openTalkingDesk } from './talking-desk.ts'
import type { TalkingDesk } from './talking-desk.ts'
import { openTestCentre, origin } from './test-centre.ts'
import type { TestCentre } from './test-centre.ts'

let stun: Awaited<ReturnType<typeof startStunResponder>>
let centre: TestCentre
let desk: TalkingDesk
beforeEach(async () => {
  stun = await startStunResponder()
  centre = await openTestCentre()
  const [account] = centre.address.accounts
  if (!account) throw new Error('no agent')
  desk = await openTalkingDesk({ address: centre.address, account, origin, stun: stun.url, voice: 1 })
  await desk.signIn()
})
afterEach(async () => {
  const closed = centre.close()
  centre.clock.pass(10_000)
  await closed
  await desk.close()
  stun.stop()
})

describe('a call from which nothing is heard any more', () => {
  it('is kept for a minute and a half, and given up then', async () => {
    centre.placeCall('ellis')
    const dialog = await desk.answer()
    await expect.poll(() => centre.events.map(({ kind }) => kind)).toContain('connected')
    // Or the customer would come to the end of what they have to say.
    centre.hush(true)
    await dialog.sound.close()
    // What was on its way when the connection closed.
    await new Promise((resolve) => setTimeout(resolve, 100))
    centre.clock.pass(89_000)
    expect(centre.events.map(({ kind }) => kind)).toEqual(['ringing', 'answered', 'connected'])
    centre.clock.pass(10_000)
    expect(fieldOf(await desk.find(/^BYE /), 'call-id')).toBe(dialog.callId)
  })

  it('goes on when a sign of life comes in time', async () => {
    centre.placeCall('ellis')
    const dialog = await desk.answer()
    await expect.poll(() => centre.events.map(({ kind }) => kind)).toContain('connected')
    // Or the customer would come to the end of what they have to say.
    centre.hush(true)
    await dialog.sound.close()
    await new Promise((resolve) => setTimeout(resolve, 100))
    centre.clock.pass(60_000)
    const answer = await dialog.reInvite(await (await dialog.freshSound()).offer())
    expect(answer).toMatch(/^SIP\/2.0 200/)
    centre.clock.pass(80_000)
    expect(centre.events.map(({ kind }) => kind)).toEqual(['ringing', 'answered', 'connected'])
  })
})
