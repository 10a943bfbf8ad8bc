import { setTimeout as delay } from 'node:timers/promises'

/** Milliseconds. */
const look = 20
const patience = 10_000

/** Whether something came to be within so many milliseconds. */
export async function within(milliseconds: number, isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    if (await isSo()) return true
    await delay(look)
  }
  return false
}

/** @throws Error when it has not come to be within ten seconds. */
export async function soon(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  if (!(await within(patience, isSo))) throw new Error(`waited for ${what} in vain`)
}
