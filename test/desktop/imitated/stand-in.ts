import type { App } from './app.ts'
import type { AppServer } from '../chromium/app-server.ts'
import type { IpcHandlers } from './ipc-handlers.ts'
import type { Permissions } from './permissions.ts'
import type { Record } from './record.ts'
import type { Schemes } from '../chromium/schemes.ts'
import type { Targets } from '../chromium/targets.ts'
import type { WindowList } from './window-list.ts'

/** What the imitated parts of Electron share. */
export interface StandIn {
  readonly app: App
  readonly schemes: Schemes
  readonly server: AppServer
  readonly permissions: Permissions
  readonly handlers: IpcHandlers
  readonly windows: WindowList
  readonly record: Record
  /** The imitated session.defaultSession. */
  readonly session: object
  /** The browser's windows; undefined until the app is ready. */
  targets: Targets | undefined
}
