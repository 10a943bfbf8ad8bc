// @vitest-environment node
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { CustomerChat } from '../../renderer/customer/chat/customer-chat.ts'
import { onEveryChatServer, type AtTheChats } from './chat/at-the-chats.ts'
import { soon } from './telephony/soon.ts'

/** Milliseconds of an outage that is over before anybody gives up. */
const short = 300

const texts = (chat: CustomerChat): readonly string[] =>
  chat.state.lines.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))

/** A customer at the page, by the link that is broken, and the agent who answers. */
async function withPage(at: AtTheChats) {
  const ada = await at.agent('ada')
  const { customers, queues, files } = at.centre
  const page = new CustomerChat({
    settings: { servers: ada.account.servers, customers, files },
    ...{ keep: () => undefined, now: Date.now, newId: randomUUID, random: Math.random },
  })
  await page.ask({ queue: `passports@${queues}`, language: 'en', question: 'zero' }, 'Amélie')
  const chat = await ada.take()
  page.write('one')
  await soon('the first message', () => ada.texts(chat).length === 1)
  await ada.write(chat, 'two')
  await soon('the answer', () => texts(page).length === 3)
  return { ada, page, chat }
}

/** What was written in any order of the two sides, as each of them has it. */
const both = async ({ ada, page, chat }: Awaited<ReturnType<typeof withPage>>) => {
  await soon('the customer’s last', () => ada.texts(chat).includes('five'))
  await ada.write(chat, 'six')
  await soon('the agent’s last', () => texts(page).includes('six'))
  expect(ada.texts(chat)).toEqual(['one', 'two', 'three', 'four', 'five', 'six'])
  expect(texts(page)).toEqual(['zero', 'one', 'two', 'three', 'four', 'five', 'six'])
  await page.leave()
}

onEveryChatServer('the customer’s page', (at) => {
  it('comes back after its link broke, with nothing lost and nothing twice', async () => {
    const seat = await withPage(at)
    seat.page.write('three')
    await at.wire.drop()
    seat.page.write('four')
    await soon('the break', () => !seat.page.state.isLinked)
    await delay(short)
    await at.wire.heal()
    seat.page.write('five')
    await both(seat)
  })

  it('comes back after the server was killed', async () => {
    const seat = await withPage(at)
    await at.centre.kill()
    for (const text of ['three', 'four', 'five']) seat.page.write(text)
    await at.centre.start()
    await both(seat)
  })

  it('hears why it is not let in', async () => {
    const { customers, queues } = at.centre
    const page = new CustomerChat({
      settings: { servers: [at.account('ada').servers[0] ?? ''], customers, files: undefined },
      ...{ keep: () => undefined, now: Date.now, newId: randomUUID, random: Math.random },
    })
    await page.ask({ queue: `closed@${queues}`, language: 'fr' }, 'Amélie')
    await soon('an answer', () => page.state.refusal !== undefined)
    expect(page.state.refusal).toEqual({ kind: 'closed', text: 'Le clavardage est fermé.' })
  })
})
