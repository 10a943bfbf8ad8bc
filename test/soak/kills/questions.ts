import type { CaseOffice } from '../../shift/case-office.ts'
import type { KillableDesk } from './killable-desk.ts'

/**
 * The agent asks the customer whether a reply has come, and decides: one reply after the other, each found by its own
 * words, since a list that was counted becomes shorter with every answer.
 */
export async function answerQuestions({ page, say }: KillableDesk, office: CaseOffice): Promise<void> {
  const group = page.getByRole('group', { name: say('question.asking') })
  const asked = page.locator('.open-case .case-moment').filter({ has: group })
  const texts = await asked.allTextContents()
  for (const words of texts.flatMap((text) => /k\d{4}w/.exec(text) ?? [])) {
    const one = asked.filter({ hasText: words })
    const answer = office.told(words).mails > 0 ? 'question.was-sent' : 'question.send'
    await one.getByRole('button', { name: say(answer) }).click()
    await one.waitFor({ state: 'detached' })
  }
}
