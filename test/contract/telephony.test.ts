import { expect, it } from 'vitest'

import { freePort } from '../servers/ports.ts'
import { onEveryCentre } from './telephony/at-the-desk.ts'

onEveryCentre('one call', (at) => {
  it('tells a wrong password from a server that is not there', async () => {
    expect(await at.signIn({ ...at.far.account, password: 'wrong' })).toMatchObject({
      problem: { code: 'wrong-password' },
    })
    const nobody = `ws://127.0.0.1:${await freePort('tcp')}`
    expect(await at.signIn({ ...at.far.account, servers: [nobody] })).toMatchObject({
      problem: { code: 'server-unreachable' },
    })
  })

  it('goes to the second server when the first is not there', async () => {
    const nobody = `ws://127.0.0.1:${await freePort('tcp')}`
    const servers = [nobody, ...at.far.account.servers]
    expect(await at.signIn({ ...at.far.account, servers })).toMatchObject({ ok: true })
    await at.far.ring()
    await at.desk.offered()
  })

  it('says who calls, lets both be heard, and ends when the agent hangs up', async () => {
    expect(await at.signIn()).toMatchObject({ ok: true })
    const customer = await at.far.ring()
    const { call, party } = await at.desk.fact('call-offered')
    expect(party).toEqual(customer.party)
    await at.answer(call)
    const heard = await at.headset.listen({ tone: 'customer', enough: 0.5 })
    expect(heard.customer).toBeGreaterThan(0.5)
    expect(heard.agent).toBe(0)
    await at.reaches(() => customer.heard('agent'))
    expect(await customer.heard('customer')).toBe(0)
    await at.hangUp(call)
    expect(await at.desk.ended()).toBe('agent-hung-up')
    expect(await customer.over()).toBe('answered')
  })

  it('keeps each from hearing the other on hold, and lets both be heard again after it', async () => {
    const { call, customer } = await at.talking()
    await at.reaches(() => customer.heard('agent'))
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    await at.desk.fact('call-held')
    await at.desk.page.waitForTimeout(300)
    await Promise.all([at.hearsNobody(), at.keptFrom(() => customer.heard('agent'))])
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await at.desk.fact('call-resumed')
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
  })

  it('keeps the customer from hearing a muted agent, and nobody else', async () => {
    const { call, customer } = await at.talking()
    const mute = (muted: boolean) =>
      at.desk.page.evaluate(([id, wanted]) => window.telephony.setMuted(id, wanted), [call, muted] as const)
    await at.reaches(() => customer.heard('agent'))
    await mute(true)
    await at.desk.page.waitForTimeout(300)
    await Promise.all([at.keptFrom(() => customer.heard('agent')), at.hears('customer')])
    await mute(false)
    await at.reaches(() => customer.heard('agent'))
  })

  it('sends digits in the order of the keys, however fast they come, and hears the customer hang up', async () => {
    const { call, customer } = await at.talking()
    await at.desk.page.evaluate(
      (id) => ['1', '5', '9', '0', '*', '#'].forEach((digit) => void window.telephony.sendDigit(id, digit)),
      call,
    )
    await expect.poll(() => customer.digits(), { timeout: 5_000 }).toBe('1590*#')
    await customer.hangUp()
    expect(await at.desk.ended()).toBe('customer-hung-up')
  })

  it('tells a customer who gave up from one whom the agent refused', async () => {
    await at.signIn()
    const first = await at.far.ring()
    await at.desk.offered()
    await first.hangUp()
    expect(await at.desk.ended()).toBe('customer-gave-up')
    expect(await first.over()).toBe('given-up')
    const second = await at.far.ring()
    const call = await at.desk.offered()
    await at.desk.page.evaluate((id) => window.telephony.refuse(id, 'agent-refused'), call)
    expect(await at.desk.ended()).toBe('agent-refused')
    await second.over()
    expect(at.far.wires.refusals(486).at(-1)).toBe('SIP;cause=603;text="Declined by agent"')
  })

  it('gives a call back as busy when the agent is not ready, and says why', async () => {
    await at.signIn()
    const customer = await at.far.ring()
    const call = await at.desk.offered()
    await at.desk.page.evaluate((id) => window.telephony.refuse(id, 'lunch'), call)
    expect(await at.desk.ended()).toBe('agent-not-ready')
    expect(await customer.over()).toBe('busy')
    expect(at.far.wires.refusals(486).at(-1)).toBe('SIP;cause=486;text="Not ready: lunch"')
  })

  it('has the recording rest while the customer says what must not be kept, also on a new connection', async () => {
    const { call, customer } = await at.talking('records')
    expect(await customer.recordingRests()).toBe(false)
    expect(await at.restRecording(call, true)).toEqual({ ok: true, value: undefined })
    expect(await customer.recordingRests()).toBe(true)
    await at.far.wires.drop()
    await at.far.wires.heal()
    await at.desk.fact('link-back')
    expect(await customer.recordingRests()).toBe(true)
    expect(await at.restRecording(call, false)).toEqual({ ok: true, value: undefined })
    expect(await customer.recordingRests()).toBe(false)
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
  })

  it('knows from the sound alone who speaks, not an agent who is muted, and has no words of whom nobody writes down', async () => {
    const spoken = async (muted: boolean) => {
      const { call, customer } = await at.talking()
      await at.desk.page.evaluate(([id, off]) => window.telephony.setMuted(id, off), [call, muted] as const)
      await at.hears('customer')
      await at.desk.page.waitForTimeout(1_500)
      await customer.hangUp()
      await at.desk.ended()
      return at.desk.page.evaluate(() => ({ ...window.callWords.facts.at(-1) }))
    }
    const [loud, muted] = [await spoken(false), await spoken(true)]
    expect(loud.me).toBeGreaterThan(1_000)
    expect(Math.min(loud.customer ?? 0, muted.customer ?? 0)).toBeGreaterThan(1_000)
    // Until the key was pressed.
    expect(muted.me).toBeLessThan(600)
    expect(await at.desk.page.evaluate(() => window.callWords.kept)).toEqual([])
  })

  it('puts a customer on hold whose telephone has not said yet that it heard the answer', async () => {
    at.far.wires.letAckMeet()
    const { call } = await at.talking()
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    await at.desk.fact('call-held')
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await at.hears('customer')
  })

  it('shows when the customer puts the agent on hold, and when they are back', async () => {
    const { customer } = await at.talking()
    await customer.hold(true)
    expect(await at.desk.fact('customer-held')).toMatchObject({ held: true })
    await customer.hold(false)
    expect(await at.desk.fact('customer-held')).toMatchObject({ held: false })
    await at.hears('customer')
  })

  it('comes to an agreement when both sides put each other on hold at the same moment', async () => {
    const { call, customer } = await at.talking('replaces')
    const crossing = at.far.wires.letCross()
    const byAgent = at.hold(call, true)
    await expect.poll(() => crossing.waits()).toBe(true)
    const [agreed] = await Promise.all([byAgent, customer.hold(true)])
    expect(agreed).toMatchObject({ ok: true })
    expect(at.far.wires.refusals(491).length).toBeGreaterThan(0)
    await at.desk.fact('call-held')
    expect(await at.desk.fact('customer-held')).toMatchObject({ held: true })
    await customer.hold(false)
    expect(await at.desk.fact('customer-held')).toMatchObject({ held: false })
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
  })
})
