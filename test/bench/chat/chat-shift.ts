import type { ChatPage } from './open-chat-page.ts'
import { openChatPage } from './open-chat-page.ts'
import { openChatOffice, queue } from './chat-office.ts'
import type { ChatOffice } from './chat-office.ts'
import type { BenchCustomer } from './bench-customer.ts'

/** An agent at the desk who takes chats. */
export interface ChatShift extends ChatPage {
  readonly office: ChatOffice
  /** Somebody comes and is served. */
  serve(name: string): Promise<BenchCustomer>
  /** Types into the conversation that is shown and presses Enter; resolves to when that key was pressed. */
  readonly say: (text: string) => Promise<number>
}

/** Signs in and becomes available. */
export async function beginChatShift(most: number): Promise<ChatShift> {
  const office = await openChatOffice(most)
  const opened = await openChatPage(office.settings).catch(async (error: unknown) => {
    await office.stop()
    throw error
  })
  const { page, desk } = opened
  const stop = async (): Promise<void> => {
    await opened.stop()
    await office.stop()
  }
  try {
    await page.getByLabel(desk.say('signin.user')).fill(office.account.user)
    await page.getByLabel(desk.say('signin.password')).fill(office.account.password)
    await page.getByRole('button', { name: desk.say('signin.go'), exact: true }).click()
    await page.getByRole('button', { name: desk.say('agent.go-available') }).click()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ...{ ...opened, office, stop },
    async serve(name) {
      const customer = await office.customer(name)
      await customer.join(queue, name)
      const accept = page.getByRole('button', { name: desk.say('chat.offer.accept') })
      await accept.waitFor()
      await page.keyboard.press('F2')
      await accept.waitFor({ state: 'detached' })
      await customer.enter()
      return customer
    },
    async say(text) {
      await page.locator('.composer textarea').focus()
      await page.keyboard.type(text)
      await page.evaluate(() => window.chatBench.awaitKey('Enter'))
      await page.keyboard.press('Enter')
      return page.evaluate(() => window.chatBench.pressedAt())
    },
  }
}
