import type { OneWindow } from '../../renderer/ports/one-window.ts'
import type { Undo } from '../../renderer/ports/undo.ts'

interface Wish {
  readonly owner: string
  readonly name: string
  readonly work: () => Undo
  undo: Undo | undefined
}

/** Web locks of several windows: one holds a name at a time, and a window that ends lets go. */
export function createWebLocks() {
  const wishes: Wish[] = []

  function grant(name: string): void {
    const first = wishes.find((wish) => wish.name === name)
    if (first && !first.undo) first.undo = first.work()
  }

  function letGo(wish: Wish): void {
    const at = wishes.indexOf(wish)
    if (at < 0) return
    wishes.splice(at, 1)
    grant(wish.name)
  }

  return {
    for: (owner: string): OneWindow => ({
      hold(name, work) {
        const wish: Wish = { owner, name, work, undo: undefined }
        wishes.push(wish)
        // Never in the turn in which it was asked for.
        queueMicrotask(() => grant(name))
        return () => {
          wish.undo?.()
          letGo(wish)
        }
      },
    }),
    drop(owner: string): void {
      for (const wish of wishes.filter((one) => one.owner === owner)) letGo(wish)
    },
  }
}
