import { createBrowserWindow } from './browser-window.ts'
import { createNotification } from './notification.ts'
import { createPowerMonitor } from './power-monitor.ts'
import { NotImitatedError, strict } from './not-imitated.ts'
import type { IpcHandler } from './ipc-handlers.ts'
import type { ProtocolHandler } from '../chromium/app-server.ts'
import { createPartitions } from './partition.ts'
import { createSafeStorage } from './safe-storage.ts'
import type { StandIn } from './stand-in.ts'
import type { UtilityProcesses } from './utility-process.ts'

/** What else a main process may import from Electron: named here, so that a bundler's copy of the module refuses it too. */
const notImitated = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'clipboard',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'nativeTheme',
  'net',
  'netLog',
  'powerSaveBlocker',
  'pushNotifications',
  'screen',
  'ShareMenu',
  'shell',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'View',
  'WebContentsView',
  'webFrameMain',
]

/** Builds what `require('electron')` gives the app's main process. */
export function createElectronModule(standIn: StandIn, utilityProcesses: UtilityProcesses): object {
  const { app, handlers, windows, record } = standIn
  const electron = {
    app: strict('app', app),
    BrowserWindow: createBrowserWindow(standIn),
    Notification: createNotification(record),
    powerMonitor: createPowerMonitor(record),
    session: strict('session', {
      defaultSession: standIn.session,
      fromPartition: createPartitions(() => app.isReady()),
    }),
    safeStorage: createSafeStorage(app),
    protocol: createProtocol(standIn),
    ipcMain: strict('ipcMain', {
      handle: (channel: string, handler: IpcHandler) => handlers.add(channel, handler),
      removeHandler: (channel: string) => handlers.remove(channel),
    }),
    utilityProcess: strict('utilityProcess', {
      fork: utilityProcesses.fork.bind(utilityProcesses),
    }),
    webContents: strict('webContents', {
      /** Playwright's driver finds a page's contents by it. */
      fromDevToolsTargetId: (id: string) => windows.all().find(({ targetId }) => targetId() === id)?.contents,
    }),
    dialog: strict('dialog', {
      showErrorBox: (title: string, content: string) => {
        record.log.push({ what: 'dialog.showErrorBox', with: [title, content] })
        process.stderr.write(`${title}\n${content}\n`)
      },
    }),
    Menu: strict('Menu', {
      setApplicationMenu: (menu: unknown) => record.log.push({ what: 'menu', with: [menu] }),
      buildFromTemplate: menuOfRoles,
    }),
    /** For tests alone: what the app asked of the desktop and what nobody can see here. */
    __standIn: record,
  }
  for (const name of notImitated)
    Object.defineProperty(electron, name, {
      get() {
        throw new NotImitatedError(`electron.${name}`)
      },
    })
  return strict('electron', electron)
}

function createProtocol({ app, schemes, server }: StandIn): object {
  return strict('protocol', {
    registerSchemesAsPrivileged: (list: Parameters<typeof schemes.register>[0]) => {
      if (app.isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      schemes.register(list)
    },
    handle: (scheme: string, handler: ProtocolHandler) => {
      if (!schemes.has(scheme)) throw new NotImitatedError(`protocol.handle for the scheme ${scheme}`)
      server.handle(scheme, handler)
    },
  })
}

interface RoleItem {
  readonly role?: string
  readonly type?: 'separator'
  readonly submenu?: readonly RoleItem[]
}

/** A menu of the system's own roles, whose keys Chromium's window has anyway. An item that does something is refused. */
function menuOfRoles(template: readonly RoleItem[]): object {
  for (const item of template) {
    const unknown = Object.keys(item).find((key) => !['role', 'type', 'submenu'].includes(key))
    if (unknown !== undefined) throw new NotImitatedError(`Menu.buildFromTemplate with ${unknown}`)
    if (item.submenu) menuOfRoles(item.submenu)
  }
  return { items: template }
}
