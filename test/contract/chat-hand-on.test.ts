// @vitest-environment node
import { expect, it } from 'vitest'

import type { HandOnTarget } from '../../renderer/domain/chat-people.ts'
import type { AgentDesk } from './chat/agent-desk.ts'
import { onEveryChatServer, type AtTheChats } from './chat/at-the-chats.ts'
import { conditionOf } from './chat/condition.ts'
import { soon } from './telephony/soon.ts'

const note = 'Elle a déjà appelé deux fois; « prudence »'

/** One agent who has a chat with one customer. */
async function withChat(at: AtTheChats, queue = 'passports') {
  const ada = await at.agent('ada')
  const customer = await at.customer()
  await customer.askForHelp(queue, { language: 'en', name: 'Amélie' })
  await customer.write('before')
  const chat = await ada.take()
  return { ada, customer, chat }
}

const rolesOn = (desk: AgentDesk): readonly string[] =>
  (desk.told('participants').at(-1)?.participants ?? [])
    .filter(({ present }) => present)
    .map(({ role }) => role)
    .sort()

onEveryChatServer('handing a chat on', (at) => {
  it('knows who is there and which queues there are', async () => {
    const ada = await at.agent('ada', 2)
    await at.agent('lee', 1)
    await soon('both', async () => {
      const people = await ada.chat.people()
      return people.ok && people.value.colleagues.filter(({ takesChats }) => takesChats).length >= 1
    })
    const people = await ada.chat.people()
    if (!people.ok) throw new Error(people.problem.code)
    expect(people.value.queues).toEqual(expect.arrayContaining(['Passports', 'Prestations']))
    expect(people.value.colleagues.find(({ user }) => user === 'lee')).toEqual({
      ...{ user: 'lee', name: 'Lee', isLead: true, takesChats: true, chats: 0, most: 1 },
    })
  })

  it.each<readonly [string, HandOnTarget, 'ben' | 'lee']>([
    ['another agent', { kind: 'agent', user: 'ben' }, 'ben'],
    ['a queue', { kind: 'queue', queue: 'Prestations' }, 'ben'],
    ['a lead', { kind: 'lead' }, 'lee'],
  ])('gives it to %s with a note that the customer never sees', async (_what, to, user) => {
    const { ada, customer, chat } = await withChat(at)
    const other = await at.agent(user)
    expect(await ada.chat.handOn(chat, to, { note, keep: false })).toEqual({ ok: true, value: undefined })
    const offer = await other.nextOffer()
    expect(offer).toMatchObject({ conversation: chat, reason: 'transfer', from: { name: 'Ada', note } })
    expect(await other.chat.accept(offer.id)).toEqual({ ok: true, value: undefined })
    await other.enter(chat)
    expect(other.texts(chat)).toEqual(['before'])
    await soon('the end on the first desk', () => ada.endOf(chat) === 'transferred')
    expect(ada.told('handed-on')).toEqual([expect.objectContaining({ conversation: chat, outcome: 'taken' })])
    await other.write(chat, 'after')
    await soon('the answer', () => customer.texts.includes('after'))
    expect(JSON.stringify(await customer.archive())).not.toContain('prudence')
  })

  it('tells when nobody takes it, and the first agent goes on', async () => {
    const { ada, customer, chat } = await withChat(at)
    const ben = await at.agent('ben')
    const outcome = await ada.chat.handOn(chat, { kind: 'agent', user: 'ben' }, { note, keep: false })
    expect(outcome.ok).toBe(true)
    const offer = await ben.nextOffer()
    await ben.chat.reject(offer.id)
    await soon('the refusal', () => ada.told('handed-on').length > 0)
    expect(ada.told('handed-on')).toEqual([
      expect.objectContaining({ conversation: chat, outcome: 'refused' }),
    ])
    await ada.write(chat, 'still here')
    await soon('the answer', () => customer.texts.includes('still here'))
  })

  it('cannot give it to somebody who is not there', async () => {
    const { ada, chat } = await withChat(at)
    const outcome = await ada.chat.handOn(chat, { kind: 'agent', user: 'nobody' }, { note, keep: false })
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'chat-not-handed-on' } })
  })

  it('lets two agents talk with one customer, each known by the server and not by a name', async () => {
    const { ada, customer, chat } = await withChat(at)
    const lee = await at.agent('lee')
    expect((await ada.chat.handOn(chat, { kind: 'lead' }, { note, keep: true })).ok).toBe(true)
    const offer = await lee.nextOffer()
    expect(offer.reason).toBe('invited')
    expect((await lee.chat.accept(offer.id)).ok).toBe(true)
    await lee.enter(chat)
    await ada.write(chat, 'from Ada')
    await lee.write(chat, 'from Lee')
    await customer.write('from Amélie')
    const seen = (desk: AgentDesk): readonly string[] =>
      desk
        .heard(chat)
        .flatMap(({ body, from }) => (body.kind === 'text' ? [`${from.role}: ${body.text}`] : []))
    await soon('all of them', () => seen(ada).length >= 4 && seen(lee).length >= 4)
    const said = ['customer: before', 'customer: from Amélie']
    expect(seen(ada)).toEqual([said[0], 'me: from Ada', 'lead: from Lee', said[1]])
    expect(seen(lee)).toEqual([said[0], 'colleague: from Ada', 'me: from Lee', said[1]])
    await soon('three people', () => rolesOn(ada).includes('lead') && rolesOn(ada).includes('customer'))
    expect(ada.endOf(chat)).toBeUndefined()
  })

  it('ends a chat for both', async () => {
    const { ada, customer, chat } = await withChat(at)
    expect(await ada.chat.end(chat)).toEqual({ ok: true, value: undefined })
    await soon('the end', () => ada.endOf(chat) === 'agent-ended' && customer.notices.includes('ended'))
    await customer.write('one more thing').catch(() => undefined)
    await customer.write('and another').catch(() => undefined)
    expect(customer.texts).toEqual(['before'])
    expect(ada.texts(chat)).toEqual(['before'])
  })

  it('tells an agent when the customer goes for good', async () => {
    const { ada, customer, chat } = await withChat(at)
    await customer.close()
    await soon('the end', () => ada.endOf(chat) === 'customer-left')
  })

  it('reports abuse to a lead, and keeps the customer out', async () => {
    const { ada, customer, chat } = await withChat(at)
    const lee = await at.agent('lee')
    expect(await ada.chat.report(chat, { reason: 'Menaces', block: true })).toEqual({
      ok: true,
      value: undefined,
    })
    await soon('the end', () => ada.endOf(chat) === 'blocked')
    expect(await conditionOf(customer.joinQueue('passports'))).toBe('forbidden')
    expect(lee.told('chat-offered')).toEqual([])
  })
})
