import type { Page } from 'playwright-core'

import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import type { DeskWindow } from '../../shift/desk-window.ts'
import { bundlePage } from '../bundle-page.ts'

export interface ChatPage {
  readonly desk: DeskWindow
  readonly page: Page
  /** Bytes of live JavaScript, after the garbage has been collected. */
  readonly heap: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** The started desk at its first screen, with the bench in its page and nothing in the desk itself that knows of a bench. */
export async function openChatPage(settings?: unknown): Promise<ChatPage> {
  const script = await bundlePage('chat', 'chat-page')
  const desk = await openDeskWindow({
    ...{ language: 'en', switches: fakeMicrophone },
    ...(settings !== undefined && { settings }),
  })
  const { page } = desk
  try {
    // By the debugger: the page's policy lets no script in from outside.
    await page.evaluate(script)
  } catch (error) {
    await desk.close()
    throw error
  }
  return {
    ...{ desk, page },
    async heap() {
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      await session.detach()
      return usedSize
    },
    stop: () => desk.close(),
  }
}
