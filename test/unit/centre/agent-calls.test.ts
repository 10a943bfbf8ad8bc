// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bodyOf } from './desk-dialog.ts'
import { fieldOf, statusOf } from './raw-sip.ts'
import { openTalkingFloor, sip, voices } from './talking-floor.ts'
import type { TalkingFloor } from './talking-floor.ts'

let floor: TalkingFloor
beforeEach(async () => {
  floor = await openTalkingFloor()
})
afterEach(() => floor.close())

describe('an agent who calls', () => {
  it('calls a customer back, is heard and hears, and can hang up', async () => {
    const dialog = await floor.ada.dial(`${sip('+15145550142')};user=phone`)
    await floor.ada.find(/^SIP\/2.0 180/)
    await floor.hears(dialog, voices.tremblay)
    await floor.isHeard('tremblay', voices.ada)
    expect(statusOf(await dialog.request('BYE'))).toBe('200 OK')
    await floor.ended('ada', '+15145550142')
    expect(floor.centre.events.map(({ kind }) => kind)).toEqual(['ringing', 'answered', 'connected', 'ended'])
  })

  it('talks with a colleague, and hears themselves from the echo, in two calls at once', async () => {
    const colleague = await floor.ada.dial(sip('2001'))
    const echo = await floor.ada.dial(sip('*43'))
    await floor.hears(colleague, voices['2001'])
    await floor.isHeard('2001', voices.ada)
    await floor.hears(echo, voices.ada)
  })

  it.each([
    ['2486', '486 Busy Here'],
    ['2603', '603 Decline'],
    ['2480', '480 Temporarily Unavailable'],
    ['2404', '404 Not Found'],
    ['+15145550199', '404 Not Found'],
    ['1002', '480 Temporarily Unavailable'],
    ['1001', '486 Busy Here'],
    ['ada', '486 Busy Here'],
  ])('and dials %s is told: %s', async (dialled, status) => {
    if (dialled === '1002') await floor.ben.close()
    await expect(floor.ada.dial(sip(dialled))).rejects.toThrow(status)
    await floor.ended('ada', dialled)
  })

  it('can give up where it rings for ever', async () => {
    await floor.ada.ring(sip('2180'), 'c1')
    await floor.ada.find(/^SIP\/2.0 180/)
    floor.ada.cancel(sip('2180'), 'c1')
    expect(fieldOf(await floor.ada.find(/^SIP\/2.0 200/), 'cseq')).toBe('1 CANCEL')
    await floor.ada.find(/^SIP\/2.0 487/)
    await floor.ended('ada', '2180')
    expect(floor.centre.events).toMatchObject([{ kind: 'ringing' }, { kind: 'ended', outcome: 'given-up' }])
  })

  it('hears an announcement before the answer, in the same description of the sound', async () => {
    const { sound, heard } = await floor.ada.ring(sip('2183'), 'c1')
    const early = await floor.ada.find(/^SIP\/2.0 183/)
    await sound.takeAnswer(bodyOf(early))
    await expect.poll(() => heard().get(voices['2183']) ?? 0, { timeout: 4000 }).toBeGreaterThan(1)
    expect(floor.ada.arrived).toEqual([])
    expect(bodyOf(await floor.ada.find(/^SIP\/2.0 200/))).toBe(bodyOf(early))
  })

  it('hears no goodbye from a colleague before their own desk has acknowledged the answer', async () => {
    await floor.ada.ring(sip('2001'), 'c1')
    const accepted = await floor.ada.find(/^SIP\/2.0 200/)
    floor.centre.hangUp()
    expect(floor.ada.arrived.filter((message) => message.startsWith('BYE'))).toEqual([])
    floor.ada.acknowledge(accepted)
    await floor.ada.find(/^BYE /)
  })
})

describe('two agents', () => {
  it('can call each other by extension and by name, and hold each other', async () => {
    const dialling = floor.ada.dial(sip('1002'))
    const bens = await floor.ben.answer()
    const adas = await dialling
    await Promise.all([floor.hears(adas, voices.ben), floor.hears(bens, voices.ada)])
    const held = await adas.reInvite((await adas.sound.offer()).replace('a=sendrecv', 'a=sendonly'))
    expect(held).toContain('a=recvonly')
    expect(await floor.ben.find(/^INVITE /)).toContain('a=sendonly')
    await floor.hearsNothing(adas)
    expect(await adas.reInvite(await adas.sound.offer())).toContain('a=sendrecv')
    expect(await floor.ben.find(/^INVITE /)).toContain('a=sendrecv')
    await Promise.all([floor.hears(adas, voices.ben), floor.hears(bens, voices.ada)])
    expect(statusOf(await adas.request('BYE'))).toBe('200 OK')
    await floor.ben.find(/^BYE /)
  })

  it('pass on a refusal', async () => {
    const dialling = floor.ada.dial(sip('ben'))
    await Promise.all([floor.ben.refuse('486 Busy Here'), expect(dialling).rejects.toThrow('486 Busy Here')])
  })
})
