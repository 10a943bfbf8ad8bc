import * as v from 'valibot'

import { asCaseId } from '../../domain/ids.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Undo } from '../../ports/undo.ts'

/** Tells the other windows of the same database which cases were stored (HTML, broadcasting to other contexts). */
export interface CaseNews {
  join(name: string): void
  leave(): void
  tell(cases: readonly CaseId[]): void
  onChanged(listener: (cases: readonly CaseId[]) => void): Undo
}

const Told = v.array(v.pipe(v.string(), v.transform(asCaseId)))

export function createCaseNews(): CaseNews {
  const listeners = new Set<(cases: readonly CaseId[]) => void>()
  let channel: BroadcastChannel | undefined

  function leave(): void {
    channel?.close()
    channel = undefined
  }

  return {
    join(name) {
      leave()
      channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const told = v.safeParse(Told, data)
        if (told.success) for (const listener of [...listeners]) listener(told.output)
      }
    },
    leave,
    tell: (cases) => channel?.postMessage(cases),
    onChanged(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
