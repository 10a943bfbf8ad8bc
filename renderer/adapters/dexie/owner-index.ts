import { blindIndex } from './sealing.ts'
import type { StoreKeys } from './sealing.ts'

/** As many owners as are remembered: a centre has some hundreds of agents. */
const most = 1_000

const remembered = new WeakMap<StoreKeys, Map<string, Promise<string>>>()

/** The blind index of a case's owner. A few people own all the cases, so each is worked out once. */
export function ownerIndex(keys: StoreKeys, owner: string): Promise<string> {
  const known = remembered.get(keys) ?? new Map<string, Promise<string>>()
  remembered.set(keys, known)
  const found = known.get(owner)
  if (found) return found
  if (known.size >= most) known.clear()
  const index = blindIndex(keys, 'case.owner', owner)
  known.set(owner, index)
  return index
}
