import type { OneWindow } from '../../ports/one-window.ts'

/** Turns between the windows of one origin (Web Locks API §2): the browser gives a turn on when a window is gone. */
export const createOneWindow = (locks: LockManager = navigator.locks): OneWindow => ({
  hold(name, work) {
    const waiting = new AbortController()
    let letGo = (): void => waiting.abort()

    const turn = (): Promise<void> =>
      new Promise((resolve) => {
        const stop = work()
        letGo = () => {
          letGo = () => undefined
          stop()
          resolve()
        }
      })

    // Undone while it waited for its turn: that is no failure.
    locks.request(`foyer ${name}`, { signal: waiting.signal }, turn).catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error
    })
    return () => letGo()
  },
})
