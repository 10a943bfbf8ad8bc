import { expect, it } from 'vitest'

import { onEveryCentre } from './telephony/at-the-desk.ts'

/** Milliseconds. */
const deadLinkLimit = 5_000
/** Milliseconds by which the time that is counted may differ from the time that has passed. */
const counting = 400

onEveryCentre('a telephone that comes back', (at) => {
  it('keeps the call through a lost link, and everything works in it afterwards, from both sides', async () => {
    const { call, customer } = await at.talking()
    await at.hears('customer')
    const asked = at.far.wires.reinvitesByDesk()
    await at.desk.page.evaluate(() => window.dropLink())
    await at.desk.fact('link-lost')
    await at.desk.fact('link-back')
    await customer.hold(true)
    expect(await at.desk.fact('customer-held')).toMatchObject({ held: true })
    expect(at.far.wires.reinvitesByDesk()).toBe(asked)
    await customer.hold(false)
    expect(await at.desk.fact('customer-held')).toMatchObject({ held: false })
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    expect(await at.facts()).not.toContain('sound-lost')
    await customer.hangUp()
    expect(await at.desk.ended()).toBe('customer-hung-up')
  })

  it('finds a connection that is open and dead within five seconds, and leaves it', async () => {
    await at.signIn()
    const from = Date.now()
    await at.far.wires.stall()
    const { at: lost } = await at.desk.fact('link-lost')
    expect(lost - from).toBeLessThan(deadLinkLimit)
    await at.far.wires.heal()
    await at.desk.fact('link-back')
    await at.far.ring()
    await at.desk.offered()
  })

  it('goes over to the second server when the first dies in mid-call', async () => {
    const { call, customer } = await at.talking()
    await at.far.wires.drop(0)
    await at.desk.fact('link-back')
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    await customer.hangUp()
    expect(await at.desk.ended()).toBe('customer-hung-up')
  })

  it('is there again after the centre was away, with the call still talking', async () => {
    const { call, customer } = await at.talking()
    await at.far.vanish(2_000)
    await at.desk.fact('link-lost')
    await at.desk.fact('link-back')
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    await at.hangUp(call)
    expect(await at.desk.ended()).toBe('agent-hung-up')
    expect(await customer.over()).toBe('answered')
  })

  it('stops a telephone that rings for a centre that has gone, and takes the next call', async () => {
    await at.signIn()
    await at.far.ring()
    await at.desk.offered()
    await at.far.vanish(5_000)
    expect(await at.desk.ended()).toBe('failed')
    await at.desk.fact('link-back')
    const customer = await at.far.ring()
    await at.answer(await at.desk.offered())
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
  })

  it('finds a new path for the sound when the old one dies while signalling goes on, and knows throughout who speaks', async () => {
    const { call, customer } = await at.talking()
    const answeredAt = Date.now()
    await at.hears('customer')
    const heardFor = Date.now() - answeredAt
    const heal = await at.far.loseSound()
    await at.desk.fact('sound-lost')
    await at.hearsNobody()
    heal()
    const { at: backAt } = await at.desk.fact('sound-back')
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    expect(await at.facts()).not.toContain('link-lost')
    await at.hangUp(call)
    const { at: endedAt } = await at.desk.fact('call-ended')
    const lasted = endedAt - answeredAt
    const spoken = await at.desk.page.evaluate(() => ({ ...window.callWords.facts.at(-1) }))
    const { me = 0, customer: theirs = 0, silence = 0 } = spoken
    // Before it and after it, and not in between; the agent's own voice was heard here all the time.
    expect(theirs).toBeGreaterThan(heardFor + (endedAt - backAt) - counting)
    expect(theirs).toBeLessThan(lasted - 1_000)
    expect(Math.max(me, theirs) + silence).toBeLessThan(lasted + counting)
    expect(me + theirs + silence).toBeGreaterThan(lasted - counting)
  })

  it('comes back when link and sound die together', async () => {
    const { call, customer } = await at.talking()
    await at.hears('customer')
    const heal = await at.far.loseSound()
    await at.far.wires.drop()
    await at.desk.fact('sound-lost')
    await at.far.wires.heal()
    heal()
    await at.desk.fact('sound-back')
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
  })

  it('does not take a customer’s silence, or hold, for a lost path', async () => {
    const { call, customer } = await at.talking('silence')
    await at.hears('customer')
    await customer.hush(true)
    // The browser makes up for the first packets that do not come.
    await at.desk.page.waitForTimeout(2_000)
    await at.hearsNobody()
    await at.desk.page.waitForTimeout(1_000)
    await customer.hush(false)
    await at.hears('customer')
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    await at.desk.page.waitForTimeout(2_500)
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await customer.hold(true)
    await at.desk.page.waitForTimeout(2_500)
    await customer.hold(false)
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    expect(await at.facts()).not.toContain('sound-lost')
  })

  it('ends a call that the centre has forgotten, and says so', async () => {
    const { call } = await at.talking()
    await at.far.forgetCalls()
    await at.hold(call, true)
    expect(await at.desk.ended()).toBe('forgotten')
  })

  it('notices a customer who hung up while the link was away', async () => {
    const { customer } = await at.talking()
    await at.hears('customer')
    await at.far.wires.drop()
    await at.desk.fact('link-lost')
    await customer.hangUp()
    expect(await customer.over()).toBe('answered')
    await at.far.wires.heal()
    expect(await at.desk.ended()).toBe('forgotten')
  })

  it('goes on after text that is no SIP', async () => {
    const { call, customer } = await at.talking()
    const nonsense = [
      'INVITE sip:agent SIP/2.0\r\n\r\n',
      'SIP/2.0 999\r\n\r\n',
      '\u0000\u0001\u0002',
      'BYE sip:x SIP/2.0\r\nVia: \r\nFrom: <\r\nTo: >\r\nCall-ID:\r\nCSeq: -1 INVITE\r\nContent-Length: 99999\r\n\r\n',
      'NOTIFY sip:x SIP/2.0\r\nEvent: refer\r\n\r\nSIP/2.0 200 OK',
      'A'.repeat(20_000),
    ]
    for (const text of nonsense) at.far.wires.inject(text)
    expect(await at.hold(call, true)).toMatchObject({ ok: true })
    expect(await at.hold(call, false)).toMatchObject({ ok: true })
    await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
    const facts = await at.facts()
    expect(facts.filter((kind) => ['link-lost', 'call-ended', 'call-offered'].includes(kind))).toEqual([])
  })

  it('changes the microphone in mid-call, and back when it is pulled out, without a word to the other side', async () => {
    const { devices } = at.headset
    await devices.plug('usb', 'UsbMouth')
    await devices.plug('usbmic', 'UsbMic', { picksUp: 'usb' })
    await at.headset.speak('other-microphone', 'usb')
    const { customer } = await at.talking()
    await at.reaches(() => customer.heard('agent'))
    const before = at.far.wires.reinvitesByDesk()
    await at.desk.choose('microphone', 'UsbMic')
    await at.reaches(() => customer.heard('other-microphone'))
    await devices.unplug('usbmic')
    await at.reaches(() => customer.heard('agent'))
    expect(at.far.wires.reinvitesByDesk()).toBe(before)
    await devices.unplug('usb')
    await at.desk.choose('microphone', undefined)
  })
})
