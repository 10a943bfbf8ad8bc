import { NotImitatedError, refuseUnknownOptions } from '../imitated/not-imitated.ts'

const privilegeNames = ['standard', 'secure', 'supportFetchAPI', 'corsEnabled', 'stream', 'codeCache']

interface CustomScheme {
  readonly scheme: string
  readonly privileges?: Readonly<Record<string, boolean>>
}

/**
 * The app's own URL schemes. Chromium cannot host them, so `app://bundle/x` is `http://bundle.app.localhost/x` in the
 * browser: a secure context (W3C Secure Contexts, 3.1: *.localhost is potentially trustworthy), and without a port in
 * its origin, so that what the page stores is there again at the next start.
 */
export class Schemes {
  readonly #names = new Set<string>()

  register(schemes: readonly CustomScheme[]): void {
    for (const { scheme, privileges = {} } of schemes) {
      refuseUnknownOptions('privileges', privileges, privilegeNames)
      if (privileges['standard'] !== true || privileges['secure'] !== true)
        throw new NotImitatedError(`the scheme ${scheme} without the privileges standard and secure`)
      this.#names.add(scheme)
    }
  }

  names(): string[] {
    return [...this.#names]
  }

  has(scheme: string): boolean {
    return this.#names.has(scheme)
  }

  /** The browser's URL for one of the app's; any other URL is returned as it is. */
  toBrowser(url: string): string {
    const [, scheme = '', host = '', path = ''] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]+)(.*)$/is.exec(url) ?? []
    if (!this.#names.has(scheme)) return url
    return `${this.#hostInBrowser(host, scheme)}${path.startsWith('/') ? path : `/${path}`}`
  }

  /** The app's URL for one of the browser's; any other URL is returned as it is. */
  toApp(url: string): string {
    const [, host = '', scheme = '', path = ''] =
      /^http:\/\/([^/?#:]+)\.([a-z0-9+-]+)\.localhost(?:[:]80)?([/?#].*)?$/is.exec(url) ?? []
    return this.#names.has(scheme) ? `${scheme}://${host}${path}` : url
  }

  /** Whether the browser's URL is one of the app's. */
  isOurs(browserUrl: string): boolean {
    return this.toApp(browserUrl) !== browserUrl
  }

  /** The origin that the browser sends for exactly one of the app's origins; undefined for any other text. */
  originInBrowser(text: string): string | undefined {
    const [, scheme = '', host = ''] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]+)$/i.exec(text) ?? []
    return this.#names.has(scheme) ? this.#hostInBrowser(host, scheme) : undefined
  }

  /** A Content-Security-Policy whose sources of ours (`app:`, `app://bundle`) are named as the browser sees them. */
  policyInBrowser(policy: string): string {
    return policy
      .split(/([\s;,]+)/)
      .map((part) => {
        const scheme = /^([a-z][a-z0-9+-]*):$/i.exec(part)?.[1]
        if (scheme !== undefined && this.#names.has(scheme)) return this.#hostInBrowser('*', scheme)
        return this.originInBrowser(part) ?? this.toBrowser(part)
      })
      .join('')
  }

  #hostInBrowser(host: string, scheme: string): string {
    return `http://${host}.${scheme}.localhost`
  }
}

/** Origin of one of the app's URLs or of any other: `app://bundle`, which URL itself calls "null". */
export function originOf(url: string): string {
  try {
    const { origin, protocol, host } = new URL(url)
    return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin
  } catch {
    return 'null'
  }
}
