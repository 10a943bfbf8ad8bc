import type { QuickReply } from '../quick-reply.ts'
import type { PackNow } from './pack.ts'

/** The replies that the packs approve, and after them the site's own; of two with one name the pack's. */
export function approvedReplies(
  packs: readonly PackNow[],
  site: readonly QuickReply[],
): readonly QuickReply[] {
  const all = [...packs.flatMap(({ pack }) => pack?.replies ?? []), ...site]
  const byName = new Map(all.map((reply) => [reply.name, reply]).reverse() as [string, QuickReply][])
  return all.filter((reply) => byName.get(reply.name) === reply)
}
