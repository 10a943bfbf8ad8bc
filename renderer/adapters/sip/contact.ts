import { Grammar } from 'sip.js'
import type { URI, UserAgent } from 'sip.js'
import type { IncomingResponseMessage, NameAddrHeader } from 'sip.js/lib/core/index.js'

/** Names this desk's installation in a Contact (RFC 5626 §4.1). */
export const instanceParameter = (userAgent: UserAgent): string =>
  `+sip.instance="<urn:uuid:${userAgent.instanceId}>"`

/** Our contact among all those that a registrar lists (RFC 3261 §10.2.4); some rewrite its address. */
export function ownContact(
  answer: IncomingResponseMessage,
  userAgent: UserAgent,
): NameAddrHeader | undefined {
  const listed = answer
    .getHeaders('contact')
    .map((_, index): unknown => answer.parseHeader('contact', index))
    .filter(isNameAddress)
  return (
    listed.find((contact) =>
      contact.getParam('+sip.instance')?.toLowerCase().includes(userAgent.instanceId.toLowerCase()),
    ) ?? listed.find((contact) => contact.uri.user === userAgent.contact.uri.user)
  )
}

const isNameAddress = (header: unknown): header is NameAddrHeader =>
  typeof header === 'object' && header !== null && 'uri' in header && 'getParam' in header

/** The address that stays with this desk over every connection (RFC 5627 §4.2), where the server gives one. */
export function lastingAddress(own: NameAddrHeader | undefined): URI | undefined {
  const written = own?.getParam('pub-gruu')?.replaceAll('"', '')
  return written ? Grammar.URIParse(written) : undefined
}

/** Seconds: what the registrar says of our contact, else of all, else what was asked for; at least one. */
export function secondsGranted(
  answer: IncomingResponseMessage,
  own: NameAddrHeader | undefined,
  asked: number,
): number {
  const said = [own?.getParam('expires'), answer.getHeader('expires')]
    .map((seconds) => Number.parseInt(seconds ?? '', 10))
    .find((seconds) => Number.isFinite(seconds) && seconds >= 0)
  return Math.max(1, Math.min(said ?? asked, 86_400))
}
