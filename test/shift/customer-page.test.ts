import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findBrowser } from '../../build/browser.ts'
import { out, root } from '../../build/bundles.ts'
import { openFromOrder } from '../../electron/centre/practice/run-centre.ts'
import type { PracticeCentre } from '../../electron/centre/practice/practice-centre.ts'
import type { Language } from '../../renderer/domain/language.ts'
import { sayToCustomer } from '../../renderer/words/customer.ts'
import { AgentDesk } from '../contract/chat/agent-desk.ts'
import { axeViolations } from './accessibility.ts'

const screenshots = join(out, 'screenshots')
const order = { port: 0, origin: 'app://bundle', seed: 7, pauseSeconds: [3600, 3600] }

/** The built page in a real browser, served by the practice centre; an agent's desk without its window. */
describe('a customer who chats', () => {
  let centre: PracticeCentre
  let browser: Browser
  let desk: AgentDesk
  const complaints: string[] = []

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    const opened = await openFromOrder(order, join(root, 'electron', 'centre'))
    if (!opened.centre) throw new Error('no practice centre')
    centre = opened.centre
    const { chat, accounts } = centre.address
    const [account] = accounts
    if (!account) throw new Error('no agent')
    desk = new AgentDesk({
      ...{ servers: [chat.server], domain: chat.domain, queues: chat.queuesDomain },
      ...{ user: account.user, password: account.password, name: account.user, resource: 'desk' },
    })
    await desk.signIn()
    desk.takes()
    const executablePath = findBrowser()
    if (!executablePath) throw new Error('No browser: npm test installs chromium where it may.')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    await desk.leave()
    await centre.close()
  })

  async function open(language: Language, how: Parameters<Browser['newPage']>[0]): Promise<Page> {
    const page = await browser.newPage(how)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${centre.address.chat.page}?lang=${language}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  const look = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: join(screenshots, `${name}.png`) })
    expect(await axeViolations(page), name).toEqual([])
  }

  it.each([
    ['fr', 'Une personne, s’il vous plaît', { colorScheme: 'light', viewport: { width: 900, height: 900 } }],
    ['en', 'A person please', { colorScheme: 'dark', viewport: { width: 320, height: 256 } }],
  ] as const)('asks, waits, is answered, loses the link and comes back: %s', async (language, plea, how) => {
    const say = sayToCustomer(language)
    const page = await open(language, how)
    await look(page, `customer-form.${language}`)
    await page.getByLabel(say('form.question')).fill('<img src=x onerror=alert(1)>')
    await page.getByLabel(say('form.name')).fill('Zoé')
    await page.keyboard.press('Enter')
    const log = page.getByRole('log')
    const message = page.getByLabel(say('write.label'))
    // The program that is asked first hears only what is written after it has greeted.
    await log.locator('.theirs').first().waitFor()
    await message.fill(plea)
    await page.keyboard.press('Enter')
    const conversation = await desk.take()
    await desk.write(conversation, '<b>Bonjour</b>')
    await log.getByText('<b>Bonjour</b>').waitFor()
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'note.txt', mimeType: 'text/plain' },
      buffer: Buffer.from('four words of text'),
    })
    await log.getByText('note.txt').first().waitFor()
    await log.getByRole('button').click()
    await log.getByRole('link').waitFor()

    centre.chat.dropSockets()
    await message.fill('encore')
    await page.keyboard.press('Enter')
    await expect.poll(() => desk.texts(conversation).at(-1), { timeout: 10_000 }).toBe('encore')
    await page.reload()
    await log.getByText('encore').waitFor()
    await look(page, `customer-chat.${language}`)

    await page.getByRole('button', { name: say('leave.ask') }).click()
    await look(page, `customer-leave.${language}`)
    await page.getByRole('button', { name: say('leave.yes') }).click()
    await page.getByText(say('over.left')).waitFor()
    await expect.poll(() => desk.endOf(conversation)).toBe('customer-left')
    expect(await page.locator('img').count()).toBe(0)
    await page.close()
    expect(complaints.filter((line) => !line.includes('WebSocket connection'))).toEqual([])
  })
})
