// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fieldOf, statusOf } from './raw-sip.ts'
import { openTalkingFloor, sip, voices } from './talking-floor.ts'
import type { TalkingFloor } from './talking-floor.ts'
import type { TalkingDesk } from './talking-desk.ts'

let floor: TalkingFloor
beforeEach(async () => {
  floor = await openTalkingFloor()
})
afterEach(() => floor.close())

describe('a transfer', () => {
  const sipfrags = async (desk: TalkingDesk, last: string): Promise<void> => {
    const first = await desk.find(/^NOTIFY /)
    expect([
      fieldOf(first, 'event'),
      fieldOf(first, 'subscription-state'),
      fieldOf(first, 'content-type'),
    ]).toEqual(['refer', 'active;expires=60', 'message/sipfrag;version=2.0'])
    expect(first).toContain('SIP/2.0 100 Trying')
    const end = await desk.find(/^NOTIFY [^]*terminated/)
    expect(end.split('\r\n').at(-1)).toBe(last)
  }

  it('without asking first connects the customer with the colleague', async () => {
    const dialog = await floor.ellisTalking()
    expect(statusOf(await dialog.request('REFER', [`Refer-To: <${sip('2001')}>`]))).toBe('202 Accepted')
    await sipfrags(floor.ada, 'SIP/2.0 200 OK')
    expect(statusOf(await dialog.request('BYE'))).toBe('200 OK')
    await Promise.all([floor.isHeard('ellis', voices['2001']), floor.isHeard('2001', voices.ellis)])
    floor.centre.hangUp('ellis')
    await floor.ended('ellis', '2001')
  })

  it('goes on when the first desk hangs up at once, and brings name, number and queue along', async () => {
    const dialog = await floor.ellisTalking()
    await dialog.request('REFER', [`Refer-To: <${sip('1002')}>`])
    await dialog.request('BYE')
    await expect.poll(() => floor.ben.arrived.length).toBe(1)
    const [invite = ''] = floor.ben.arrived
    expect(fieldOf(invite, 'x-queue')).toBe('Passports')
    expect(fieldOf(invite, 'from')).toContain('"Margaret Ellis" <sip:+16135550117@')
    const bens = await floor.ben.answer()
    await Promise.all([floor.hears(bens, voices.ellis), floor.isHeard('ellis', voices.ben)])
  })

  it('is called off where the customer gives up while it rings', async () => {
    const dialog = await floor.ellisTalking()
    await dialog.request('REFER', [`Refer-To: <${sip('1002')}>`])
    const invite = await floor.ben.find(/^INVITE /)
    floor.ben.reply(invite, '180 Ringing')
    expect(await floor.ada.find(/^NOTIFY [^]*180 Ringing/)).toContain('active')
    floor.centre.hangUp('ellis')
    await Promise.all([floor.ben.find(/^CANCEL /), floor.ada.find(/^BYE /)])
  })

  it('to another desk lets both be heard, and says goodbye to a desk that forgets it', async () => {
    const dialog = await floor.ellisTalking()
    await dialog.request('REFER', [`Refer-To: <${sip('ben')}>`])
    const bens = await floor.ben.answer()
    await sipfrags(floor.ada, 'SIP/2.0 200 OK')
    await Promise.all([floor.hears(bens, voices.ellis), floor.isHeard('ellis', voices.ben)])
    // Ada's desk forgets to hang up.
    await floor.ada.find(/^BYE /)
    await floor.hears(bens, voices.ellis)
  })

  it.each([
    ['2486', 'SIP/2.0 486 Busy Here'],
    ['2603', 'SIP/2.0 603 Decline'],
    ['2404', 'SIP/2.0 404 Not Found'],
  ])('to %s fails with %s, and the call goes on', async (target, last) => {
    const dialog = await floor.ellisTalking()
    await dialog.request('REFER', [`Refer-To: <${sip(target)}>`])
    await sipfrags(floor.ada, last)
    await floor.hears(dialog, voices.ellis)
    await floor.isHeard('ellis', voices.ada)
  })

  it('after a consultation connects the two others, and both calls end', async () => {
    const dialog = await floor.ellisTalking()
    const consultation = await floor.ada.dial(sip('2001'))
    await floor.isHeard('2001', voices.ada)
    const { callId, localTag, remoteTag } = consultation
    const replaces = encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`)
    const refer = await dialog.request('REFER', [`Refer-To: <${sip('2001')}?Replaces=${replaces}>`])
    expect(statusOf(refer)).toBe('202 Accepted')
    await sipfrags(floor.ada, 'SIP/2.0 200 OK')
    await Promise.all([floor.isHeard('ellis', voices['2001']), floor.isHeard('2001', voices.ellis)])
    for (const each of [dialog, consultation]) expect(statusOf(await each.request('BYE'))).toBe('200 OK')
    await floor.isHeard('ellis', voices['2001'])
  })

  it('that names a call which is not there fails, and the call goes on', async () => {
    const dialog = await floor.ellisTalking()
    const replaces = encodeURIComponent('nobody;to-tag=a;from-tag=b')
    await dialog.request('REFER', [`Refer-To: <${sip('2001')}?Replaces=${replaces}>`])
    await sipfrags(floor.ada, 'SIP/2.0 481 Call/Transaction Does Not Exist')
    await floor.hears(dialog, voices.ellis)
  })

  it('to nowhere, or to an emergency number, is refused', async () => {
    const dialog = await floor.ellisTalking()
    expect(statusOf(await dialog.request('REFER', ['Refer-To: <<<']))).toBe('400 Bad Request')
    expect(statusOf(await dialog.request('REFER', ['Refer-To: <tel:911>']))).toContain('403 Emergency')
  })
})
