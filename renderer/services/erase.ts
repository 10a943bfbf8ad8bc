import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Realm } from '../domain/setup.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { Problems } from './problems.ts'
import type { SignIn } from './sign-in.ts'

export interface EraseNeeds {
  readonly signIn: Pick<SignIn, 'signOut'>
  readonly shift: ShiftStore
  readonly problems: Problems
  /** Destroys the realm's key, so that whatever is left of its data cannot be read by anybody; then the data. */
  readonly eraseKeys: (realm: Realm) => Promise<Result<undefined, Problem>>
  readonly eraseStores: (realm: Realm) => Promise<Result<undefined, Problem>>
}

/** Ends the shift and leaves nothing of this centre on the computer; `false` with the problem shown when it could not. */
export function createErase({ signIn, shift, problems, eraseKeys, eraseStores }: EraseNeeds) {
  return async (): Promise<boolean> => {
    const realm = shift.getState().workplace?.realm
    await signIn.signOut()
    if (realm === undefined || shift.getState().agent.kind !== 'signed-out') return false
    const keys = await eraseKeys(realm)
    const stores = await eraseStores(realm)
    for (const result of [keys, stores]) if (!result.ok) problems.show(result.problem)
    const erased = keys.ok && stores.ok
    shift.setState({ erased })
    return erased
  }
}
