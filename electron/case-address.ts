import { networkOf } from './permissions.ts'

/** Below the configured address: the API, the form that begins a session, and what ends it. */
const places = { api: '/REST/2.0', signIn: '/NoAuth/Login.html', signOut: '/NoAuth/Logout.html' } as const

/** `https:`, or `http:` where nothing leaves this computer. A password in an address would be read by everybody. */
export function isCaseServer(text: string): boolean {
  if (!URL.canParse(text) || /[?#\\\s]/.test(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && networkOf(hostname) === 'loopback')
  return isSafe && username === '' && password === ''
}

/** @param server the configured address, with or without a slash at its end */
export const placeOf = (server: string, place: keyof typeof places): string =>
  `${new URL(server).href.replace(/\/+$/, '')}${places[place]}`

/** Times that a path is decoded at most on its way: by a proxy, by the server, by what runs in it. */
const decodings = 3

/**
 * Whether a path stays below the place that it is put behind, whoever decodes it and however often. It has no empty
 * segment (`//host`), no dots for a segment in any escape, no backslash, no control character and no fragment.
 */
export function isCasePath(path: string): boolean {
  // Printable ASCII, as a URL is written (RFC 3986 §2).
  if (!/^\/[\x21-\x7e]*$/.test(path) || /[\\#]/.test(path)) return false
  let plain = path.split('?', 1)[0] ?? ''
  for (let times = 0; times <= decodings; times++) {
    if (/[\\\x00-\x1f\x7f]|\/\/|(^|\/)\.\.?(\/|$)/.test(plain)) return false
    plain = decode(plain)
  }
  return true
}

/** Byte for byte, as the most lenient server would. */
const decode = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** The address that is asked; `undefined` for one that is not below the API, as the URL parser understands it. */
export function addressOf(server: string, path: string): string | undefined {
  if (!isCasePath(path)) return undefined
  const api = new URL(placeOf(server, 'api'))
  const url = new URL(`${api.href}${path}`)
  const isBelow = url.origin === api.origin && url.pathname.startsWith(`${api.pathname}/`)
  return isBelow && url.username === '' && url.password === '' ? url.href : undefined
}
