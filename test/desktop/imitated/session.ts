import { strict } from './not-imitated.ts'
import type { CheckHandler, Permissions, RequestHandler } from './permissions.ts'

/** Electron's session.defaultSession: its permission handlers. */
export function createDefaultSession(permissions: Permissions, storagePath: () => string): object {
  return strict('session.defaultSession', {
    /** Where Chromium keeps what pages store. */
    get storagePath() {
      return storagePath()
    },
    setPermissionRequestHandler: (handler: RequestHandler | null) => {
      permissions.requestHandler = handler ?? undefined
    },
    setPermissionCheckHandler: (handler: CheckHandler | null) => {
      permissions.checkHandler = handler ?? undefined
    },
    /** The browser has no devices to choose from: HID, serial and USB are refused anyway. */
    setDevicePermissionHandler: () => undefined,
  })
}
