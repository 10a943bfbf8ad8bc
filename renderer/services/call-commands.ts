import type { CallId } from '../domain/ids.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { CallStore } from '../state/call-store.ts'
import type { Problems } from './problems.ts'

/** Runs a command on a call, or on two that belong together; `true` when it has worked. */
export type CallCommand = (
  calls: CallId | readonly CallId[],
  run: () => Promise<Result<unknown, Problem>>,
) => Promise<boolean>

/** One command at a time on each call, with the call shown as busy meanwhile and a failure shown as a problem. */
export function createCallCommands(calls: CallStore, problems: Problems): CallCommand {
  const mark = (ids: readonly CallId[], busy: boolean): void =>
    calls.setState((state) => {
      const others = [...state.busy].filter((id) => !ids.includes(id))
      return { busy: new Set(busy ? [...others, ...ids] : others) }
    })

  return async (wanted, run) => {
    const ids = typeof wanted === 'string' ? [wanted] : wanted
    if (ids.some((id) => calls.getState().busy.has(id))) return false
    mark(ids, true)
    try {
      const result = await run()
      problems.unwrap(result)
      if (result.ok)
        problems.clear('control-failed', 'microphone-busy', 'microphone-missing', 'microphone-refused')
      return result.ok
    } finally {
      mark(ids, false)
    }
  }
}
