import type { IncomingMessage, ServerResponse } from 'node:http'

/** The built customer's page: its files by their path below the page's address, `index.html` as `/`. */
export type CustomerPage = ReadonlyMap<string, PageFile>

export interface PageFile {
  readonly type: string
  readonly bytes: Buffer
  /** Without it the page's files may load only each other and speak with this server. */
  readonly policy?: string
}

/** Narrower than the page's own: it names the one server. Blobs are pictures whose bytes were looked at. */
const ownPolicy = (host: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' blob:`,
    `connect-src 'self' ws://${host}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types xml-of-chats`,
  ].join('; ')

/** Files from memory, to be read alone. */
export function serveCustomerPage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { path, page }: { readonly path: string; readonly page: CustomerPage },
): void {
  const file = page.get(path)
  if (!file || (method !== 'GET' && method !== 'HEAD')) {
    response.writeHead(file ? 405 : 404, { 'content-length': 0 }).end()
    return
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.byteLength,
    'content-security-policy': file.policy ?? ownPolicy(headers.host ?? ''),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(method === 'GET' ? file.bytes : undefined)
}
