// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { statusOf } from './raw-sip.ts'
import { openTalkingFloor, voices } from './talking-floor.ts'
import type { TalkingFloor } from './talking-floor.ts'

let floor: TalkingFloor
beforeEach(async () => {
  floor = await openTalkingFloor()
})
afterEach(() => floor.close())

describe('sound that comes back', () => {
  it('by a new path of the same connection', async () => {
    const dialog = await floor.ellisTalking()
    const answer = await dialog.reInvite(await dialog.sound.restart())
    expect(statusOf(answer)).toBe('200 OK')
    await floor.hears(dialog, voices.ellis)
    await floor.isHeard('ellis', voices.ada)
  })

  it('over a fresh connection with another certificate, and again', async () => {
    const dialog = await floor.ellisTalking()
    for (let times = 0; times < 2; times += 1) {
      const old = dialog.sound
      const answer = await dialog.reInvite(await (await dialog.freshSound()).offer())
      expect(statusOf(answer)).toBe('200 OK')
      await old.close()
      await floor.hears(dialog, voices.ellis)
      await floor.isHeard('ellis', voices.ada)
    }
    expect(statusOf(await dialog.request('BYE'))).toBe('200 OK')
  })

  it('refuses an offer that makes no sense, and goes on', async () => {
    const dialog = await floor.ellisTalking()
    expect(statusOf(await dialog.reInvite('v=0\r\nnonsense'))).toBe('488 Not Acceptable Here')
    await floor.hears(dialog, voices.ellis)
  })
})

describe('a customer', () => {
  it('who puts the agent on hold asks for it, and comes back', async () => {
    const dialog = await floor.ellisTalking()
    floor.centre.hold(true)
    expect(await floor.ada.find(/^INVITE /)).toContain('a=sendonly')
    await floor.hearsNothing(dialog)
    floor.centre.hold(false)
    expect(await floor.ada.find(/^INVITE /)).toContain('a=sendrecv')
    await floor.hears(dialog, voices.ellis)
  })

  it('who holds at the same moment as the agent asks again later, and refuses the agent meanwhile', async () => {
    const dialog = await floor.ellisTalking()
    floor.ada.grants = false
    floor.centre.hold(true)
    const first = await floor.ada.find(/^INVITE /)
    expect(statusOf(await dialog.request('INVITE', [], await dialog.sound.offer()))).toBe(
      '491 Request Pending',
    )
    floor.ada.reply(first, '491 Request Pending')
    await floor.ada.find(/^ACK /)
    floor.ada.grants = true
    expect(await floor.ada.find(/^INVITE /)).toContain('a=sendonly')
    await floor.hearsNothing(dialog)
  })

  it('can fall silent without a packet, and speak again', async () => {
    const dialog = await floor.ellisTalking()
    floor.centre.hush(true)
    await floor.hearsNothing(dialog)
    floor.centre.hush(false)
    await floor.hears(dialog, voices.ellis)
  })

  it('of whom the centre forgets everything is gone without a word', async () => {
    const dialog = await floor.ellisTalking()
    floor.centre.forgetCalls()
    await floor.hearsNothing(dialog)
    expect(statusOf(await dialog.request('INVITE', [], await dialog.sound.offer()))).toContain('481')
    expect(floor.ada.arrived.filter((message) => message.startsWith('BYE'))).toEqual([])
  })

  it('can call an agent who is in a call', async () => {
    const first = await floor.ellisTalking()
    floor.centre.placeCall('okafor', 'ada')
    const second = await floor.ada.answer()
    await floor.hears(second, voices.okafor)
    await floor.hears(first, voices.ellis)
    floor.centre.hangUp('okafor')
    await floor.ended('okafor', 'ada')
    await floor.hears(first, voices.ellis)
  })
})
