// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { statusOf } from './raw-sip.ts'
import { openTalkingFloor, sip } from './talking-floor.ts'
import type { TalkingFloor } from './talking-floor.ts'

/** Nobody who is connected hangs up by themselves for minutes: their lines last so long. */
let floor: TalkingFloor
beforeEach(async () => {
  floor = await openTalkingFloor({ pauseSeconds: [0.2, 0.3] })
})
afterEach(() => floor.close())

/** Ada, who works alone, hands her first customer to that extension, hangs up, and is available again. */
async function handOver(extension: string, answered: () => Promise<unknown>): Promise<void> {
  await floor.ada.publish('available')
  const dialog = await floor.ada.answer()
  expect(statusOf(await dialog.request('REFER', [`Refer-To: <${sip(extension)}>`]))).toBe('202 Accepted')
  await answered()
  expect(statusOf(await dialog.request('BYE'))).toBe('200 OK')
  await floor.ada.publish('available')
}

describe('after a customer has been handed on, the next one comes', () => {
  it('when a colleague has taken over, however long those two talk', async () => {
    await handOver('2001', () => floor.ada.find(/^NOTIFY [^]*200 OK/))
    await floor.ada.find(/^INVITE /)
  })

  it('when the desk has hung up while it still rings there', async () => {
    await handOver('2180', () => floor.ada.find(/^NOTIFY [^]*180 Ringing/))
    await floor.ada.find(/^INVITE /)
  })

  it('when a consulted colleague has taken over', async () => {
    await floor.ada.publish('available')
    const dialog = await floor.ada.answer()
    const { callId, localTag, remoteTag } = await floor.ada.dial(sip('2001'))
    const replaces = encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`)
    await dialog.request('REFER', [`Refer-To: <${sip('2001')}?Replaces=${replaces}>`])
    await floor.ada.find(/^BYE /)
    await floor.ada.publish('available')
    await floor.ada.find(/^INVITE /)
  })

  it('but not while another agent talks with them', async () => {
    await handOver('1002', () => floor.ben.answer())
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(floor.ada.arrived.filter((message) => message.startsWith('INVITE'))).toEqual([])
  })
})
