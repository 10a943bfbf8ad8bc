import { setTimeout as delay } from 'node:timers/promises'

import { startNetworks } from '../../faults/networks/networks.ts'
import { startSipServers } from '../../servers/sip-servers.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { beepFile } from '../../soak/line-page/beeps.ts'
import { startLineBrowser } from '../../soak/line-page/open-line-page.ts'
import { openClient, usersFor } from '../../soak/outages/client.ts'
import type { Client, ClientSetup } from '../../soak/outages/client.ts'
import { percentile } from '../figure.ts'
import type { Figure } from '../figure.ts'

const changes = 20
/** Milliseconds after a change in which the sound may return, and fall away again, before it is looked at. */
const settles = 6_500
/** Milliseconds after which a call that is still silent is counted as lost. */
const patience = 12_000
/** Milliseconds, at the 95th percentile. Set from the first measurement. */
const goal = 2_000

const ways: readonly ClientSetup[] = [
  { name: 'fresh', client: 'desk', repair: 'fresh-connection' },
  { name: 'restart', client: 'desk', repair: 'ice-restart' },
  { name: 'plain', client: 'plain' },
]

/** From the change of a network to sound, for the desk's repair, for its other one, and for SIP.js as it comes. */
export function addressChange(progress: (text: string) => void): Promise<readonly Figure[]> {
  return startOrUndo(async (undo) => {
    const speaks = beepFile((changes * patience) / 1_000 + 60, undo)
    const networks = await startNetworks()
    undo.add(() => networks.stop())
    const servers = await startSipServers({ users: usersFor(ways), place: networks.servers })
    undo.add(() => servers.stop())
    const browser = await startLineBrowser((program) => networks.desk.runs(program))
    undo.add(() => browser.stop())
    await networks.use(1)
    const clients: Client[] = []
    const place = { browser, servers, speaks, webSocket: servers.webSocket }
    for (const way of ways) clients.push(await openClient(way, place, undo))
    const gaps = new Map<string, number[]>(ways.map(({ name }) => [name, []]))
    await delay(2_000)
    for (let change = 1; change <= changes; change += 1) {
      const changedAt = Date.now()
      await networks.use(change % 2 === 1 ? 2 : 1)
      await Promise.all(
        clients.map(async (client) => gaps.get(client.name)?.push(await silence(client, changedAt))),
      )
      progress(`change of network ${change} of ${changes}`)
    }
    await undo.run()
    return figures(gaps)
  })
}

/** Milliseconds until the sound was back for good; who is silent for ever begins anew. */
async function silence(client: Client, changedAt: number): Promise<number> {
  await delay(settles)
  while (Date.now() < changedAt + patience) {
    const since = await client.page.evaluate(() => window.ear.heardSince())
    if (since !== undefined) return Math.max(0, since - changedAt)
    await delay(100)
  }
  await client.restart()
  await delay(1_000)
  return Infinity
}

function figures(gaps: ReadonlyMap<string, readonly number[]>): Figure[] {
  const of = (name: string): readonly number[] => gaps.get(name) ?? []
  const both = (name: string, values: readonly number[], atMost?: number): Figure[] => [
    { name: `${name}, p50`, value: percentile(values, 0.5), unit: 'ms', detail: each(values) },
    {
      name: `${name}, p95`,
      value: percentile(values, 0.95),
      unit: 'ms',
      ...(atMost !== undefined && { atMost }),
      detail: `never within ${patience / 1_000} s: ${values.filter((value) => value === Infinity).length} of ${values.length}`,
    },
  ]
  return [
    ...both('change of network → sound', of('fresh'), goal),
    ...both('beside it, the desk with ICE restart', of('restart')),
    ...both('beside it, plain SIP.js with ICE restart', of('plain')),
  ]
}

const each = (values: readonly number[]): string =>
  `${[...values]
    .sort((one, other) => one - other)
    .map((value) => (value === Infinity ? 'never' : value.toFixed(0)))
    .join(' ')} ms`
