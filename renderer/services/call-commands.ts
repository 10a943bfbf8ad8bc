import type { CallId } from '../domain/ids.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { CallStore } from '../state/call-store.ts'
import type { Problems } from './problems.ts'

/** Runs a command on a call; `true` when it has worked. */
export type CallCommand = (call: CallId, run: () => Promise<Result<undefined, Problem>>) => Promise<boolean>

/** One command at a time on each call, with the call shown as busy meanwhile and a failure shown as a problem. */
export function createCallCommands(calls: CallStore, problems: Problems): CallCommand {
  const mark = (call: CallId, busy: boolean): void =>
    calls.setState((state) => {
      const marked = new Set(state.busy)
      if (busy) marked.add(call)
      else marked.delete(call)
      return { busy: marked }
    })

  return async (call, run) => {
    if (calls.getState().busy.has(call)) return false
    mark(call, true)
    try {
      const result = await run()
      problems.unwrap(result)
      if (result.ok)
        problems.clear('control-failed', 'microphone-busy', 'microphone-missing', 'microphone-refused')
      return result.ok
    } finally {
      mark(call, false)
    }
  }
}
