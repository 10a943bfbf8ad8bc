import type { Undo } from '../../ports/undo.ts'

export interface Listeners<T> {
  readonly listen: (listener: (news: T) => void) => Undo
  readonly tell: (news: T) => void
}

/**
 * Listeners apart from each other and from whoever tells them: one that throws has a bug, which must be seen, and must
 * neither keep the link from coming back nor a call from ending.
 */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(news: T) => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(news) {
      for (const listener of [...listeners]) {
        try {
          listener(news)
        } catch (error) {
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
