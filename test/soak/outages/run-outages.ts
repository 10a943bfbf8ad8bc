import { monitorEventLoopDelay } from 'node:perf_hooks'

import { startOrUndo } from '../../servers/undo.ts'
import { beepFile } from '../line-page/beeps.ts'
import { startLineBrowser } from '../line-page/open-line-page.ts'
import type { ClientSetup } from './client.ts'
import { openLane } from './lane.ts'
import type { Lane } from './lane.ts'
import { dealOutages, longestLane } from './schedule.ts'
import type { Outage } from './schedule.ts'
import { suffer } from './suffer.ts'
import type { Aftermath } from './suffer.ts'

export interface OutageRun {
  readonly outages: readonly Outage[]
  /** How many go on side by side. */
  readonly lanes: number
  /** Each lane has one of every kind. */
  readonly clients: readonly ClientSetup[]
  readonly seed: number
  readonly onOutage?: (done: number) => void
}

export interface OutageResult {
  /** By a client's name, in the order in which they were over. */
  readonly aftermaths: ReadonlyMap<string, readonly Aftermath[]>
  /** Milliseconds by which this process and the desks' pages came late at worst and at the 99th percentile. */
  readonly late: { readonly process: number; readonly pages: readonly number[] }
}

/** Lets all outages happen, several lanes side by side. */
export function runOutages(run: OutageRun): Promise<OutageResult> {
  return startOrUndo(async (undo) => {
    const dealt = dealOutages(run.outages, run.lanes)
    const speaks = beepFile(Math.max(...dealt.map(longestLane)), undo)
    const browser = await startLineBrowser()
    undo.add(() => browser.stop())
    const lanes: Lane[] = []
    for (const index of dealt.keys()) {
      const lane = await openLane({ browser, clients: run.clients, speaks, seed: run.seed + index })
      undo.add(() => lane.stop())
      lanes.push(lane)
    }
    const lag = monitorEventLoopDelay({ resolution: 10 })
    lag.enable()
    const pages: number[] = []
    const aftermaths = new Map<string, Aftermath[]>(run.clients.map(({ name }) => [name, []]))
    let over = 0
    await Promise.all(
      lanes.map(async (lane, index) => {
        for (const outage of dealt[index] ?? []) {
          const after = await suffer(lane, outage)
          run.clients.forEach(({ name }, which) => {
            const one = after[which]
            if (one) aftermaths.get(name)?.push(one)
          })
          for (const { page } of lane.clients) pages.push(await page.evaluate(() => window.ear.lateness()))
          run.onOutage?.((over += 1))
        }
      }),
    )
    lag.disable()
    await undo.run()
    return { aftermaths, late: { process: lag.percentile(99) / 1e6, pages } }
  })
}
