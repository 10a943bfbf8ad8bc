import type { Locator } from 'playwright-core'

import type { CaseView } from '../../renderer/domain/case-record.ts'
import type { Account } from './case-office.ts'
import type { DeskWindow } from './desk-window.ts'

/** What an agent does with cases, by the names that the screen gives. */
export function caseWork({ page, say }: Pick<DeskWindow, 'page' | 'say'>) {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true })
  const composer = page.getByRole('region', { name: say('compose.label') })
  // Names have plain spaces, French words have some that do not break.
  const state = page.getByRole('button', { name: new RegExp(`^${say('sync.label').replace(/\s/g, '\\s')}`) })

  async function message(kind: 'note' | 'reply', text: string): Promise<void> {
    await composer.getByRole('tab', { name: say(`compose.tab.${kind}`) }).click()
    await field(say(`compose.${kind}`)).fill(text)
    await button(say(`compose.${kind}.go`)).click()
    await page.locator('.case-moments').getByText(text).waitFor()
  }

  return {
    button,
    field,
    /** ⇅: how the desk stands with the case system. */
    state,
    /** At the telephone: the desk's first screen. */
    async signIn({ user, password }: Account): Promise<void> {
      await page.getByLabel(say('signin.user')).fill(user)
      await page.getByLabel(say('signin.password')).fill(password)
      await button(say('signin.go')).click()
      await page.getByRole('heading', { name: say('idle.not-ready.heading') }).waitFor()
    },
    /** At the case system, once: the computer's keystore has it afterwards. */
    async signInToCases({ user, password }: Account): Promise<void> {
      await state.getByText(say('sync.signed-out')).click()
      await field(say('signin.user')).fill(user)
      await page.getByLabel(say('signin.password')).fill(password)
      await button(say('sync.signin.go')).click()
      await state.getByText(say('sync.up'), { exact: true }).waitFor()
      await button(say('sync.close')).click()
    },
    async showCases(): Promise<void> {
      await page.keyboard.press('Shift+F3')
      await page.getByRole('heading', { name: say('cases.heading'), level: 1 }).waitFor()
    },
    async list(view: CaseView): Promise<void> {
      await page.getByRole('radio', { name: say(`cases.view.${view}`) }).click()
      await page.getByRole('grid', { name: say(`cases.view.${view}`) }).waitFor()
    },
    async open(subject: string): Promise<void> {
      // By the keyboard: the list may move under a pointer while changes come in.
      await page.getByRole('row', { name: subject }).press('Enter')
      await page.getByRole('heading', { name: subject, level: 2 }).waitFor()
    },
    async change(label: string, value: string): Promise<void> {
      await page.getByRole('button', { name: say('case.field.edit', { field: label }) }).click()
      await field(label).fill(value)
      await page.keyboard.press('Enter')
      await page.locator('.case-value').getByText(value).waitFor()
    },
    note: (text: string) => message('note', text),
    reply: (text: string) => message('reply', text),
    async promiseCallBack(what: string, number: string): Promise<void> {
      await composer.getByRole('tab', { name: say('compose.tab.promise') }).click()
      await composer.getByText(say('promise.kind.call-back'), { exact: true }).click()
      await field(say('promise.what')).fill(what)
      await button(say('promise.quick.hour')).click()
      await field(say('promise.number')).fill(number)
      await button(say('promise.go.call-back')).click()
      await page.locator('.case-moments').getByText(what).waitFor()
    },
    /** Fills the form in, and leaves it to the test to hand it in. */
    async fillNewCase(subject: string, text: string): Promise<void> {
      await button(say('new-case.open')).click()
      await page
        .locator('.select')
        .and(page.getByRole('button', { name: say('new-case.queue') }))
        .click()
      await page.getByRole('option', { name: 'Passports' }).click()
      await field(say('new-case.subject')).fill(subject)
      await field(say('new-case.requestors')).fill('margaret.ellis@example.org')
      await field(say('new-case.text')).fill(text)
    },
    async beginCase(subject: string, text: string): Promise<void> {
      await this.fillNewCase(subject, text)
      await button(say('new-case.go')).click()
      await page.getByRole('heading', { name: subject, level: 2 }).waitFor()
    },
  }
}

export type CaseWork = ReturnType<typeof caseWork>
