import { Dexie } from 'dexie'

import { problem } from '../../domain/problem.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'
import { done, failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { NewerStore } from './newer-database.ts'
import type { Open, Opening } from './opening.ts'

/** Reading and writing what is open, with failures as values. */
export interface Access {
  readonly read: <T>(query: (open: Open) => Promise<T>) => Promise<Result<T, Problem>>
  readonly write: (put: (open: Open) => Promise<unknown>) => Promise<Result<undefined, Problem>>
  /** A write that tells what it came to. */
  readonly change: <T>(put: (open: Open) => Promise<T>) => Promise<Result<T, Problem>>
}

/** @param unreadable what it is called when a row's bytes were changed or another key wrote them. */
export function createAccess(opening: Opening, unreadable: ProblemCode): Access {
  async function change<T>(put: (open: Open) => Promise<T>): Promise<Result<T, Problem>> {
    const open = opening.current()
    if (!open) return failed(problem('not-saved', false))
    try {
      return ok(await put(open))
    } catch (error) {
      return failed(notWritten(error))
    }
  }

  return {
    async read(query) {
      const open = opening.current()
      if (!open) return failed(problem('store-unopened'))
      try {
        return ok(await query(open))
      } catch (error) {
        if (open.newer) return failed(problem('store-newer'))
        return failed(problem(error instanceof Dexie.DexieError ? 'store-unopened' : unreadable))
      }
    },
    async write(put) {
      const written = await change(put)
      return written.ok ? done : written
    },
    change,
  }
}

/** Why the disk has not taken it. */
export const notWritten = (error: unknown): Problem =>
  error instanceof NewerStore ? problem('store-newer') : problem('not-saved', false)

/** Those that could be read, and how many could not: one damaged row must not hide the others. */
export async function readable<T>(
  reads: readonly Promise<T>[],
): Promise<{ readonly values: readonly T[]; readonly unreadable: number }> {
  const read = await Promise.allSettled(reads)
  const values = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  return { values, unreadable: read.length - values.length }
}
