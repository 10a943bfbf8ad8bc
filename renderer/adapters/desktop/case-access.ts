import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import { problem } from '../../domain/problem.ts'
import { failed } from '../../domain/result.ts'
import type { CaseAccess } from '../../ports/case-access.ts'

/** The sign-in to the case system, which the main process does. */
export const createCaseAccess = (bridge: DesktopBridge): CaseAccess => ({
  signIn: (realm, account) =>
    bridge.signInCases({ realm, account }).catch(() => failed(problem('desktop-refused'))),
  signOut: async (realm, forget) => {
    await bridge.signOutCases({ realm, forget }).catch(() => undefined)
  },
  knownUser: (realm) => bridge.readCaseUser(realm).catch(() => undefined),
})
