import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Kill } from './draw-kill.ts'
import type { Harmed } from './harm-in.ts'
import type { KillableDesk } from './killable-desk.ts'

/** A desk with which nobody can go on working: what it shows instead. */
export const shownBy =
  ({ page, complaints, userData }: KillableDesk, { kind, words }: Kill) =>
  async (): Promise<Harmed> => {
    const shown = await page.locator('body').innerText()
    // What is run by tsx names its functions by a helper that the page has not.
    await page.evaluate('globalThis.__name = (named) => named')
    const what = [
      `no way back after ${kind} ${words}`,
      ...complaints,
      await page.evaluate(howItOpens),
      lastLines(join(userData, 'logs', 'foyer.log')),
      shown.replace(/\s+/g, ' ').slice(0, 600),
    ]
    return { harm: 'stuck', what: what.join(' | ') }
  }

/** In the page: what the browser itself says of each database. */
async function howItOpens(): Promise<string> {
  const found = await indexedDB.databases().catch((error: unknown) => String(error))
  if (typeof found === 'string') return `databases: ${found}`
  const opened = found.map(
    ({ name = '', version }) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open(name)
        const tell = (what: string) => (): void => resolve(`${name} ${version}: ${what}`)
        request.onsuccess = () => {
          request.result.close()
          tell('opens')()
        }
        request.onerror = () => tell(String(request.error))()
        setTimeout(tell('no answer'), 3000)
      }),
  )
  return (await Promise.all(opened)).join(', ') || 'no database'
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(-6).join(' ')
