import { beforeEach, describe, expect, it } from 'vitest'

import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import type { CallId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import { later } from '../../later.ts'
import { makeCentre, makeContact, offered } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { agent, at, available, call, inHand, soon } from './story.ts'

const out = asCallId('dialled-1')
const asked = (desk: DeskStandIn) => desk.wire.asked.slice(1)

let disk = 4_000_000
beforeEach(() => {
  disk += 1
})

async function talking(): Promise<DeskStandIn> {
  const desk = await available(disk)
  desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
  return desk
}

describe('calling somebody', () => {
  it('dials a national number in its international form, and opens the customer’s page', async () => {
    const desk = await available(disk)
    expect(await desk.dialling.dial('(514) 555-0123')).toBe(true)
    expect(asked(desk)).toEqual(['dial +15145550123'])
    await soon(() => expect(inHand(desk)?.contact?.name).toBe('Amélie Tremblay'))
    desk.wire.tell({ kind: 'call-rang', earlySound: false, ...at(2, out) })
    expect(desk.heard.at(-1)).toBe('ringback')
    desk.wire.tell({ kind: 'call-connected', ...at(6, out) })
    expect(desk.heard.at(-1)).toBe('no ringback')
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(60, out) })
    expect(agent(desk).kind).toBe('wrap-up')
    expect(inHand(desk)?.interaction).toMatchObject({ direction: 'outgoing', disposition: undefined })
  })

  it('says what came of one that nobody answered, and has the outcome filled in', async () => {
    const desk = await available(disk)
    await desk.dialling.dial('+16135550117')
    desk.wire.tell({ kind: 'call-ended', cause: 'busy', ...at(3, out) })
    expect(desk.heard.at(-1)).toBe('busy')
    desk.timing.pass(3_000)
    expect(desk.heard.at(-1)).toBe('no busy')
    const made = inHand(desk)?.interaction
    expect([made && callOutcome(made), made?.disposition]).toEqual(['busy', 'not-reached'])
  })

  it('redials what was called last, and holds the call in hand for it', async () => {
    const desk = await talking()
    await desk.dialling.dial('2001')
    desk.wire.tell({ kind: 'call-ended', cause: 'no-answer', ...at(9, out) })
    await desk.dialling.redial()
    expect(asked(desk)).toEqual(['hold call-1', 'dial 2001', 'hold call-1', 'dial 2001'])
  })

  it('calls nobody it has not understood, and no emergency service from practice', async () => {
    const desk = await available(disk)
    for (const text of ['', 'Mme Tremblay', '12 34 56 7', 'sip:x@evil.test', '911', 'tel:112'])
      expect(await desk.dialling.dial(text, { emergencyConfirmed: true })).toBe(false)
    expect(asked(desk)).toEqual([])
  })

  it('calls an emergency service from a live centre only after a second word', async () => {
    const desk = createDesk({ disk })
    await desk.signIn.signIn({ kind: 'live', centre: makeCentre(), user: 'anne', password: 'x' })
    expect(await desk.dialling.dial('911')).toBe(false)
    expect(await desk.dialling.dial('911', { emergencyConfirmed: true })).toBe(true)
    expect(asked(desk)).toEqual(['dial 911'])
  })

  it('stays where it was when the microphone is refused, with a sentence', async () => {
    const desk = await available(disk)
    desk.wire.failWith(problem('microphone-refused'))
    expect(await desk.dialling.dial('2001')).toBe(false)
    expect([agent(desk).kind, desk.codes()]).toEqual(['available', ['microphone-refused']])
  })

  it('finds colleagues and contacts by a few letters, without accents, or by digits', async () => {
    const desk = await available(disk)
    await desk.records.saveContact(
      makeContact({ id: 'c-2' as never, name: 'Zoé Éthier', numbers: ['+14185550166'] }),
    )
    const names = async (text: string) => (await desk.dialling.suggest(text)).map(({ name }) => name)
    expect([await names('ethier'), await names('passp'), await names('418 555'), await names('')]).toEqual([
      ['Zoé Éthier'],
      ['Dana Roy'],
      ['Zoé Éthier'],
      ['Dana Roy'],
    ])
  })

  it('makes one call of two presses, and one consultation', async () => {
    const desk = await available(disk)
    expect(await Promise.all([desk.dialling.dial('2001'), desk.dialling.dial('2001')])).toEqual([true, false])
    expect(asked(desk)).toEqual(['dial 2001'])
  })

  it('gives the customer back who was held for a call that could not be made', async () => {
    const desk = await talking()
    const dial = desk.wire.telephony.dial.bind(desk.wire.telephony)
    desk.wire.telephony.dial = async (...wanted) => {
      desk.wire.tell({ kind: 'call-held', ...at(3) })
      await dial(...wanted)
      return failed(problem('microphone-busy'))
    }
    desk.wire.failWith(problem('microphone-busy'))
    desk.wire.telephony.setHeld = (id, held) => {
      desk.wire.asked.push(`${held ? 'hold' : 'resume'} ${id}`)
      return Promise.resolve(done)
    }
    expect(await desk.transfers.consult(call, '2001')).toBe(false)
    expect(asked(desk)).toEqual(['hold call-1', 'dial 2001', 'resume call-1'])
  })

  it('made in a break leads back to the break', async () => {
    const desk = await available(disk)
    desk.availability.becomeNotReady('lunch')
    await desk.dialling.dial('2001')
    desk.wire.tell({ kind: 'call-ended', cause: 'no-answer', ...at(9, out) })
    expect(desk.stores.shift.getState().resumeReason).toBe('lunch')
    await desk.availability.endWrapUp('lunch')
    await desk.availability.becomeAvailable()
    await desk.dialling.dial('2001')
    expect(desk.stores.shift.getState().resumeReason).toBeUndefined()
  })

  it('keeps the shift open while its microphone is being asked for', async () => {
    const desk = createDesk({ disk })
    await desk.signIn.signIn({ kind: 'practice' })
    const asking = later<Result<CallId, Problem>>()
    desk.wire.telephony.dial = () => asking.promise
    const dialling = desk.dialling.dial('2001')
    await desk.signIn.signOut()
    expect(agent(desk).kind).toBe('not-ready')
    asking.resolve(failed(problem('microphone-refused')))
    expect(await dialling).toBe(false)
    await desk.signIn.signOut()
    expect(agent(desk).kind).toBe('signed-out')
  })

  it('leaves nothing of one agent’s calls to the next', async () => {
    const desk = await available(disk)
    await desk.dialling.dial('2001')
    desk.wire.tell({ kind: 'call-ended', cause: 'no-answer', ...at(9, out) })
    await desk.availability.endWrapUp('break')
    await desk.signIn.signOut()
    await desk.signIn.signIn({ kind: 'practice' })
    expect([await desk.dialling.redial(), desk.stores.dial.getState().last]).toEqual([false, undefined])
  })

  it('does not replace what is being typed by a link, and keeps one that comes before the sign-in', async () => {
    const desk = createDesk({ disk })
    desk.computer.followLink('tel:2000')
    await desk.signIn.signIn({ kind: 'practice' })
    expect(desk.stores.dial.getState().text).toBe('tel:2000')
    desk.dialling.setText('2001')
    desk.computer.followLink('tel:+19005550100')
    expect([desk.stores.dial.getState().text, desk.codes()]).toEqual(['2001', ['link-dialled']])
  })

  it('takes a link from another program as something typed, and calls nobody by itself', async () => {
    const desk = await available(disk)
    desk.computer.followLink('tel:+1-613-555-0117')
    expect(desk.stores.dial.getState()).toMatchObject({ open: { kind: 'call' }, text: 'tel:+1-613-555-0117' })
    expect(asked(desk)).toEqual([])
    await desk.dialling.dial(desk.stores.dial.getState().text)
    expect(asked(desk)).toEqual(['dial +16135550117'])
  })
})

