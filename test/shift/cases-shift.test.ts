import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { languages } from '../../renderer/domain/language.ts'
import { openCaseOffice } from './case-office.ts'
import type { CaseOffice } from './case-office.ts'
import { caseWork } from './case-work.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'
import type { DeskWindow } from './desk-window.ts'

/** Cases in the whole window: with a link, without one, and after the window has been closed on what was not sent. */

let office: CaseOffice
const open: DeskWindow[] = []

beforeEach(async () => {
  office = await openCaseOffice(7)
})
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
  await office.close()
})

async function openDesk(setup: Partial<Parameters<typeof openDeskWindow>[0]>): Promise<DeskWindow> {
  const desk = await openDeskWindow({
    ...{ language: 'en', switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' }, ...setup },
    settings: office.settings,
  })
  open.push(desk)
  return desk
}

/** As it is when the text is twice as large. */
const small = { width: 700, height: 430 }
const large = { width: 1360, height: 860 }

const once = { notes: 0, replies: 0, mails: 0, begun: 0, set: 0 }

describe.each(languages)('an agent’s cases in %s', (language) => {
  it('take what is written, with or without a link, over a restart, and send all of it once', async () => {
    const first = await openDesk({ language })
    const { page, say } = first
    const work = caseWork(first)
    await work.signIn(office.telephone)
    await work.signInToCases(office.caseAccount)
    await work.showCases()
    const subject = 'Pension and benefit at the same time?'
    await page.getByRole('row', { name: subject }).waitFor()
    await first.accessibleScreenshot('c1-cases')
    await work.open(subject)
    await page.getByText('Forwarded the question to the specialists.').waitFor()
    await first.accessibleScreenshot('c2-case')

    await work.change(say('case.field.subject'), 'Pension : rien ne s’arrête')
    await work.note('Asks for Monday.')
    await work.reply('Dear Ms Ellis, nothing stops in June.')
    await work.promiseCallBack('Ask whether it has come.', '+16135550117')
    await work.beginCase('A passport for the twins', 'Born in May, both of them.')
    await work.state.getByText(say('sync.up'), { exact: true }).waitFor()
    expect(office.told('Pension : rien ne s’arrête')).toEqual({ ...once, set: 1 })
    expect(office.told('Asks for Monday.')).toEqual({ ...once, notes: 1 })
    expect(office.told('Dear Ms Ellis, nothing stops in June.')).toEqual({ ...once, replies: 1, mails: 1 })
    expect(office.told('Ask whether it has come.')).toEqual({ ...once, notes: 1 })
    expect(office.told('Born in May, both of them.')).toEqual({ ...once, begun: 1 })

    // Nothing answers there any more, and the work goes on.
    await office.wire.drop()
    await work.note('Wants both by mail.')
    await work.state.getByText(say('sync.down')).waitFor()
    await work.reply('Dear parents, please send form 12.')
    await work.change(say('case.field.subject'), 'Passports for the twins')
    await work.beginCase('Lost at the airport', 'Is at gate 4.')
    await work.note('Called the embassy.')
    await work.state.getByText(say('sync.waiting', { count: 5 })).waitFor()
    await page.getByText(say('cases.offline')).waitFor()
    await first.accessibleScreenshot('c3-offline')
    await work.state.click()
    await page.getByText(say('sync.saved', { count: 5 })).waitFor()
    await first.accessibleScreenshot('c4-waiting')
    await page.setViewportSize(small)
    await first.accessibleScreenshot('c4-waiting-small')
    await work.button(say('sync.close')).click()
    await first.accessibleScreenshot('c3-offline-small')
    await work.button(say('cases.back')).click()
    await first.accessibleScreenshot('c1-cases-small')
    await page.setViewportSize(large)
    await work.list('unsent')
    await work.open('Lost at the airport')
    await work.field(say('compose.note')).fill('Half a sentence, and then')
    await page.waitForTimeout(500)
    expect(first.complaints).toEqual([])
    await first.close({ keep: true })

    const second = await openDesk({ language, userData: first.userData })
    const again = caseWork(second)
    await again.signIn(office.telephone)
    await again.state.getByText(say('sync.waiting', { count: 5 })).waitFor()
    await again.showCases()
    await again.list('unsent')
    await again.open('Passports for the twins')
    for (const text of ['Wants both by mail.', 'Dear parents, please send form 12.'])
      await second.page.locator('.case-moments').getByText(text).waitFor()
    await again.open('Lost at the airport')
    await second.page.locator('.case-moments').getByText('Called the embassy.').waitFor()
    expect(await again.field(say('compose.note')).inputValue()).toBe('Half a sentence, and then')

    await office.wire.heal()
    await again.state.click()
    await again.button(say('sync.try-now')).click()
    await again.state.getByText(say('sync.up'), { exact: true }).waitFor()
    expect(office.told('Wants both by mail.')).toEqual({ ...once, notes: 1 })
    expect(office.told('Dear parents, please send form 12.')).toEqual({ ...once, replies: 1, mails: 1 })
    expect(office.told('Passports for the twins')).toEqual({ ...once, set: 1 })
    expect(office.told('Is at gate 4.')).toEqual({ ...once, begun: 1 })
    expect(office.told('Called the embassy.')).toEqual({ ...once, notes: 1 })
    expect(office.told('Half a sentence')).toEqual(once)
    expect(second.complaints).toEqual([])
  })
})
