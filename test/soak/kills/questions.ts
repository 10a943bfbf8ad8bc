import type { CaseOffice } from '../../shift/case-office.ts'
import type { KillableDesk } from './killable-desk.ts'

/** The agent asks the customer whether a reply has come, and decides. */
export async function answerQuestions({ page, say }: KillableDesk, office: CaseOffice): Promise<void> {
  const asked = page.getByRole('group', { name: say('question.asking') })
  for (const moment of await page.locator('.open-case .case-moment').filter({ has: asked }).all()) {
    const [words = 'none'] = /k\d{4}w/.exec((await moment.textContent()) ?? '') ?? []
    const answer = office.told(words).mails > 0 ? 'question.was-sent' : 'question.send'
    await moment.getByRole('button', { name: say(answer) }).click()
  }
}
