import type { IncomingHttpHeaders } from 'node:http'
import type { Doorkeeper } from './doorkeeper.ts'

/** An answer of RT's web pages. */
export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly html: string
}

interface PageRequest {
  /** Below the server's prefix. */
  readonly path: string
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** A form. */
  readonly body: string
}

/** RT's sign-in and sign-out. Both answer 200 whether it worked or not: only the cookie's next use tells. */
export function pageFor(
  { path, method, headers, body }: PageRequest,
  doorkeeper: Doorkeeper,
): Page | undefined {
  if (path === '/NoAuth/Logout.html') {
    doorkeeper.signOut(headers)
    return page('You have been logged out.')
  }
  if (path !== '/NoAuth/Login.html') return undefined
  const form = new URLSearchParams(method === 'POST' ? body : '')
  const { isKnown, cookie } = doorkeeper.signIn(form.get('user') ?? '', form.get('pass') ?? '')
  const said = isKnown || !form.has('user') ? '' : 'Your username or password is incorrect'
  return page(said, { 'set-cookie': cookie })
}

const page = (said: string, headers: Readonly<Record<string, string>> = {}): Page => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'DENY', ...headers },
  html: `<!DOCTYPE html>\n<html lang="en"><head><title>Login</title></head><body><p>${said}</p></body></html>\n`,
})
