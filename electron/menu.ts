import { Menu } from 'electron'

/**
 * No menu bar of our own, but its keys: without a menu macOS has no copy and paste, and nowhere is there a way to make the
 * text larger. The roles bring the system's words and keys; nothing here reloads the page or opens developer tools.
 */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { role: 'editMenu' },
      {
        role: 'viewMenu',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
