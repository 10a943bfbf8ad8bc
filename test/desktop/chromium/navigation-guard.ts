import type { CdpSession } from './cdp.ts'
import type { Schemes } from './schemes.ts'

/** A page wants to go somewhere; nothing has been requested yet. */
export interface NavigationAttempt {
  readonly kind: 'navigate' | 'redirect'
  /** The app's URL where it is one. */
  readonly url: string
  readonly isMainFrame: boolean
  /** Keeps the page where it is. */
  readonly prevent: () => void
}

interface GuardNeeds {
  readonly mainFrame: string
  readonly schemes: Schemes
  readonly attempt: (attempt: NavigationAttempt) => void
}

/**
 * Holds each request for a document until the app has been asked. Returns the function that announces a load by the
 * app itself, about which Electron does not ask.
 */
export async function guardNavigation(session: CdpSession, needs: GuardNeeds): Promise<() => void> {
  const { mainFrame, schemes } = needs
  /** URL that each frame's own scripts, links or forms asked for: Chromium tells it before the request. */
  const asked = new Map<string, string>()
  let expected = false

  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition === 'currentTab') asked.set(frameId, withoutFragment(url))
  })
  session.on('Page.frameNavigated', ({ frame }) => {
    asked.delete(frame.id)
  })

  const mayGo = (paused: { frameId: string; url: string; isRedirect: boolean }): boolean => {
    const { frameId, url, isRedirect } = paused
    const isMainFrame = frameId === mainFrame
    const byPage = asked.get(frameId) === withoutFragment(url)
    if (byPage) asked.delete(frameId)
    if (byPage || isRedirect) {
      let prevented = false
      const prevent = (): void => void (prevented = true)
      const kind = isRedirect ? 'redirect' : 'navigate'
      needs.attempt({ kind, url: schemes.toApp(url), isMainFrame, prevent })
      return !prevented
    }
    // Neither the page nor the app: a reload by DevTools is fine, a file that was dropped on the window is not.
    const byApp = expected && isMainFrame
    if (isMainFrame) expected = false
    return byApp || !isMainFrame || schemes.isOurs(url)
  }

  session.on('Fetch.requestPaused', ({ requestId, frameId, request, redirectedRequestId }) => {
    const goes = mayGo({ frameId, url: request.url, isRedirect: redirectedRequestId !== undefined })
    const decision = goes
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    // The window may have been closed meanwhile.
    decision.catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] })

  return () => {
    expected = true
    asked.delete(mainFrame)
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '')
}
