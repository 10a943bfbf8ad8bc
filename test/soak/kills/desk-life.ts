import { rmSync } from 'node:fs'

import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { openCaseOffice } from '../../shift/case-office.ts'
import type { CaseOffice } from '../../shift/case-office.ts'
import { drawKill } from './draw-kill.ts'
import type { Asked } from './draw-kill.ts'
import { openKillableDesk } from './killable-desk.ts'
import type { KillableDesk } from './killable-desk.ts'
import { answerQuestions } from './questions.ts'
import { firstBurst, wholeDraft, writeAndKill } from './write-and-kill.ts'
import { shownBy } from './shown-by.ts'
import { harmIn } from './harm-in.ts'
import type { Harmed } from './harm-in.ts'

export interface LifePlan {
  readonly kills: number
  readonly seed: number
  /** How often the case system can be reached at a kill, 0 to 1. */
  readonly links: number
  readonly onKill?: () => void
}

/** Everything of a life is written into this case of the practice world, or beside it. */
const subject = 'Pension and benefit at the same time?'
const number = '25'

/** Milliseconds: a note that nobody knows of is sent again after 40 s. */
const patience = 150_000

export interface Life {
  readonly harmed: readonly Harmed[]
  /** How many of the writes the desk had said to be saved before it was killed. */
  readonly said: number
}

/** One profile on the disk, and a desk on it that is killed again and again; then everything is given time to arrive. */
export async function liveThrough({ kills, seed, links, onKill }: LifePlan): Promise<Life> {
  const random = seededRandom(seed)
  const office = await openCaseOffice(seed)
  const harmed: Harmed[] = []
  const asked: Asked[] = []
  let desk = await openKillableDesk(office.settings)
  const { userData } = desk
  try {
    await moveIn(desk, office)
    for (let turn = 1; turn <= kills; turn += 1) {
      const kill = drawKill(random, turn, links)
      await (kill.linked ? office.wire.heal() : office.wire.drop())
      await writeAndKill(desk, kill)
      asked.push({ ...kill, isSaid: desk.said.has(kill.words) })
      onKill?.()
      desk = await openKillableDesk(office.settings, userData)
      const unreturned = await returnTo(desk, office).then(() => undefined, shownBy(desk, kill))
      if (unreturned) return { harmed: [...harmed, unreturned], said: saidOf(asked) }
      harmed.push(...(await harmAtReturn(desk, asked)))
    }
    await office.wire.heal()
    harmed.push(...(await letArrive(desk, office)), ...asked.flatMap((one) => harmIn(one, office)))
    return { harmed, said: saidOf(asked) }
  } finally {
    await desk.close({ keep: true }).catch(() => undefined)
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    await office.close()
  }
}

const saidOf = (asked: readonly Asked[]): number => asked.filter(({ isSaid }) => isSaid).length

/** The first start: signs in to both, and pins the case, so that it can always be found. */
export async function moveIn(desk: KillableDesk, office: CaseOffice): Promise<void> {
  const { work, page, say } = desk
  await work.signIn(office.telephone)
  await work.signInToCases(office.caseAccount)
  await work.showCases()
  await work.open(subject)
  await page
    .locator('.open-case')
    .getByRole('button', { name: say('case.pin') })
    .click()
  await page
    .locator('.open-case')
    .getByRole('button', { name: say('case.pinned') })
    .waitFor()
  await desk.watch()
}

export async function returnTo(desk: KillableDesk, office: CaseOffice): Promise<void> {
  const { work, page, say } = desk
  await work.signIn(office.telephone)
  // No key: nobody presses one in the very moment in which the desk appears, before it listens.
  await page.getByRole('button', { name: say('cases.rail.open') }).click()
  await page.getByRole('heading', { name: say('cases.heading'), level: 1 }).waitFor()
  await work.list('pinned')
  // Not any row: a list that is being read has one too, which says so.
  await page.locator('.case-item').first().press('Enter')
  await page.locator('.open-case').waitFor()
  await desk.watch()
}

/** What was said to be saved before the kill is there at the next start, sent or not; so is what was being typed. */
async function harmAtReturn(
  { page, say, work }: KillableDesk,
  asked: readonly Asked[],
): Promise<readonly Harmed[]> {
  const last = asked.at(-1)
  if (!last || last.kind === 'case') return []
  const lost = (what: string): readonly Harmed[] => [
    { harm: 'lost', what: `${last.kind} ${last.words}, ${last.after.toFixed(1)} ms: ${what}` },
  ]
  if (last.kind === 'draft') {
    await page.getByRole('tab', { name: say('compose.tab.note') }).click()
    const there = await work.field(say('compose.note')).inputValue()
    const isWhole = there.startsWith(firstBurst(last.words)) && wholeDraft(last.words).startsWith(there)
    return isWhole ? [] : lost(`the draft is "${there}"`)
  }
  if (!last.isSaid) return []
  const isThere = await page
    .locator('.open-case')
    .getByText(last.words)
    .first()
    .waitFor({ timeout: 5000 })
    .then(() => true)
    .catch(() => false)
  return isThere ? [] : lost('it is not there after the next start')
}

async function letArrive(desk: KillableDesk, office: CaseOffice): Promise<readonly Harmed[]> {
  const { page, say, work, complaints } = desk
  const until = Date.now() + patience
  const isSent = work.state.getByText(say('sync.up'), { exact: true })
  while (Date.now() < until) {
    if (await isSent.isVisible()) break
    await answerQuestions(desk, office)
    await page.waitForTimeout(250)
  }
  if (!(await isSent.isVisible()))
    return [{ harm: 'stuck', what: `the desk still says "${(await work.state.textContent()) ?? ''}"` }]
  const shown = page.getByRole('heading', { name: office.subjectOf(number) ?? '', level: 2, exact: true })
  const isSame = await shown
    .waitFor({ timeout: 10_000 })
    .then(() => true)
    .catch(() => false)
  const wrong = isSame ? [] : [{ harm: 'diverged', what: 'the desk shows another subject' } as const]
  return [...wrong, ...complaints.map((what) => ({ harm: 'torn', what }) as const)]
}
