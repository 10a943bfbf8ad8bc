import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openCaseOffice } from './case-office.ts'
import type { CaseOffice } from './case-office.ts'
import { caseWork } from './case-work.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'
import type { DeskWindow } from './desk-window.ts'
import { dayInWords, guideWork } from './guide-work.ts'
import { openPackSite } from './pack-site.ts'
import type { PackSite } from './pack-site.ts'

/** A guide from its suggestion to its end in the whole window, with nothing to be reached but the customer. */

let site: PackSite
let office: CaseOffice
let desk: DeskWindow

beforeEach(async () => {
  site = await openPackSite()
  office = await openCaseOffice(7, site.knowledge)
  const means = { switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' }, settings: office.settings }
  desk = await openDeskWindow({ language: 'en', ...means })
})
afterEach(async () => {
  await desk.close()
  await office.close()
  await site.close()
})

const subject = 'Renewal of six weeks ago'
const wanted = 'Her renewal is in express service now.'

describe('a guide', () => {
  it('leads through a call with everything else gone, over a reload, and its answers are in the case', async () => {
    const { page, say } = desk
    const work = caseWork(desk)
    const guide = guideWork(desk)
    await work.signIn(office.telephone)
    await work.signInToCases(office.caseAccount)
    await work.button(say('agent.go-available')).click()
    await page.getByRole('heading', { name: say('idle.available.heading') }).waitFor()
    await office.wire.drop()
    await site.close()

    office.placeCall('ellis')
    await guide.answerCall()
    await page.keyboard.type('Sent my renewal in six weeks ago.')
    // What was said puts it first, a moment after the last key.
    const suggested = page.getByRole('button', { name: /^Begin: / }).first()
    await suggested.and(page.getByRole('button', { name: 'Begin: Renew a passport' })).waitFor()
    await desk.accessibleScreenshot('g1-suggested')
    await page.getByRole('button', { name: say('contact.name.save') }).press('Enter')
    await guide.toGuide()
    await guide.goOn('Do you have a trip coming')
    await guide.readArticle('express service', 'Express service')
    await desk.accessibleScreenshot('g2-article')
    await guide.toGuide()
    await guide.typeDay('travel_date', 8)
    await guide.choose('already_sent', 0)
    await guide.goOn('Is it about your own passport')

    await page.reload()
    await work.signIn(office.telephone)
    await work.button(say('agent.go-available')).click()
    await page.getByRole('heading', { name: say('idle.available.heading') }).waitFor()
    office.placeCall('ellis')
    await guide.answerCall()
    const again = page.getByRole('button', { name: say('guide.unfinished', { guide: 'Renew a passport' }) })
    await again.getByText('What it is about').waitFor()
    await desk.accessibleScreenshot('g3-reloaded')
    await guide.toGuide()
    await guide.goOn('Is it about your own passport')
    await guide.choose('check_for', 0)
    await guide.choose('for_whom', 0)
    await guide.goOn('What is the full name on the file')
    await guide.type('full_name', 'Margaret Ellis')
    await guide.typeDay('birth_date', -15_000)
    await guide.goOn('Now I need two more things')
    await guide.type('file_number', '441 209')
    await guide.goOn('Thank you. One moment')
    await guide.choose('identity', 0)
    await guide.goOn('Thank you, that is all I needed')
    await page.locator('.guide-pane').getByRole('radio', { name: 'Français' }).press('Space')
    await guide.step('Merci, c’est tout ce qu’il me fallait').waitFor()
    await guide.toGuide()
    await guide.goOn('Quel jour l’avez-vous envoyée')
    await guide.typeDay('sent_on', -42)
    await guide.choose('file_status', 1)
    await guide.goOn('Votre dossier est à l’examen')
    await guide.choose('wants_express', 0)
    await desk.accessibleScreenshot('g4-consent')
    await guide.goOn('À partir d’ici, rien n’est enregistré')
    await desk.accessibleScreenshot('g5-private')
    const note = page.getByRole('textbox', { name: say('note.label') })
    await note.focus()
    await page.keyboard.type('4111 1111 1111 1111')
    await guide.toGuide()
    await guide.goOn('Merci, c’est tout. L’enregistrement reprend')
    expect(await note.inputValue()).toBe('')
    await guide.choose('payment_result', 0)
    await guide.goOn('L’état de votre dossier est')
    await guide.goOn('Puis-je faire autre chose pour vous?')
    await page.keyboard.press('Enter')
    await page.getByText(say('guide.announce.over')).waitFor()

    // What waited for a case goes into the one that is begun, on this computer alone, and says where it came from.
    await page.getByRole('tab', { name: say('story.heading') }).press('ArrowRight')
    await work.fillNewCase(subject, wanted)
    await work.button(say('new-case.go')).press('Enter')
    const own = page.locator('.in-hand-case', { hasText: subject })
    await own.getByRole('button', { name: say('in-hand.open') }).press('Enter')
    const filled = page.locator('.case-field', { hasText: say('guide.filled') })
    await expect.poll(() => filled.count()).toBe(2)
    await desk.accessibleScreenshot('g6-case')
    const field = (name: string) => filled.filter({ hasText: name })
    expect(await field('Channel').locator('select').inputValue()).toBe('call')
    await field('Travel date').getByText(dayInWords(8)).first().waitFor()
    expect(desk.complaints).toEqual([])

    await office.wire.heal()
    await work.state.click()
    await work.button(say('sync.try-now')).click()
    await work.state.getByText(say('sync.up'), { exact: true }).waitFor()
    expect(office.told(wanted)).toMatchObject({ begun: 1 })
    expect(office.told('4111')).toEqual({ notes: 0, replies: 0, mails: 0, begun: 0, set: 0 })
  })
})
