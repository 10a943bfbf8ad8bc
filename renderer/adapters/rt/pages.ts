import type * as v from 'valibot'

import { pageOf } from './shapes.ts'
import type { Query, Wire } from './wire.ts'
import type { Heard } from './wire.ts'

/** RT's limit. */
export const perPage = 100
/** More pages than this are no history of a case, but a server that gives the same page for ever. */
const mostPages = 1000

export interface Pages<T> {
  readonly query: Query
  readonly item: v.GenericSchema<unknown, T>
  /** Whether what has been read is enough. */
  readonly enough?: (items: readonly T[]) => boolean
}

/**
 * Reads page after page until one is empty. RT fills a page first and then takes out what this agent may not see: a
 * short page is not the last one, and there is no count.
 */
export async function everyPage<T>(wire: Wire, pages: Pages<T>): Promise<Heard<readonly T[]>> {
  const { query, item, enough = () => false } = pages
  const found: T[] = []
  const sign = query.path.includes('?') ? '&' : '?'
  for (let page = 1; page <= mostPages; page += 1) {
    const path = `${query.path}${sign}per_page=${perPage}&page=${page}`
    const heard = await wire.search({ ...query, path }, pageOf(item))
    if (heard.kind !== 'answer') return heard
    found.push(...heard.value.items)
    if (heard.value.items.length === 0 || enough(found)) break
  }
  return { kind: 'answer', value: found, revision: undefined }
}
