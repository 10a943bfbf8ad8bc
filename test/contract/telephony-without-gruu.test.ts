import { expect, it } from 'vitest'

import { onEveryCentre } from './telephony/at-the-desk.ts'
import { startRealFarEnd } from './telephony/real-far-end.ts'

/**
 * What works with a server that gives no address that stays (GRUU, RFC 5627), as renderer/adapters/sip/line.ts says it.
 * Only such a server can show it.
 */
onEveryCentre(
  'a telephone that comes back to a server without GRUU',
  (at) => {
    /** Talks, over a connection that has taken the place of another. */
    async function talkingAnew() {
      const before = await at.talking()
      await at.hears('customer')
      const asked = at.far.wires.reinvitesByDesk()
      await at.desk.page.evaluate(() => window.dropLink())
      await at.desk.fact('link-back')
      // The desk tells the other side where it is now.
      await expect.poll(() => at.far.wires.reinvitesByDesk()).toBe(asked + 1)
      await at.hears('customer')
      return before
    }

    it('holds, takes back and hangs up', async () => {
      const { call, customer } = await talkingAnew()
      expect(await at.hold(call, true)).toMatchObject({ ok: true })
      await at.keptFrom(() => customer.heard('agent'))
      expect(await at.hold(call, false)).toMatchObject({ ok: true })
      await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
      await at.hangUp(call)
      expect(await customer.over()).toBe('answered')
    })

    it('hands the customer over', async () => {
      const { call, customer } = await talkingAnew()
      expect(await at.transfer(call, await at.far.target('colleague'))).toMatchObject({ ok: true })
      expect(await at.desk.ended()).toBe('transferred')
      await at.reaches(() => customer.heard('colleague'))
    })

    it('is put on hold, taken back and hung up on, once the other side knows its new connection', async () => {
      const { customer } = await talkingAnew()
      await customer.hold(true)
      expect(await at.desk.fact('customer-held')).toMatchObject({ held: true })
      await customer.hold(false)
      expect(await at.desk.fact('customer-held')).toMatchObject({ held: false })
      await at.hears('customer')
      await customer.hangUp()
      expect(await at.desk.ended()).toBe('customer-hung-up')
    })

    it('keeps a customer whose hold was lost on the way to the old connection', async () => {
      const { call, customer } = await at.talking()
      await at.hears('customer')
      await at.far.wires.drop()
      await at.desk.fact('link-lost')
      await customer.hold(true)
      await at.far.wires.heal()
      await at.desk.fact('link-back')
      await customer.hold(false)
      await at.hears('customer')
      await at.hangUp(call)
      expect(await at.desk.ended()).toBe('agent-hung-up')
    })

    it('notices a customer who hung up before that', async () => {
      const { customer } = await at.talking()
      await at.hears('customer')
      await at.far.wires.drop()
      await at.desk.fact('link-lost')
      await customer.hangUp()
      expect(await customer.over()).toBe('answered')
      await at.far.wires.heal()
      expect(await at.desk.ended()).toBe('forgotten')
    })
  },
  { centres: [['Kamailio', (needs) => startRealFarEnd({ ...needs, gruu: false })]] },
)
