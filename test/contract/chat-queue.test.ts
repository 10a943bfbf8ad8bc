// @vitest-environment node
import { xml } from '@xmpp/client'
import { expect, it } from 'vitest'

import type { ChatQueueNow } from '../../renderer/domain/chat-people.ts'
import { ns } from '../servers/xmpp/namespaces.ts'
import { onEveryChatServer } from './chat/at-the-chats.ts'
import { conditionOf } from './chat/condition.ts'
import { soon } from './telephony/soon.ts'

onEveryChatServer('the chat queue', (at) => {
  it('tells a customer their place, and goes on to the next when one leaves', async () => {
    const first = await at.customer('One')
    const second = await at.customer('Two')
    await first.joinQueue('passports', { language: 'en' })
    await second.joinQueue('passports', { language: 'en' })
    await soon('their places', () => first.positions.at(-1) === 1 && second.positions.at(-1) === 2)
    await first.leaveQueue()
    await soon('the next place', () => second.positions.at(-1) === 1)
    await second.leaveQueue()
  })

  it('says why somebody cannot join', async () => {
    const customer = await at.customer()
    expect(await conditionOf(customer.joinQueue('no-such-queue'))).toBe('item-not-found')
    expect(await conditionOf(customer.joinQueue('closed'))).toBe('not-acceptable')
    await customer.joinQueue('small', { language: 'en' })
    expect(await conditionOf(customer.joinQueue('small'))).toBe('conflict')
    const other = await at.customer('Other')
    expect(await conditionOf(other.joinQueue('small'))).toBe('resource-constraint')
    await customer.leaveQueue()
  })

  it('offers a chat to the next when one does not want it or does not answer', async () => {
    const ada = await at.agent('ada')
    const ben = await at.agent('ben')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    await soon('an offer', () => ada.told('chat-offered').length + ben.told('chat-offered').length === 1)
    const [one, other] = ada.told('chat-offered').length === 1 ? [ada, ben] : [ben, ada]
    const passed = await one.nextOffer()
    const offer = await other.nextOffer()
    await soon('it taken back', () => one.told('offer-revoked').length > 0)
    expect(one.told('offer-revoked')).toEqual([{ kind: 'offer-revoked', offer: passed.id, why: 'timeout' }])
    expect(await one.chat.accept(passed.id)).toMatchObject({ ok: false, problem: { code: 'chat-gone' } })
    await other.chat.reject(offer.id)
    expect(offer.conversation).toBe(passed.conversation)
    await one.take()
  })

  it('takes an offer back when the customer goes', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.joinQueue('passports', { language: 'en' })
    const offer = await ada.nextOffer()
    await customer.leaveQueue()
    await soon('it taken back', () => ada.told('offer-revoked').length > 0)
    expect(ada.told('offer-revoked')).toEqual([
      { kind: 'offer-revoked', offer: offer.id, why: 'customer-left' },
    ])
  })

  it('asks who speaks the language, and gives nobody more than they take', async () => {
    const ben = await at.agent('ben')
    const ada = await at.agent('ada', 1)
    const french = await at.customer('Amélie')
    await french.joinQueue('passports', { language: 'fr' })
    await ada.take()
    const more = await at.customer('Zoé')
    await more.joinQueue('passports', { language: 'fr' })
    await soon('a place', () => more.positions.at(-1) === 1)
    expect([ada.told('chat-offered').length, ben.told('chat-offered').length]).toEqual([1, 0])
    ada.takes(2)
    await ada.take()
  })

  it('tells how many wait', async () => {
    const ada = await at.agent('ada', 0)
    const customer = await at.customer()
    await customer.joinQueue('benefits', { language: 'en' })
    const line = (): ChatQueueNow | undefined =>
      ada
        .told('queues-told')
        .at(-1)
        ?.queues.find(({ queue }) => queue === 'Prestations')
    await soon('one who waits', () => line()?.waiting === 1)
    expect(line()).toMatchObject({ isOpen: true, oldestAskedAt: expect.any(Number) as number })
    await customer.leaveQueue()
  })

  it('brings a customer back to the agent who had them', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    const chat = await ada.take()
    const ben = await at.agent('ben')
    await ada.chat.end(chat)
    await soon('the end', () => ada.endOf(chat) !== undefined)
    const again = await at.customer()
    await again.joinQueue('passports', { language: 'en', returning: chat })
    expect(await ada.nextOffer()).toMatchObject({ reason: 'returning' })
    expect(ben.told('chat-offered')).toEqual([])
    await again.leaveQueue()
  })

  it('lets a customer whose link broke go on in the same room', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    const chat = await ada.take()
    await customer.write('before')
    customer.cut()
    await soon('the customer gone', () =>
      (ada.told('participants').at(-1)?.participants ?? []).every(
        ({ role, present }) => role !== 'customer' || !present,
      ),
    )
    const again = await at.customer()
    await again.askForHelp('passports', { language: 'en', returning: chat })
    expect(again.conversation).toBe(chat)
    expect(
      (await again.archive()).filter(({ notice }) => notice === undefined).map(({ text }) => text),
    ).toEqual(['before'])
    await again.write('after')
    await soon('both', () => ada.texts(chat).length === 2)
    expect(ada.heard(chat).filter(({ body }) => body.kind === 'text')).toEqual(
      ['before', 'after'].map((text): unknown =>
        expect.objectContaining({
          body: { kind: 'text', text },
          from: expect.objectContaining({ role: 'customer' }) as unknown,
        }),
      ),
    )
  })

  it('hands over what a bot has found out', async () => {
    const bot = await at.bot()
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('assisted', { language: 'fr' })
    await bot.isIn(customer.room ?? '')
    await bot.write(customer.room ?? '', 'Bonjour, quel est le numéro?')
    await soon('the bot', () => customer.texts.length === 1)
    await customer.write('PT-20-4471')
    const handOver = {
      ...{ version: 1, bot: 'Passport assistant', language: 'fr', reason: 'Le passeport n’est pas arrivé.' },
      facts: [{ name: 'file-number', label: 'Numéro de dossier', value: 'PT-20-4471' }],
      steps: [{ what: 'Recherche du dossier', outcome: 'did-not-work' }],
      promised: [{ what: 'Une réponse aujourd’hui', dueAt: 1_795_478_400_000 }],
      consent: [{ what: 'Lire le dossier', given: true, at: 1_795_450_000_000 }],
    }
    expect(await conditionOf(bot.handOver(customer.room ?? '', '{"version":2}'))).toBe('bad-request')
    expect(ada.told('chat-offered')).toEqual([])
    await bot.handOver(customer.room ?? '', JSON.stringify(handOver))
    const offer = await ada.nextOffer()
    expect(offer.handOver).toEqual(handOver)
    expect((await ada.chat.accept(offer.id)).ok).toBe(true)
    await ada.enter(offer.conversation)
    expect(
      ada
        .heard(offer.conversation)
        .flatMap(({ body, from }) => (body.kind === 'text' ? [`${from.role}: ${body.text}`] : [])),
    ).toEqual(['bot: Bonjour, quel est le numéro?', 'customer: PT-20-4471'])
  })

  it('believes no hand-over of anybody else', async () => {
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    const claim = xml('hand-over', { xmlns: ns.handOver, room: customer.room }, '{"version":1}')
    const asked = customer.ask(xml('iq', { type: 'set', to: at.centre.queues }, claim))
    expect(await conditionOf(asked)).toBe('forbidden')
    const end = xml('end', { xmlns: ns.queue, room: customer.room })
    expect(await conditionOf(customer.ask(xml('iq', { type: 'set', to: at.centre.queues }, end)))).toBe(
      'forbidden',
    )
    await customer.leaveQueue()
  })
})
