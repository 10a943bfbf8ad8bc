import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { languages } from '../../renderer/domain/language.ts'
import type { Language } from '../../renderer/domain/language.ts'
import type { ChatCustomer } from '../servers/xmpp/customer.ts'
import { openChatOffice } from './chat-office.ts'
import type { ChatOffice } from './chat-office.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'
import type { DeskWindow } from './desk-window.ts'

/** A call and four chats in the whole window, by keyboard, with the link to the chats gone in the middle. */

let office: ChatOffice
const open: DeskWindow[] = []

beforeEach(async () => {
  office = await openChatOffice(5)
})
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
  await office.close()
})

async function openDesk(language: Language): Promise<DeskWindow> {
  const desk = await openDeskWindow({
    ...{ language, switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' } },
    settings: office.settings,
  })
  open.push(desk)
  return desk
}

const nicks = ['Hélène', 'Daniel', 'Ruth', 'Sami'] as const

/** What an agent does with chats, by the names that the screen gives. */
function chatWork({ page, say }: DeskWindow) {
  const composer = page.locator('#chat-composer')
  const log = page.getByRole('log')
  return {
    ...{ composer, log },
    async signIn({ user, password }: ChatOffice['agent']) {
      await page.getByLabel(say('signin.user')).fill(user)
      await page.getByLabel(say('signin.password')).fill(password)
      await page.getByRole('button', { name: say('signin.go'), exact: true }).click()
      await page.getByRole('button', { name: say('agent.go-available') }).click()
      await page.getByRole('heading', { name: say('idle.available.heading') }).waitFor()
    },
    async takeChat(name: string) {
      await page.getByRole('heading', { name: say('chat.offer.heading', { name }) }).waitFor()
      await page.keyboard.press('F2')
      await page.locator('.rail-item.chat').filter({ hasText: name }).waitFor()
    },
    /** The number that the chat has for its key, and the way there. */
    async goTo(number: number, name: string) {
      await page.keyboard.press(`Control+${String(number)}`)
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      await expect.poll(() => composer.evaluate((field) => field === document.activeElement)).toBe(true)
    },
    async send(text: string) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await log.getByText(text).waitFor()
    },
  }
}

describe.each(languages)('an agent’s chats in %s', (language) => {
  it('go on beside a call, through an outage, and reach each customer once and in order', async () => {
    const desk = await openDesk(language)
    const { page, say } = desk
    const work = chatWork(desk)
    await work.signIn(office.agent)
    office.centre.placeCall('tremblay')
    await page.getByRole('button', { name: say('offer.answer') }).waitFor()
    await page.keyboard.press('F2')
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()

    const customers: ChatCustomer[] = []
    for (const nick of nicks) {
      const customer = await office.customer(nick, {
        language: 'fr',
        question: `Où en est mon dossier? ${nick}`,
      })
      customers.push(customer)
      if (nick === 'Daniel') {
        await page.getByRole('heading', { name: say('chat.offer.heading', { name: nick }) }).waitFor()
        await desk.accessibleScreenshot('ch1-offer-in-call')
      }
      await work.takeChat(nick)
      await customer.enter()
    }
    const [helene, daniel] = customers
    if (!helene || !daniel) throw new Error('nobody came')

    await work.goTo(1, 'Hélène')
    await page.keyboard.type('/hel')
    await page.getByRole('option').first().waitFor()
    await desk.accessibleScreenshot('ch2-replies')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => helene.texts.join()).toMatch(/^Bonjour Hélène/)
    await daniel.write('<b>Are you there?</b> https://b\u0430nk.ca')
    await page.locator('.rail-item.chat .count').first().waitFor()
    await page.keyboard.press('Shift+F1')
    await work.goTo(2, 'Daniel')
    await page.getByText(say('link.leads-to', { host: 'xn--bnk-6cd.ca' })).waitFor()
    await desk.accessibleScreenshot('ch3-chat')

    await office.wire.drop()
    await page.getByText(say('composer.offline')).waitFor({ timeout: 15_000 })
    await work.send('Yes: one.')
    await work.send('And two.')
    await expect.poll(() => work.log.getByText(say('message.waiting')).count()).toBe(2)
    await page.locator('.case-link').click()
    await desk.accessibleScreenshot('ch4-offline')
    await page.keyboard.press('Escape')
    await office.wire.heal()
    await expect.poll(() => daniel.texts.slice(1), { timeout: 30_000 }).toEqual(['Yes: one.', 'And two.'])

    await page.setViewportSize({ width: 700, height: 430 })
    await work.goTo(2, 'Daniel')
    await desk.accessibleScreenshot('ch5-small')
    await page.setViewportSize({ width: 1366, height: 768 })
    // The field is in sight without scrolling.
    expect(await work.composer.evaluate((field) => field.getBoundingClientRect().bottom <= innerHeight)).toBe(
      true,
    )
    await page.keyboard.type('/end')
    await page.keyboard.press('Enter')
    await page.getByText(say('chat.state.ended')).waitFor()
    await desk.accessibleScreenshot('ch6-ended')
    await page.getByRole('radio', { name: say('disposition.resolved') }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: say('wrapup.close') }).press('Enter')
    await page.keyboard.press('Control+Shift+K')
    await page.keyboard.type('one')
    await page.getByText(say('chat.search.found', { count: 1 })).waitFor()
    await page.getByRole('button', { name: /^Daniel/ }).press('Enter')
    await page.getByRole('region', { name: say('transcript.label', { name: 'Daniel' }) }).waitFor()
    await desk.accessibleScreenshot('ch7-all-chats')
    expect(desk.complaints.filter((text) => !/WebSocket|ERR_CONNECTION/.test(text))).toEqual([])
  })
})
