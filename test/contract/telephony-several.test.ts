import { expect, it } from 'vitest'

import type { EndCause } from '../../renderer/domain/call.ts'
import type { TargetKind } from './telephony/far-end.ts'
import { onEveryCentre } from './telephony/at-the-desk.ts'

const refusals: readonly (readonly [TargetKind, EndCause])[] = [
  ['busy', 'busy'],
  ['declines', 'declined'],
  ['absent', 'unreachable'],
  ['unknown', 'unknown-number'],
]

onEveryCentre('several calls', (at) => {
  const colleagueHears = (tone: 'agent' | 'customer') => () => at.far.colleagueHeard(tone)

  it('lets the agent answer a second caller with the first on hold, and go to and fro', async () => {
    const { call: first, customer } = await at.talking()
    const other = await at.far.ring()
    const second = await at.desk.offered()
    expect(await at.hold(first, true)).toMatchObject({ ok: true })
    await at.answer(second)
    await at.reaches(() => other.heard('agent'))
    await at.keptFrom(() => customer.heard('agent'))
    expect(await at.hold(second, true)).toMatchObject({ ok: true })
    expect(await at.hold(first, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    await at.hangUp(second)
    expect(await other.over()).toBe('answered')
    await at.reaches(() => customer.heard('agent'))
  })

  it('dials a colleague, who rings, answers and is heard', async () => {
    await at.signIn()
    const call = await at.dial(await at.far.target('colleague'))
    expect(await at.desk.fact('call-dialled')).toMatchObject({ call })
    expect(await at.desk.fact('call-rang')).toMatchObject({ earlySound: false })
    await at.desk.fact('call-connected')
    await Promise.all([at.hears('colleague'), at.reaches(colleagueHears('agent'))])
    await at.hangUp(call)
    expect(await at.desk.ended()).toBe('agent-hung-up')
  })

  it('lets the agent hear what is announced before anybody answers', async () => {
    await at.signIn()
    const call = await at.dial(await at.far.target('announces'))
    expect(await at.desk.fact('call-rang')).toMatchObject({ earlySound: true })
    await at.hears('announcement')
    expect(await at.facts()).not.toContain('call-connected')
    await at.hangUp(call)
    expect(await at.desk.ended()).toBe('agent-gave-up')
  })

  it.each(refusals)('says of a number that is %s: %s', async (target, cause) => {
    await at.signIn()
    await at.dial(await at.far.target(target))
    expect(await at.desk.ended()).toBe(cause)
  })

  it('lets the agent give up a call that rings on', async () => {
    await at.signIn()
    const call = await at.dial(await at.far.target('rings-on'))
    await at.desk.fact('call-rang')
    await at.hangUp(call)
    expect(await at.desk.ended()).toBe('agent-gave-up')
  })

  it('hands a customer to a colleague without asking, and they talk', async () => {
    const { call, customer } = await at.talking()
    expect(await at.transfer(call, await at.far.target('colleague'))).toMatchObject({ ok: true })
    await at.desk.fact('transfer-asked')
    expect(await at.desk.ended()).toBe('transferred')
    await at.reaches(colleagueHears('customer'))
    await at.reaches(() => customer.heard('colleague'))
    expect(await at.far.colleagueHeard('agent')).toBe(0)
  })

  it('keeps a customer whom nobody takes, on hold until the desk takes them back', async () => {
    const { call, customer } = await at.talking()
    expect(await at.transfer(call, await at.far.target('busy'))).toMatchObject({ ok: true })
    await at.desk.fact('transfer-refused')
    // Still on hold: the agent may be talking to somebody else by now.
    await at.keptFrom(() => customer.heard('agent'))
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
  })

  it('asks a colleague first, then connects the two', async () => {
    const { call, customer } = await at.talking('replaces')
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    const consultation = await at.dial(await at.far.target('colleague'), call)
    await at.desk.fact('call-connected')
    await Promise.all([at.hears('colleague'), at.reaches(colleagueHears('agent'))])
    expect(await at.far.colleagueHeard('customer')).toBe(0)
    expect(await at.completeTransfer(call, consultation)).toMatchObject({ ok: true })
    expect([await at.desk.ended(), await at.desk.ended()]).toEqual(['transferred', 'transferred'])
    await Promise.all([at.reaches(colleagueHears('customer')), at.reaches(() => customer.heard('colleague'))])
    await at.keptFrom(colleagueHears('agent'))
  })

  it('asks a colleague first, and takes the customer back', async () => {
    const { call, customer } = await at.talking('replaces')
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    const consultation = await at.dial(await at.far.target('colleague'), call)
    await at.desk.fact('call-connected')
    await at.hangUp(consultation)
    expect(await at.desk.ended()).toBe('agent-hung-up')
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
  })

  it('takes a customer over from a colleague who has asked first', async () => {
    await at.signIn()
    const { customer, complete } = await at.far.consult()
    const call = await at.desk.offered()
    await at.answer(call)
    await at.hears('colleague')
    await complete()
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    await at.keptFrom(() => customer.heard('agent'))
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await at.reaches(() => customer.heard('agent'))
    await at.hangUp(call)
    expect(await at.desk.ended()).toBe('agent-hung-up')
    expect(await customer.over()).toBe('answered')
  })
})
