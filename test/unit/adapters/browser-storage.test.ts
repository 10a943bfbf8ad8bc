import { describe, expect, it } from 'vitest'

import { createOneWindow } from '../../../renderer/adapters/browser/one-window.ts'
import { createStorageRoom } from '../../../renderer/adapters/browser/storage-room.ts'

/** Turns as a browser gives them (Web Locks API §3): in order, one at a time, until the promise ends. */
function createLocks(): LockManager {
  const lines = new Map<string, Promise<unknown>>()
  const request = (name: string, { signal }: LockOptions, work: LockGrantedCallback<Promise<void>>) => {
    const before = lines.get(name) ?? Promise.resolve()
    const turn = before.then(() => {
      if (signal?.aborted) throw new DOMException('no longer wanted', 'AbortError')
      return work({ name, mode: 'exclusive' })
    })
    lines.set(
      name,
      turn.then(
        () => undefined,
        () => undefined,
      ),
    )
    return turn
  }
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('work that one window does', () => {
  it('begins when its turn has come, and is stopped before the next begins', async () => {
    const told: string[] = []
    const locks = createLocks()
    const hold = (window: string, name = 'sending') =>
      createOneWindow(locks).hold(name, () => {
        told.push(`${window} begins`)
        return () => told.push(`${window} stops`)
      })
    const first = hold('first')
    const second = hold('second')
    const third = hold('third')
    hold('other', 'fetching')
    await settled()
    expect(told.splice(0)).toEqual(['first begins', 'other begins'])
    second() // before its turn
    first()
    first()
    await settled()
    expect(told).toEqual(['first stops', 'third begins'])
    third()
    await settled()
    expect(told).toEqual(['first stops', 'third begins', 'third stops'])
  })
})

describe('the room for the database', () => {
  const storage = (some: Partial<StorageManager>) => createStorageRoom(some as StorageManager)

  it('is what the browser says, and asked for so that it stays', async () => {
    const room = storage({
      persist: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 3, quota: 9 }),
    })
    expect([await room.persist(), await room.estimate()]).toEqual([true, { used: 3, quota: 9 }])
  })

  it('is not known where the browser says nothing, or fails', async () => {
    const refuse = () => Promise.reject(new TypeError('opaque origin'))
    const room = storage({ persist: refuse, estimate: refuse })
    expect([await room.persist(), await room.estimate()]).toEqual([false, undefined])
    expect(await storage({ estimate: () => Promise.resolve({ usage: 3 }) }).estimate()).toBeUndefined()
  })
})
