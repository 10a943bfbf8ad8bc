import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseStore } from '../../ports/case-store.ts'

/** Cases are joined a few times, one after the other. */
const mostJoined = 20

/** The case itself, or the one that it was joined to; `undefined` where that one is not kept here. */
export async function standingFor(
  store: Pick<CaseStore, 'byNumber'>,
  record: CaseRecord,
): Promise<CaseRecord | undefined> {
  let one: CaseRecord | undefined = record
  for (let joined = 0; one?.standing.kind === 'merged' && joined < mostJoined; joined += 1) {
    const into = await store.byNumber(one.standing.into)
    one = into.ok ? into.value : undefined
  }
  return one
}
