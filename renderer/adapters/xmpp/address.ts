/** An XMPP address (RFC 7622): `local@domain/resource`. */
export interface Address {
  /** `local@domain`, or the domain alone, in lower case. */
  readonly bare: string
  readonly local: string | undefined
  readonly domain: string
  readonly resource: string | undefined
}

/** Each part has 1023 bytes at most (RFC 7622 §3.1). */
const longest = 3 * 1023 + 2

export function parseAddress(text: string | null | undefined): Address | undefined {
  if (!text || text.length > longest) return undefined
  const slash = text.indexOf('/')
  const bare = (slash === -1 ? text : text.slice(0, slash)).toLowerCase()
  const resource = slash === -1 ? undefined : text.slice(slash + 1)
  const at = bare.indexOf('@')
  const local = at === -1 ? undefined : bare.slice(0, at)
  const domain = bare.slice(at + 1)
  if (domain === '' || local === '' || resource === '' || /[\s@<>&"']/u.test(domain)) return undefined
  return { bare, local, domain, resource }
}
