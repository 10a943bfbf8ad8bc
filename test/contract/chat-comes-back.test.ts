// @vitest-environment node
import { setTimeout as delay } from 'node:timers/promises'

import { expect, it } from 'vitest'

import type { AgentDesk } from './chat/agent-desk.ts'
import { onEveryChatServer, type AtTheChats } from './chat/at-the-chats.ts'
import { passwordOf, patron } from './chat/chat-centre.ts'
import { soon } from './telephony/soon.ts'

/** Milliseconds of an outage that is over before anybody gives up. */
const short = 300

/** One agent who has a chat with a customer, who has an account and so is known again after any outage. */
async function withChat(at: AtTheChats) {
  const ada = await at.agent('ada')
  const account = { domain: at.centre.domain, user: patron, password: passwordOf(patron) }
  const customer = await at.customer('Amélie', account)
  await customer.askForHelp('passports', { language: 'en' })
  const chat = await ada.take()
  await customer.write('one')
  await soon('the first message', () => ada.texts(chat).length === 1)
  return { ada, customer, chat }
}

const isBack = (desk: AgentDesk): boolean => desk.told('link-back').length > 0

onEveryChatServer('a chat that is interrupted', (at) => {
  it('goes on when the agent is back in time, with all that was said meanwhile', async () => {
    const { ada, customer, chat } = await withChat(at)
    const before = ada.caughtUp(chat)
    await at.wire.drop()
    await soon('the loss', () => ada.told('link-lost').length > 0)
    expect(ada.chat.send(chat, 'too-early' as never, { kind: 'text', text: 'too early' })).toBe(false)
    await customer.write('two')
    await delay(short)
    await at.wire.heal()
    await soon('the chat again', () => isBack(ada) && ada.caughtUp(chat) > before)
    await ada.write(chat, 'three')
    await customer.write('four')
    await soon('all of it', () => ada.texts(chat).length === 4)
    expect(ada.texts(chat)).toEqual(['one', 'two', 'three', 'four'])
    expect(ada.endOf(chat)).toBeUndefined()
    await soon('all of it', () => customer.texts.length === 4)
  })

  it('goes to the next agent with its story when the first one does not come back', async () => {
    const { ada, customer, chat } = await withChat(at)
    const ben = await at.agent('ben')
    ada.crash()
    await soon('the news', () => customer.notices.includes('agent-away'))
    expect(await ben.nextOffer()).toMatchObject({ conversation: chat, reason: 'agent-away' })
    await ben.chat.accept(ben.told('chat-offered')[0]?.offer.id ?? ('' as never))
    await ben.enter(chat)
    expect(ben.texts(chat)).toEqual(['one'])
    const again = await at.agent('ada')
    await soon('that it is gone', () => again.endOf(chat) === 'taken-over')
    expect(again.told('own-conversations')[0]?.conversations).toEqual([])
  })

  it('is there again on a desk that was started anew', async () => {
    const { ada, customer, chat } = await withChat(at)
    const readTo = ada.heard(chat).findLast(({ archived }) => archived !== undefined)?.archived
    ada.crash()
    await customer.write('two')
    const again = await at.agent('ada')
    expect(again.told('own-conversations')[0]?.conversations).toMatchObject([
      { id: chat, queue: 'Passports' },
    ])
    await again.enter(chat, readTo)
    expect(again.texts(chat)).toEqual(['two'])
    await again.write(chat, 'three')
    await soon('the answer', () => customer.texts.includes('three'))
  })

  it('survives the queue, which knows everything again when it is back', async () => {
    const { ada, customer, chat } = await withChat(at)
    await at.centre.killQueue()
    await customer.write('two')
    await ada.write(chat, 'three')
    expect(await ada.chat.end(chat)).toMatchObject({ ok: false, problem: { code: 'chat-not-ended' } })
    ada.takes(2)
    await soon('that it is gone', () => ada.told('queue-gone').length > 0)
    await at.centre.startQueue()
    await soon('that it is back', () => ada.told('queue-back').length > 0)
    await soon('what is theirs', () => ada.told('own-conversations').length > 1)
    expect(ada.told('own-conversations').at(-1)?.conversations).toMatchObject([{ id: chat }])
    const other = await at.customer('Zoé')
    await other.askForHelp('passports', { language: 'en' })
    await ada.take()
    expect(await ada.chat.end(chat)).toEqual({ ok: true, value: undefined })
    await soon('the end', () => customer.notices.includes('ended'))
  })

  it('survives the death of the server', async () => {
    const { ada, customer, chat } = await withChat(at)
    await ada.write(chat, 'two')
    const before = ada.caughtUp(chat)
    await at.centre.kill()
    await soon('the loss', () => ada.told('link-lost').length > 0)
    await at.centre.start()
    await customer.connect()
    await customer.isThere()
    await customer.enter()
    await customer.write('three')
    await soon('the chat again', () => isBack(ada) && ada.caughtUp(chat) > before)
    await soon('what was said', () => ada.texts(chat).length === 3)
    await ada.write(chat, 'four')
    expect(ada.texts(chat)).toEqual(['one', 'two', 'three', 'four'])
    const kept = (await customer.archive()).filter(({ notice }) => notice === undefined)
    expect(kept.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four'])
    await soon('the queue again', async () => (await ada.chat.end(chat)).ok)
    await soon('the end', () => ada.endOf(chat) === 'agent-ended')
  })

  it('ends when its room is destroyed', async () => {
    const { ada, customer, chat } = await withChat(at)
    await at.centre.destroyRoom(customer.room ?? '')
    await soon('the end', () => ada.endOf(chat) === 'room-gone')
    expect(ada.chat.send(chat, 'too-late' as never, { kind: 'text', text: 'too late' })).toBe(false)
  })

  it('asks the agent to sign in again when the password was changed in mid-shift', async () => {
    const { ada, customer, chat } = await withChat(at)
    await at.centre.setPassword('ada', 'changed')
    await customer.write('two')
    await soon('that it goes on', () => ada.texts(chat).length === 2)
    await at.wire.drop()
    await at.wire.heal()
    await soon('the refusal', () => ada.told('signed-out-by-server').length > 0)
    const account = at.account('ada', { password: 'changed' })
    expect(await ada.chat.signIn(account)).toEqual({ ok: true, value: undefined })
    await at.centre.setPassword('ada', passwordOf('ada'))
  })
})
