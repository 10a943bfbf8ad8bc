import { CookieJar } from './cookie-jar.ts'
import { netError } from './net-errors.ts'
import { NotImitatedError, refuseUnknownOptions, strict } from './not-imitated.ts'

/** What may be asked of a partition's fetch. */
export interface PartitionInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly redirect?: 'follow' | 'manual' | 'error'
  readonly credentials?: 'include' | 'omit'
  readonly cache?: 'no-store'
  readonly signal?: AbortSignal
}

const known = ['method', 'headers', 'body', 'redirect', 'credentials', 'cache', 'signal']
/** Chromium's own limit (net/url_request/url_request.cc). */
const mostRedirects = 20
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Electron'

/** An Electron session in memory: fetch with cookies of its own, by Node's network instead of Chromium's. */
export function createPartition(name: string): object {
  const jar = new CookieJar()
  return strict(`session.fromPartition('${name}')`, {
    fetch: (input: unknown, init: PartitionInit = {}) => fetchWith(jar, input, init),
    clearStorageData: (...options: readonly unknown[]) => {
      if (options.length > 0) throw new NotImitatedError('session.clearStorageData with options')
      jar.clear()
      return Promise.resolve()
    },
  })
}

/** Electron's session.fromPartition: the same name is the same session. */
export function createPartitions(isReady: () => boolean): (name: string, options?: object) => object {
  const partitions = new Map<string, object>()
  return (name, options = {}) => {
    if (!isReady()) throw new Error('Session can only be received when app is ready')
    if (name === '' || name.startsWith('persist:'))
      throw new NotImitatedError(`session.fromPartition('${name}')`)
    refuseUnknownOptions('session.fromPartition', options, ['cache'])
    const partition = partitions.get(name) ?? createPartition(name)
    partitions.set(name, partition)
    return partition
  }
}

async function fetchWith(jar: CookieJar, input: unknown, init: PartitionInit): Promise<Response> {
  refuseUnknownOptions('session.fetch', init, known)
  if (typeof input !== 'string' || !/^https?:/.test(input))
    throw new NotImitatedError('session.fetch of anything but an http: or https: address')
  let [url, asked] = [new URL(input), init]
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetchOnce(jar, url, asked)
    const location = isRedirect(response.status) ? response.headers.get('location') : null
    if (location === null) return answered(response)
    await response.body?.cancel()
    if (init.redirect === 'manual') throw new Error('Redirect was cancelled')
    if (init.redirect === 'error') throw new Error("Attempted to redirect, but redirect policy was 'error'")
    url = new URL(location, url)
    asked = afterRedirect(response.status, asked)
  }
  throw new Error('net::ERR_TOO_MANY_REDIRECTS')
}

/** Fetch §2.2.6. */
const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** Fetch §4.4 step 12: what was sent is then fetched, not sent once more. */
function afterRedirect(status: number, { body, ...asked }: PartitionInit): PartitionInit {
  const isSent = status !== 303 && (status > 303 || asked.method !== 'POST')
  if (isSent) return { ...asked, ...(body !== undefined && { body }) }
  return { ...asked, method: 'GET' }
}

async function fetchOnce(
  jar: CookieJar,
  url: URL,
  { method = 'GET', headers = {}, body, credentials, signal }: PartitionInit,
): Promise<Response> {
  const withCookies = credentials !== 'omit'
  const cookie = withCookies ? jar.header(url) : undefined
  const response = await fetch(url, {
    method,
    headers: { 'user-agent': browser, ...headers, ...(cookie !== undefined && { cookie }) },
    redirect: 'manual',
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw netError(error)
  })
  if (withCookies) jar.keep(url, response.headers.getSetCookie())
  return response
}

/** With a body that breaks as Chromium's does. */
function answered({ body, status, statusText, headers }: Response): Response {
  if (!body) return new Response(null, { status, statusText, headers })
  const reader = body.getReader()
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(netError(error))
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return new Response(source, { status, statusText, headers })
}
