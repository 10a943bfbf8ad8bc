import { UserAgent } from 'sip.js'
import type { URI } from 'sip.js'

/** `sip:user@domain`; `undefined` where the two do not make an address. */
export function addressOf(user: string, domain: string): URI | undefined {
  // Half a surrogate pair has no UTF-8 form, and encodeURIComponent throws at it.
  if (/\p{Cs}/u.test(user)) return undefined
  // A plus may stay as it is (RFC 3261 §25.1, user-unreserved), and some servers compare letter by letter.
  return UserAgent.makeURI(`sip:${encodeURIComponent(user).replaceAll('%2B', '+')}@${domain}`)
}
