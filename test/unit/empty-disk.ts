import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'

// Files share a process, and each begins with an empty disk, as on a computer of its own. Dexie keeps what it has met
// first, so that it is told.
const disk = new IDBFactory()
Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: disk })
Dexie.dependencies.indexedDB = disk
