import type { CasesPage } from './open-cases-page.ts'

/** Milliseconds in which the desk must have read what the practice centre's case system has. */
const patience = 60_000

/** Signs in to practice, whose case system is there. */
export const signIn = ({ desk, page }: CasesPage): Promise<void> =>
  page.getByRole('button', { name: desk.say('signin.go.practice') }).click()

/**
 * A first shift, in which the desk reads what the case system has: from then on it knows to where it has read. One that
 * does not know reads everything that it holds anew, and would do that with a hundred thousand cases.
 */
export async function beUpToDate(opened: CasesPage): Promise<void> {
  await signIn(opened)
  const begin = performance.now()
  while (!(await opened.page.evaluate(() => window.caseBench.isUpToDate()))) {
    if (performance.now() - begin > patience)
      throw new Error('the desk has not read what the case system has')
    await opened.page.waitForTimeout(200)
  }
  await opened.reload()
}
