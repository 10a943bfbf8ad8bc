import { CaseCredentials } from '../../../electron/case-credentials.ts'
import { CaseGateway } from '../../../electron/case-gateway.ts'
import type { Keystore } from '../../../electron/secrets.ts'
import { createRequestTracker } from '../../../renderer/adapters/rt/request-tracker.ts'
import { practiceRealm } from '../../../renderer/domain/setup.ts'
import type { CaseAccount } from '../../../renderer/domain/setup.ts'
import type { CaseSystem } from '../../../renderer/ports/case-system.ts'
import { createNodeWeb } from './node-web.ts'

/** Milliseconds after which a desk takes an answer for lost. */
const usualPatience = 20_000

const quiet = { write: () => undefined }
/** Practice's accounts are never kept, so nothing of it is asked. */
const noKeystore: Keystore = {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptStringAsync: () => Promise.reject(new Error('no keystore')),
  decryptStringAsync: () => Promise.reject(new Error('no keystore')),
}

export interface SeatedDesk {
  readonly system: CaseSystem
  /** What the sign-in said: the user's name, or a problem's code. */
  readonly signedIn: string
}

/** The case system as a desk has it: the window's adapter over the main process's gateway. */
export async function seatDesk(seat: {
  readonly server: string
  readonly account: CaseAccount
  readonly clientIdField: string
  /** Milliseconds. */
  readonly patience?: number
}): Promise<SeatedDesk> {
  const gateway = new CaseGateway({
    web: createNodeWeb(),
    serverOf: () => seat.server,
    credentials: new CaseCredentials({ keystore: noKeystore, folder: '/nowhere', log: quiet }),
    userAgent: 'Foyer test',
    log: quiet,
    limits: { milliseconds: seat.patience ?? usualPatience, bytes: 16 * 1024 * 1024 },
  })
  const outcome = await gateway.signIn(practiceRealm, seat.account)
  const signedIn = outcome.ok ? outcome.value : outcome.problem.code
  const site = { clientIdField: seat.clientIdField, inactive: ['resolved', 'rejected', 'deleted'] }
  const system = createRequestTracker({ gateway, user: seat.account.user, site })
  return { system, signedIn }
}
