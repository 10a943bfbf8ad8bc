import type { StorageRoom } from '../../ports/storage-room.ts'

/** The browser's storage manager (Storage Standard §5); whatever it does not say is not known. */
export const createStorageRoom = (storage: StorageManager = navigator.storage): StorageRoom => ({
  persist: () => storage.persist().catch(() => false),
  async estimate() {
    try {
      const { usage, quota } = await storage.estimate()
      return usage === undefined || quota === undefined ? undefined : { used: usage, quota }
    } catch {
      return undefined
    }
  },
})
