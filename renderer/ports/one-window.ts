import type { Undo } from './undo.ts'

/** Work that only one window may do at a time, such as sending (Web Locks API). */
export interface OneWindow {
  /** Calls `work` when this window's turn has come, and keeps the turn until undone. The `work`'s answer is its undo. */
  hold(name: string, work: () => Undo): Undo
}
