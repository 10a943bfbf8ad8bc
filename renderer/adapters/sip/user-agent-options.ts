import { SIPExtension } from 'sip.js'
import type { UserAgentOptions } from 'sip.js'

import type { TelephonyAccount } from '../../ports/telephony.ts'
import { addressOf } from './address.ts'
import { LineTransport } from './transport.ts'

/** SIP.js's settings for an account; `undefined` where user and domain do not make an address. */
export function userAgentOptions(account: TelephonyAccount): UserAgentOptions | undefined {
  const uri = addressOf(account.user, account.domain)
  if (!uri) return undefined
  return {
    uri,
    instanceId: account.instanceId,
    authorizationUsername: account.user,
    authorizationPassword: account.password,
    contactParams: { transport: 'ws' },
    transportConstructor: LineTransport,
    // A colleague may hand a customer over after having asked (RFC 3891).
    sipExtensionReplaces: SIPExtension.Supported,
    // Its graceful way waits for one answer after the other, also where nobody answers any more.
    gracefulShutdown: false,
    userAgentString: 'Foyer',
    // Messages hold names and numbers: nothing of SIP.js is logged.
    logBuiltinEnabled: false,
    logConfiguration: false,
  }
}
