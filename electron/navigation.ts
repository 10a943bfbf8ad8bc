import type { App, WebContents } from 'electron'

import type { Log } from './log.ts'
import { appPage } from './origin.ts'

/** A window stays on the desk's page for as long as it lives: no other page, no new window, no webview. */
export function lockNavigation(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => lock(contents, log))
}

function lock(contents: WebContents, log: Log): void {
  contents.on('will-navigate', (event) => {
    // A reload of the page itself is the agent's right.
    if (event.url === appPage) return
    event.preventDefault()
    log.write('navigation-refused')
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => {
    log.write('window-refused')
    return { action: 'deny' }
  })
}
