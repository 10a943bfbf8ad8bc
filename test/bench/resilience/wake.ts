import { setTimeout as delay } from 'node:timers/promises'

import { startSipServers } from '../../servers/sip-servers.ts'
import type { SipServers } from '../../servers/sip-servers.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { beepFile } from '../../soak/line-page/beeps.ts'
import { startLineBrowser } from '../../soak/line-page/open-line-page.ts'
import type { LineBrowser } from '../../soak/line-page/open-line-page.ts'
import { openClient, usersFor } from '../../soak/outages/client.ts'
import type { Client, ClientSetup } from '../../soak/outages/client.ts'
import { startForgetfulRouter } from '../../soak/outages/forgetful-router.ts'
import type { ForgetfulRouter } from '../../soak/outages/forgetful-router.ts'
import { reachable } from '../../soak/outages/reachable.ts'
import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'

/** Of each kind. */
const wakes = 4
/** Milliseconds asleep: longer than any timer of the line that then comes late. */
const asleep = 7_000
/** Milliseconds of peace before the next sleep. */
const awake = 3_000
const patience = 10_000
const goal = 3_000

/** What has happened to the connections meanwhile, and whether the desktop says that the computer is awake again. */
const kinds = [
  { fate: 'cut', told: true },
  { fate: 'cut', told: false },
  { fate: 'forgotten', told: true },
  { fate: 'forgotten', told: false },
] as const

interface Sleeper {
  readonly browser: LineBrowser
  readonly desk: Client
  readonly servers: SipServers
  readonly router: ForgetfulRouter
}

const desk: ClientSetup = { name: 'desk', client: 'desk' }

/** From the wake of a computer, its browser's processes having been stopped all the while, to registered. */
export function wake(progress: (text: string) => void): Promise<readonly Figure[]> {
  return startOrUndo(async (undo) => {
    const speaks = beepFile((wakes * kinds.length * (asleep + awake + patience)) / 1_000 + 60, undo)
    const servers = await startSipServers({ users: usersFor([desk]) })
    undo.add(() => servers.stop())
    const router = await startForgetfulRouter(servers.webSocket)
    undo.add(() => router.stop())
    const browser = await startLineBrowser()
    undo.add(() => browser.stop())
    const place = { browser, servers, speaks, webSocket: router.url }
    const sleeper = { browser, servers, router, desk: await openClient(desk, place, undo) }
    const taken = new Map<(typeof kinds)[number], number[]>(kinds.map((kind) => [kind, []]))
    for (let round = 0; round < wakes; round += 1) {
      for (const kind of kinds) {
        taken.get(kind)?.push(await sleepAndWake(sleeper, kind))
        progress(`wake ${round * kinds.length + kinds.indexOf(kind) + 1} of ${wakes * kinds.length}`)
      }
    }
    await undo.run()
    return [true, false].map((told) => figure(told, taken))
  })
}

async function sleepAndWake(
  { browser, desk: { page, name }, servers, router }: Sleeper,
  { fate, told }: (typeof kinds)[number],
): Promise<number> {
  await delay(awake)
  browser.signal('SIGSTOP')
  await delay(asleep / 2)
  if (fate === 'cut') router.cut()
  else router.forget()
  await delay(asleep / 2)
  const wokenAt = Date.now()
  browser.signal('SIGCONT')
  if (told) await page.evaluate(() => window.line.wake?.())
  const reachedAt = await reachable({ servers, user: name, within: patience })
  return (reachedAt ?? Infinity) - wokenAt
}

function figure(told: boolean, taken: ReadonlyMap<(typeof kinds)[number], readonly number[]>): Figure {
  const these = [...taken].filter(([kind]) => kind.told === told)
  const all = these.flatMap(([, values]) => values)
  return {
    name: `wake → registered, ${told ? 'told of it by the desktop' : 'not told of it'}, longest`,
    value: Math.max(...all),
    unit: 'ms',
    atMost: goal,
    detail: these
      .map(([{ fate }, values]) => `${fate}: p50 ${percentile(values, 0.5)}, ${spread(values)}`)
      .join('; '),
  }
}
