import type { PracticeAddress } from '../domain/practice.ts'
import type { QueueSetup } from '../domain/queue-state.ts'
import { practiceRealm } from '../domain/setup.ts'
import type { CaseAccount, CaseSite, LiveCentre } from '../domain/setup.ts'
import type { TelephonyAccount } from '../ports/telephony.ts'
import type { Workplace } from '../state/shift-store.ts'
import type { CasesOfShift } from './cases/create-cases.ts'

/** Where to work: practice needs no account, a live centre needs one. */
export type SignInChoice =
  | { readonly kind: 'practice' }
  | { readonly kind: 'live'; readonly centre: LiveCentre; readonly user: string; readonly password: string }

/** Everything about where a shift is worked. */
export interface Place {
  readonly workplace: Workplace
  readonly account: TelephonyAccount
  readonly queue: QueueSetup
  readonly cases: CasesOfShift
}

export function placeInPractice(address: PracticeAddress, instanceId: string): Place {
  const { server, domain, user, password, colleagues, echo } = address
  return {
    workplace: {
      ...{ realm: practiceRealm, name: undefined, practice: true, user, domain, colleagues },
      // Its customers' numbers are Canadian.
      dialling: { country: 'CA', echo },
      wrapUpSeconds: undefined,
    },
    account: { servers: [server], domain, user, password, iceServers: [], instanceId },
    queue: { kind: 'published' },
    cases: { realm: practiceRealm, site: practiceCases, account: practiceAccount(address) },
  }
}

const practiceCases: CaseSite = {
  account: 'password',
  inactive: ['resolved', 'rejected', 'deleted'],
  clientIdField: 'ClientUUID',
  keepDays: 30,
}

function practiceAccount({ user, cases }: PracticeAddress): CaseAccount | undefined {
  const account = cases.accounts.find((one) => one.user === user)
  return account && { kind: 'password', user, secret: account.password }
}

export function livePlace(
  { centre, user, password }: Extract<SignInChoice, { kind: 'live' }>,
  instanceId: string,
): Place {
  const { id, name, telephony, dialling, queue, wrapUpSeconds } = centre
  const { servers, domain, iceServers } = telephony
  return {
    workplace: {
      ...{ realm: id, name, practice: false, user, domain, dialling, wrapUpSeconds },
      colleagues: [],
    },
    account: { servers, domain, user, password, iceServers, instanceId },
    queue,
    cases: {
      realm: id,
      site: centre.cases,
      account: centre.cases?.account === 'same' ? { kind: 'password', user, secret: password } : undefined,
    },
  }
}
