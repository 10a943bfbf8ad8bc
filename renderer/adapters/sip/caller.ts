import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js'

import type { Party } from '../../domain/call.ts'

/** Longest name or queue that is shown; longer ones are somebody's joke or mistake. */
const longest = 120

const clean = (text: string | undefined): string | undefined => {
  // Control and bidirectional characters in a display name could make one caller look like another.
  const shown = text
    ?.replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, longest)
  return shown === '' ? undefined : shown
}

/** Enough for a number of a service; shorter ones are extensions, which a PBX gives out as it likes. */
const serviceNumber = /^\+?\d{7,15}$/

/** What the caller dialled: RFC 7315 §4.2, or the To of the first INVITE, which proxies leave as it is (RFC 3261 §8.1.1.2). */
function calledOn(request: IncomingRequestMessage): string | undefined {
  const told = /sips?:([^@;>]+)@/i.exec(request.getHeader('P-Called-Party-ID') ?? '')?.[1]
  return [told, request.to.uri.user].find((user) => user !== undefined && serviceNumber.test(user))
}

/**
 * Who calls, from the From header (RFC 3261 §20.20) and the queue's own header. A network that withholds the number
 * says `anonymous` (RFC 3323 §4.1).
 */
export function callerOf(request: IncomingRequestMessage): Party {
  const { uri, displayName } = request.from
  const user = clean(uri.user)
  const withheld = user === undefined || user.toLowerCase() === 'anonymous'
  return {
    number: withheld ? undefined : user,
    name: withheld ? undefined : clean(displayName),
    queue: clean(request.getHeader('X-Queue')),
    called: calledOn(request),
  }
}
