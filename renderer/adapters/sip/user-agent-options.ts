import { UserAgent } from 'sip.js'
import type { UserAgentOptions } from 'sip.js'

import type { TelephonyAccount } from '../../ports/telephony.ts'

/** Seconds to wait for the socket to open. */
const connectionTimeout = 5

/** SIP.js's settings for an account; `undefined` where user and domain do not make an address. */
export function userAgentOptions(
  account: TelephonyAccount,
  instanceId: string,
): UserAgentOptions | undefined {
  const uri = UserAgent.makeURI(`sip:${encodeURIComponent(account.user)}@${account.domain}`)
  if (!uri) return undefined
  return {
    uri,
    instanceId,
    authorizationUsername: account.user,
    authorizationPassword: account.password,
    contactParams: { transport: 'ws' },
    transportOptions: { server: account.server, connectionTimeout, keepAliveInterval: 15, traceSip: false },
    userAgentString: 'Foyer',
    // Messages hold names and numbers: nothing of SIP.js is logged.
    logBuiltinEnabled: false,
    logConfiguration: false,
  }
}