describe('handing a customer over', () => {
  it('without asking: the call ends as handed over, and the page waits for its outcome', async () => {
    const desk = await talking()
    expect(await desk.transfers.transfer(call, '2001')).toBe(true)
    desk.wire.tell({ kind: 'transfer-asked', to: '2001', ...at(5) })
    expect(desk.stores.calls.getState().calls.get(call)?.transferringTo).toBe('2001')
    desk.wire.tell({ kind: 'call-ended', cause: 'transferred', ...at(7) })
    expect([agent(desk).kind, inHand(desk)?.interaction.endCause]).toEqual(['wrap-up', 'transferred'])
  })

  it('keeps the customer when nobody takes them, and says so', async () => {
    const desk = await talking()
    await desk.transfers.transfer(call, '2001')
    desk.wire.tell({ kind: 'transfer-asked', to: '2001', ...at(5) }, { kind: 'transfer-refused', ...at(7) })
    expect(desk.codes()).toEqual(['transfer-failed'])
    expect(agent(desk).kind).toBe('on-interaction')
  })

  it('after a word with a colleague, who needs no page of their own', async () => {
    const desk = await talking()
    await desk.transfers.consult(call, '2001')
    desk.wire.tell({ kind: 'call-held', ...at(5) }, { kind: 'call-connected', ...at(8, out) })
    expect(desk.stores.work.getState().pages.map(({ call: of }) => of)).toEqual([call])
    expect(await desk.transfers.complete(out)).toBe(true)
    expect(asked(desk)).toEqual(['hold call-1', 'dial 2001', 'connect call-1 with dialled-1'])
  })

  it('asks one colleague at a time, and hands nobody to a colleague who has not answered', async () => {
    const desk = await talking()
    await desk.transfers.consult(call, '2001')
    expect(await desk.transfers.consult(call, '2001')).toBe(false)
    expect(await desk.transfers.complete(out)).toBe(false)
    expect(asked(desk)).toEqual(['hold call-1', 'dial 2001'])
  })

  it('is not completed for a customer who has hung up', async () => {
    const desk = await talking()
    await desk.transfers.consult(call, '2001')
    desk.wire.tell({ kind: 'call-held', ...at(5) }, { kind: 'call-connected', ...at(8, out) })
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    expect(await desk.transfers.complete(out)).toBe(false)
    expect(desk.codes()).toEqual(['control-failed'])
  })

  it('can be taken back: the colleague goes, the customer is heard again', async () => {
    const desk = await talking()
    await desk.transfers.consult(call, '2001')
    desk.wire.tell({ kind: 'call-held', ...at(5) }, { kind: 'call-connected', ...at(8, out) })
    const taking = desk.transfers.takeBack(out)
    await soon(() => expect(asked(desk).at(-1)).toBe('hang up dialled-1'))
    // Their goodbye takes a moment, in which nobody is put on hold for the customer.
    await new Promise((resolve) => setTimeout(resolve, 20))
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9, out) })
    await taking
    expect(asked(desk).slice(-2)).toEqual(['hang up dialled-1', 'resume call-1'])
  })
})
