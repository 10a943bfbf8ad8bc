import { expect, it } from 'vitest'

import type { QueueState } from '../../renderer/domain/queue-state.ts'
import { onEveryCentre } from './telephony/at-the-desk.ts'

onEveryCentre(
  'the queue',
  (at) => {
    const tell = (state: QueueState) =>
      at.desk.page.evaluate(([setup, news]) => window.tellQueue(setup, news), [at.far.queue, state] as const)

    it('sends customers to an agent who is available, and to nobody else', async () => {
      expect(await at.signIn()).toMatchObject({ ok: true })
      expect(await tell({ kind: 'not-ready', reason: 'break' })).toMatchObject({ ok: true })
      expect(await at.far.reaches()).toBe(false)
      expect(await tell({ kind: 'available' })).toMatchObject({ ok: true })
      expect(await at.far.reaches()).toBe(true)
      expect(await at.desk.ended()).toBe('customer-gave-up')
      expect(await tell({ kind: 'wrap-up' })).toMatchObject({ ok: true })
      expect(await at.far.reaches()).toBe(false)
      expect(await tell({ kind: 'available' })).toMatchObject({ ok: true })
      expect(await at.far.reaches()).toBe(true)
      expect(await tell({ kind: 'signed-out' })).toMatchObject({ ok: true })
      expect(await at.far.reaches()).toBe(false)
    })

    it('rings through the queue, with its name', async () => {
      await at.signIn()
      await tell({ kind: 'available' })
      const customer = await at.far.ring()
      const { call, party } = await at.desk.fact('call-offered')
      expect(party).toEqual(customer.party)
      await at.answer(call)
      await at.hears('customer')
    })

    it('is told over a new connection as over the first', async () => {
      await at.signIn()
      expect(await tell({ kind: 'available' })).toMatchObject({ ok: true })
      await at.desk.page.evaluate(() => window.dropLink())
      await at.desk.fact('link-back')
      expect(await at.far.reaches()).toBe(true)
      expect(await tell({ kind: 'not-ready', reason: 'lunch' })).toMatchObject({ ok: true })
      expect(await at.far.reaches()).toBe(false)
    })

    it('is not told, and the agent hears of it, when nobody answers', async () => {
      await at.signIn()
      await at.far.wires.stall()
      expect(await tell({ kind: 'available' })).toMatchObject({ problem: { code: 'queue-not-told' } })
    })

    it('does not disturb a call', async () => {
      await at.signIn()
      await tell({ kind: 'available' })
      const customer = await at.far.ring()
      await at.answer(await at.desk.offered())
      expect(await tell({ kind: 'on-interaction' })).toMatchObject({ ok: true })
      expect(await tell({ kind: 'not-ready', reason: 'break' })).toMatchObject({ ok: true })
      await Promise.all([at.hears('customer'), at.reaches(() => customer.heard('agent'))])
      expect(await at.facts()).not.toContain('call-ended')
    })
  },
  { queueDecides: true },
)
