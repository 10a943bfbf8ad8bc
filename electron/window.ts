import { join } from 'node:path'

import { BrowserWindow } from 'electron'

import { appPage } from './origin.ts'

/** Opens the desk. The window shows itself when there is something to see. */
export function openWindow(folder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: 'Foyer',
    backgroundColor: '#f6f4f0',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from a server that IT has not chosen.
      spellcheck: false,
      // A call goes on while another program is in front.
      backgroundThrottling: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(appPage)
  return window
}

/** Brings the window to the agent. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
