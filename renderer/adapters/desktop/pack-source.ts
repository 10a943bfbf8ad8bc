import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import type { PackSource } from '../../ports/pack-source.ts'

export const createPackSource = (bridge: DesktopBridge): PackSource => ({
  status: (realm) => bridge.readPacks(realm).catch(() => []),
  refresh: (realm) => bridge.refreshPacks(realm).catch(() => []),
  body: (realm, name) => bridge.readPack({ realm, name }).catch(() => undefined),
})
