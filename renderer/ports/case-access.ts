import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { CaseAccount, Realm } from '../domain/setup.ts'

/** Signs in to a case system; the credential stays in the main process and in the computer's keystore. */
export interface CaseAccess {
  /**
   * With an account, which the keystore then keeps, or with the one that it has. Fails with cases-sign-in-needed,
   * cases-wrong-password, cases-unreachable or cases-not-understood; then the desk works on what it has.
   * @returns the user name as the case system knows it
   */
  signIn(realm: Realm, account: CaseAccount | undefined): Promise<Result<string, Problem>>
  /** Ends the session; what the keystore has stays, unless it is to be forgotten. */
  signOut(realm: Realm, forget: boolean): Promise<void>
  /** The user of the last sign-in that worked on this computer, for a start without a link. */
  knownUser(realm: Realm): Promise<string | undefined>
}
