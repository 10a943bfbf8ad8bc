import { groupGone, signalGroup } from '../../servers/process-group.ts'
import { caseWork } from '../../shift/case-work.ts'
import type { CaseWork } from '../../shift/case-work.ts'
import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import type { DeskWindow } from '../../shift/desk-window.ts'

/** A desk that can be killed, and what it has said until then. */
export interface KillableDesk extends DeskWindow {
  readonly work: CaseWork
  /** The words that it has shown as saved so far. */
  readonly said: ReadonlySet<string>
  /** Watches from now on for words of this form. */
  watch(): Promise<void>
  /** Main process and browser, at once and without a goodbye. */
  kill(): Promise<void>
}

export async function openKillableDesk(settings: unknown, userData?: string): Promise<KillableDesk> {
  const desk = await openDeskWindow({
    ...{ language: 'en', settings, switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' } },
    ...(userData !== undefined && { userData }),
  })
  const said = new Set<string>()
  desk.page.on('console', (message) => {
    const words = /^said (\S+)$/.exec(message.text())?.[1]
    if (words !== undefined) said.add(words)
  })
  return {
    ...desk,
    said,
    work: caseWork(desk),
    async watch() {
      // What is run by tsx names its functions by a helper that the page has not.
      await desk.page.evaluate('globalThis.__name = (named) => named')
      await desk.page.evaluate(watchScreen)
    },
    async kill() {
      const { pid } = desk.app.process()
      if (pid === undefined) throw new Error('the desk does not run')
      const closed = desk.app.waitForEvent('close')
      // Playwright starts it in a process group of its own, which the browser is in.
      signalGroup(pid, 'SIGKILL')
      await Promise.all([closed, groupGone(pid)])
    },
  }
}

/**
 * In the page: tells of each word once it stands where only what was read from the disk is shown, which is the case's
 * history and its head.
 */
function watchScreen(): void {
  const told = new Set<string>()
  const look = (): void => {
    for (const place of document.querySelectorAll('.case-moments, .case-head h2'))
      for (const [words] of place.textContent.matchAll(/k\d{4}w/g)) {
        if (told.has(words)) continue
        told.add(words)
        console.debug(`said ${words}`)
      }
  }
  look()
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}
