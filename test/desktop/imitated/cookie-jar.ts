import { NotImitatedError } from './not-imitated.ts'

interface Cookie {
  readonly name: string
  readonly value: string
  readonly host: string
  readonly path: string
  readonly secure: boolean
}

/** A partition's cookies (RFC 6265 §5), in memory, each for the one host that set it. */
export class CookieJar {
  #cookies: readonly Cookie[] = []

  /** @param headers the values of Set-Cookie */
  keep(url: URL, headers: readonly string[]): void {
    for (const header of headers) {
      const { cookie, isOver } = parse(url, header)
      const others = this.#cookies.filter((one) => !isSame(one, cookie))
      this.#cookies = isOver ? others : [...others, cookie]
    }
  }

  /** The value of the Cookie header; `undefined` where none goes. */
  header(url: URL): string | undefined {
    const sent = this.#cookies.filter((cookie) => goesTo(url, cookie))
    return sent.length === 0 ? undefined : sent.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  clear(): void {
    this.#cookies = []
  }
}

const isSame = (a: Cookie, b: Cookie): boolean => a.name === b.name && a.host === b.host && a.path === b.path

function parse(url: URL, header: string): { cookie: Cookie; isOver: boolean } {
  const [pair = '', ...rest] = header.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const attributes = new Map(
    rest.map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=', 2)
      return [name.toLowerCase(), value]
    }),
  )
  const domain = attributes.get('domain')?.replace(/^\./, '')
  if (domain !== undefined && domain !== url.hostname) throw new NotImitatedError('a cookie of several hosts')
  const cookie = {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    host: url.hostname,
    path: attributes.get('path') ?? (url.pathname.replace(/\/[^/]*$/, '') || '/'),
    secure: attributes.has('secure'),
  }
  return { cookie, isOver: isOver(attributes) }
}

function isOver(attributes: ReadonlyMap<string, string>): boolean {
  const [age, expires] = [attributes.get('max-age'), attributes.get('expires')]
  if (age !== undefined) return Number(age) <= 0
  return expires !== undefined && Date.parse(expires) <= Date.now()
}

function goesTo(url: URL, { host, path, secure }: Cookie): boolean {
  const below = path.endsWith('/') ? path : `${path}/`
  const isThere = url.pathname === path || url.pathname.startsWith(below)
  // Chromium counts the computer itself as secure.
  const isSafe = url.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return url.hostname === host && isThere && (!secure || isSafe)
}
