import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

import { protocol } from 'electron'

import { contentSecurityPolicy } from './content-security-policy.ts'
import { appOrigin, appScheme } from './origin.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** Where the page gets its nonce: React Aria reads `<meta property="csp-nonce">`. */
const nonceMark = '__FOYER_NONCE__'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }])
}

/** Serves the built window from one folder, and nothing from outside it. */
export function serveApp(folder: string, sockets: readonly string[]): void {
  protocol.handle(appScheme, async (request) => {
    const file = fileOf(folder, request.url)
    const type = file && types[extname(file)]
    if (request.method !== 'GET' || !file || !type) return new Response('Not found', { status: 404 })
    const nonce = randomBytes(16).toString('base64')
    try {
      const bytes = await readFile(file)
      const body = type.startsWith('text/html') ? bytes.toString('utf8').replaceAll(nonceMark, nonce) : bytes
      return new Response(body, { headers: headersOf(type, contentSecurityPolicy(nonce, sockets)) })
    } catch {
      return new Response('Not found', { status: 404 })
    }
  })
}

const headersOf = (type: string, policy: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
})

/** The file below `folder` that an address of ours names; `undefined` for every other address. */
export function fileOf(folder: string, address: string): string | undefined {
  if (!address.startsWith(`${appOrigin}/`)) return undefined
  try {
    const file = normalize(join(folder, decodeURIComponent(new URL(address).pathname)))
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : undefined
  } catch {
    return undefined // a percent sign that is no encoding
  }
}
