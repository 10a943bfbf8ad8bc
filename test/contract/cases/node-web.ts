import type { CaseWeb } from '../../../electron/case-exchange.ts'

/** Chromium's names (net/base/net_error_list.h) for what Node says of a connection that did not come about. */
const chromiumNames: Readonly<Partial<Record<string, string>>> = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ENOTFOUND: 'NAME_NOT_RESOLVED',
  ENETUNREACH: 'ADDRESS_UNREACHABLE',
  EHOSTUNREACH: 'ADDRESS_UNREACHABLE',
  ECONNRESET: 'CONNECTION_RESET',
}

/** Node's fetch in the clothes of a session of Electron: with cookies, and with Chromium's names of errors. */
export function createNodeWeb(): CaseWeb {
  const cookies = new Map<string, string>()
  return {
    async fetch(url, { credentials, headers, ...init }) {
      const sent = new Headers(headers)
      if (credentials === 'include' && cookies.size > 0)
        sent.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const response = await fetch(url, { ...init, headers: sent }).catch((error: unknown) => {
        throw new Error(`net::ERR_${nameOf(error)}`, { cause: error })
      })
      if (credentials === 'include')
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? []
          cookies.set(name, value)
        }
      return response
    },
    forgetCookies() {
      cookies.clear()
      return Promise.resolve()
    },
  }
}

function nameOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return chromiumNames[code] ?? 'FAILED'
}
