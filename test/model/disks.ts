import { createDexieStores, wipeStores } from '../../renderer/adapters/dexie/dexie-stores.ts'
import { makeKey } from '../make.ts'
import { createMemoryDatabase, createMemoryStore } from './memory-store.ts'
import { user } from './world.ts'
import type { Disk } from './world.ts'

/** A database without a disk: quick, so that there can be many schedules. */
export function createMemoryDisk(): Disk {
  let data = createMemoryDatabase()
  return {
    open: () => Promise.resolve({ store: createMemoryStore(data, user), close: () => undefined }),
    wipe: () => {
      data = createMemoryDatabase()
      return Promise.resolve()
    },
    end: () => Promise.resolve(),
  }
}

let disks = 0

/** The desk's own database, encrypted, in an IndexedDB in memory (which whoever uses this has to put in its place). */
export function createDexieDisk(): Disk {
  disks += 1
  const realm = `model-${disks}`
  const closes = new Set<() => void>()

  async function wipe(): Promise<void> {
    for (const close of closes) close()
    const wiped = await wipeStores(realm)
    if (!wiped.ok) throw new Error(wiped.problem.code)
  }

  return {
    async open() {
      const { records, cases } = createDexieStores({ user: () => user })
      const opened = await records.open(realm, makeKey())
      if (!opened.ok) throw new Error(opened.problem.code)
      const close = () => records.close()
      closes.add(close)
      return { store: cases, close }
    },
    wipe,
    end: wipe,
  }
}
