/** `local@domain/resource` (RFC 7622), as one text in its canonical form wherever it goes between our parts. */
export type Address = string

/** RFC 7622 §3.3.1: what a local part may not hold. */
const local = /^[^\s"&'/:<>@\p{C}]{1,255}$/u
const domain = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,253}[\p{L}\p{N}])?$/u
const resource = /^[^\p{C}]{1,255}$/u

/** `undefined` for what is no address. Case and composed letters are made the same, as far as people's names need it. */
export function canonical(text: string): Address | undefined {
  const slash = text.indexOf('/')
  const bare = (slash < 0 ? text : text.slice(0, slash)).normalize('NFC').toLowerCase()
  const tail = slash < 0 ? undefined : text.slice(slash + 1).normalize('NFC')
  const at = bare.indexOf('@')
  if (at >= 0 && !local.test(bare.slice(0, at))) return undefined
  if (!domain.test(bare.slice(at + 1))) return undefined
  if (tail === undefined) return bare
  return resource.test(tail) ? `${bare}/${tail}` : undefined
}

export const bareOf = (address: Address): Address => {
  const slash = address.indexOf('/')
  return slash < 0 ? address : address.slice(0, slash)
}

export const resourceOf = (address: Address): string | undefined => {
  const slash = address.indexOf('/')
  return slash < 0 ? undefined : address.slice(slash + 1)
}

export const domainOf = (address: Address): string => {
  const bare = bareOf(address)
  return bare.slice(bare.indexOf('@') + 1)
}

export const localOf = (address: Address): string | undefined => {
  const bare = bareOf(address)
  const at = bare.indexOf('@')
  return at < 0 ? undefined : bare.slice(0, at)
}
