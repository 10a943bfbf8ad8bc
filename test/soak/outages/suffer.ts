import { setTimeout as delay } from 'node:timers/promises'

import type { Client } from './client.ts'
import type { Lane } from './lane.ts'
import { reachable } from './reachable.ts'
import type { Outage } from './schedule.ts'

/** Milliseconds in which a client must be reachable again, and then heard again, to be counted at all. */
const patience = 12_000
/** Milliseconds without a break that make a tone heard again. */
const heardFor = 500
const glance = 50

/** What became of one client in one outage. Milliseconds since the link was whole again; Infinity: not within reason. */
export interface Aftermath {
  readonly outage: Outage
  readonly registered: number
  readonly heard: number
  readonly callKept: boolean
  /** Why the desk gave its call up. */
  readonly gaveUp: string | undefined
  /** The call could be held and taken back; asked of the desk only. */
  readonly controllable: boolean
}

/** Lets one outage happen, and looks what became of every client. Whoever did not come back begins anew. */
export async function suffer(lane: Lane, outage: Outage): Promise<readonly Aftermath[]> {
  await delay(outage.pause)
  await lane.begin(outage.kind, outage.length)
  const healedAt = Date.now()
  return Promise.all(lane.clients.map((client) => look(lane, client, { outage, healedAt })))
}

async function look(
  { servers }: Lane,
  client: Client,
  { outage, healedAt }: { readonly outage: Outage; readonly healedAt: number },
): Promise<Aftermath> {
  const { page, name } = client
  const [reachedAt, heardAt] = await Promise.all([
    reachable({ servers, user: name, within: patience }),
    heardAgain(client, healedAt),
  ])
  const callKept = await page.evaluate(() => window.line.hasCall())
  const controllable = callKept && (await page.evaluate(() => window.line.holdAndResume?.() ?? true))
  const gaveUp = await page.evaluate(() => {
    const ended = window.told.find(({ kind }) => kind === 'call-ended')
    return ended?.kind === 'call-ended' ? ended.cause : undefined
  })
  const after = {
    ...{ outage, gaveUp },
    registered: (reachedAt ?? Infinity) - healedAt,
    heard: heardAt === undefined ? Infinity : Math.max(0, heardAt - healedAt),
    callKept,
    controllable,
  }
  if (reachedAt === undefined || heardAt === undefined || !callKept || !controllable) await client.restart()
  return after
}

async function heardAgain({ page }: Client, since: number): Promise<number | undefined> {
  while (Date.now() < since + patience) {
    const from = await page.evaluate(() => window.ear.heardSince())
    if (from !== undefined && Date.now() - Math.max(from, since) >= heardFor) return from
    if (!(await page.evaluate(() => window.line.hasCall()))) return undefined
    await delay(glance)
  }
  return undefined
}
