import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import type { ProblemCode } from '../../renderer/domain/problem.ts'
import { sayIn } from '../../renderer/words/say.ts'
import { freePort } from '../servers/ports.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'
import type { DeskWindow, DeskWindowSetup } from './desk-window.ts'

/** What goes wrong at home, and what the agent reads then. */

let desk: DeskWindow

async function open(setup: DeskWindowSetup): Promise<DeskWindow> {
  desk = await openDeskWindow({ ...setup, env: { STANDIN_HEADLESS: '1', ...setup.env } })
  return desk
}
afterEach(() => desk.close())

const press = (name: string) => desk.page.getByRole('button', { name }).click()

/** The sentence in English, then in French by the switch on the screen, and back. */
async function told(code: ProblemCode): Promise<void> {
  for (const language of ['en', 'fr'] as const) {
    await desk.page.getByRole('radio', { name: sayIn('en')(`language.${language}`) }).click()
    await desk.page.getByText(sayIn(language)(`problem.${code}`)).waitFor()
    await desk.screenshot(`bad-${code}-${language}`)
  }
  await desk.page.getByRole('radio', { name: 'English' }).click()
}

describe('the agent is told, in both languages,', () => {
  const language = 'en'

  it('that there is no microphone, and takes no calls without one', async () => {
    const { page, say } = await open({ language })
    await press(say('signin.go.practice'))
    await press(say('agent.go-available'))
    await told('microphone-missing')
    await page.getByText(say('idle.not-ready.heading')).waitFor()
    await desk.screenshot('bad-microphone-missing')
    await press(say('remedy.check-microphone'))
    await told('microphone-missing')
  })

  it('that the system refuses the microphone', async () => {
    const { say } = await open({
      language,
      switches: fakeMicrophone,
      env: { STANDIN_REFUSE_MICROPHONE: '1' },
    })
    await press(say('signin.go.practice'))
    await press(say('agent.go-available'))
    await told('microphone-refused')
  })

  it('that the centre cannot be reached, with what was typed still there', async () => {
    const telephony = { servers: [`ws://127.0.0.1:${await freePort('tcp')}`], domain: 'foyer.test' }
    const settings = { centres: [{ id: 'nowhere', name: 'Nowhere', telephony }] }
    const { page, say } = await open({ language, settings })
    await page.getByLabel(say('signin.user')).fill('agent1')
    await page.getByLabel(say('signin.password')).fill('S3cret-words')
    await press(say('signin.go'))
    await told('server-unreachable')
    expect(await page.getByLabel(say('signin.user')).inputValue()).toBe('agent1')
    await press(say('remedy.retry'))
    await told('server-unreachable')
  })

  it('that the settings have a mistake, and can still practise', async () => {
    const { page, say, userData } = await open({ language, settings: { centres: [{ id: 'x', name: 'X' }] } })
    await told('settings-unread')
    expect(readFileSync(join(userData, 'logs', 'foyer.log'), 'utf8')).toContain(
      '"where":"centres.0.telephony"',
    )
    await press(say('signin.go.practice'))
    await page.getByText(say('practice.banner')).waitFor()
  })

  it('that the records’ key is lost, and may set them aside without losing a byte', async () => {
    const first = await open({ language, switches: fakeMicrophone })
    await press(first.say('signin.go.practice'))
    await first.page.getByText(first.say('practice.banner')).waitFor()
    await first.close({ keep: true })
    const keys = join(first.userData, 'keys')
    const file = join(keys, 'practice.key.json')
    const damaged = readFileSync(file, 'utf8').replace(/"sealed":"...../, '"sealed":"AAAAA')
    writeFileSync(file, damaged)

    const { page, say } = await open({ language, userData: first.userData })
    await press(say('signin.go.practice'))
    await told('key-unavailable')
    expect(readFileSync(file, 'utf8')).toBe(damaged)
    await press(say('remedy.set-aside'))
    await page.getByText(say('practice.banner')).waitFor()
    const aside = readdirSync(keys).find((name) => name.endsWith('.aside.json'))
    expect(aside && readFileSync(join(keys, aside), 'utf8')).toBe(damaged)
  })

  it('that the practice centre has stopped, and begins again', async () => {
    const { page, say, app } = await open({ language, switches: fakeMicrophone })
    await press(say('signin.go.practice'))
    await page.getByText(say('practice.banner')).waitFor()
    process.kill(centreOf(app.process().pid ?? 0), 'SIGKILL')
    await told('practice-stopped')
    await press(say('remedy.sign-in-again'))
    await press(say('signin.go.practice'))
    await page.getByText(say('practice.banner')).waitFor()
    expect(await page.getByText(say('problem.practice-stopped')).count()).toBe(0)
  })
})

/** The practice centre's process among the desk's children. */
function centreOf(desk: number): number {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(desk)], { encoding: 'utf8' })
  const line = children.split('\n').find((text) => text.includes('centre.cjs'))
  if (!line) throw new Error(`no practice centre below ${desk}:\n${children}`)
  return Number.parseInt(line, 10)
}
