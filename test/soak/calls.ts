import type { Page } from 'playwright-core'

import { seededRandom } from '../../renderer/domain/seeded-random.ts'
import type { Figure } from '../bench/figure.ts'
import { fakeMicrophone, openDeskWindow } from '../shift/desk-window.ts'
import type { DeskWindow } from '../shift/desk-window.ts'

/** What an agent may do with a call, and how often. */
const habits = [
  { habit: 'answer', weight: 6 },
  { habit: 'answer-hold-resume', weight: 2 },
  { habit: 'refuse', weight: 1 },
  { habit: 'answer-and-hang-up-at-once', weight: 1 },
] as const
type Habit = (typeof habits)[number]['habit']

/** Kilobytes of JavaScript that may stay after each call: its record is in a list of a hundred. */
const keptPerCall = 20

/** Many practice calls, one after the other, as a seed draws them; then looks for what was lost and what was left. */
export async function soakCalls(calls: number, seed: number): Promise<readonly Figure[]> {
  const random = seededRandom(seed)
  const draw = (): Habit => {
    let rest = random() * habits.reduce((sum, { weight }) => sum + weight, 0)
    return habits.find(({ weight }) => (rest -= weight) < 0)?.habit ?? 'answer'
  }
  const settings = { practice: { seed, pauseSeconds: [0.1, 0.3], chatPauseSeconds: [3600, 3600] } }
  const desk = await openDeskWindow({ language: 'en', settings, switches: fakeMicrophone })
  try {
    await desk.page.addInitScript({
      content: `globalThis.__name = (f) => f; (${watchMicrophones.toString()})()`,
    })
    await desk.page.reload()
    await desk.page.getByRole('button', { name: desk.say('signin.go.practice') }).click()
    await desk.page.getByRole('button', { name: desk.say('agent.go-available') }).click()
    let first = 0
    const notes: string[] = []
    for (let call = 1; call <= calls; call += 1) {
      const note = `seed ${seed} call ${call}`
      if (await live(desk, draw(), note)) notes.push(note)
      if (call === Math.ceil(calls / 5)) first = await heap(desk.page)
      process.stderr.write(`\rcall ${call} of ${calls}`)
    }
    process.stderr.write('\n')
    return await lookFor(desk, { notes, first, calls })
  } finally {
    await desk.close()
  }
}

/** One call. `true` when it was answered and written up. */
async function live({ page, say }: DeskWindow, habit: Habit, note: string): Promise<boolean> {
  const button = (name: string) => page.getByRole('button', { name })
  await button(say('offer.answer')).waitFor({ timeout: 30_000 })
  if (habit === 'refuse') {
    await button(say('offer.refuse')).click()
    await button(say('offer.answer')).waitFor({ state: 'detached' })
    return false
  }
  await button(say('offer.answer')).click()
  const hangUp = button(say('call.hang-up'))
  if (habit !== 'answer-and-hang-up-at-once')
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
  if (habit === 'answer-hold-resume') {
    await button(say('call.hold')).click()
    await button(say('call.resume')).click()
    await button(say('call.hold')).waitFor()
  }
  await page.getByRole('textbox', { name: say('note.label') }).fill(note)
  await hangUp.click()
  await page.getByRole('main').getByText(say('disposition.resolved')).click()
  await button(say('wrapup.next')).click()
  await hangUp.waitFor({ state: 'detached' })
  return true
}

interface Expected {
  readonly notes: readonly string[]
  readonly first: number
  readonly calls: number
}

async function lookFor({ page, say }: DeskWindow, { notes, first, calls }: Expected): Promise<Figure[]> {
  await page.getByRole('button', { name: new RegExp(`^${say('agent.label')}`) }).click()
  await page
    .getByRole('menuitem', { name: say('agent.choose.not-ready', { reason: say('agent.reason.break') }) })
    .click()
  await page.waitForTimeout(1_000)
  const shown = await page.getByRole('region', { name: say('recent.heading') }).innerText()
  const lost = notes.slice(-50).filter((note) => !shown.includes(note))
  const open = await page.evaluate(() => window.openMicrophones())
  const grown = ((await heap(page)) - first) / (calls * 0.8)
  const of = `${calls} practice calls`
  return [
    {
      name: 'notes lost of the last 50',
      value: lost.length,
      unit: '',
      atMost: 0,
      detail: [of, ...lost.slice(0, 3)].join('; '),
    },
    { name: 'microphones left open', value: open, unit: '', atMost: 0, detail: of },
    {
      name: 'memory left behind by a call',
      value: grown / 1_000,
      unit: 'kB',
      atMost: keptPerCall,
      detail: of,
    },
  ]
}

/** Bytes of live JavaScript, after the garbage has been collected. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

declare global {
  interface Window {
    openMicrophones: () => number
  }
}

/** Runs in the page, and is sent there as text. */
function watchMicrophones(): void {
  const devices = navigator.mediaDevices
  const own = devices.getUserMedia.bind(devices)
  const tracks = new Set<MediaStreamTrack>()
  devices.getUserMedia = async (constraints) => {
    const stream = await own(constraints)
    stream.getTracks().forEach((track) => tracks.add(track))
    return stream
  }
  window.openMicrophones = () => [...tracks].filter(({ readyState }) => readyState === 'live').length
}
