/** The part of an Electron session that is used: Chromium's network, with cookies that are forgotten at the end. */
export interface CaseWeb {
  fetch(url: string, init: RequestInit & { cache: 'no-store' }): Promise<Response>
  forgetCookies(): Promise<void>
}

export interface ExchangeLimits {
  /** For the whole of it, the answer's last byte included. */
  readonly milliseconds: number
  readonly bytes: number
}

/** What came of a request. */
export type Exchanged =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly type: string
      readonly etag: string | undefined
      readonly body: string
    }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'unreached'; readonly arrived: 'no' | 'perhaps'; readonly why: string }

export interface Asked {
  readonly url: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  /** Whether cookies go with it and are kept. */
  readonly cookies: boolean
}

/**
 * Chromium's errors that prove that no request has left (net/base/net_error_list.h); after any other it may have been
 * done.
 */
const unsent = new RegExp(
  `^ERR_(${[
    'CONNECTION_REFUSED',
    'NAME_NOT_RESOLVED',
    'NAME_RESOLUTION_FAILED',
    'INTERNET_DISCONNECTED',
    'ADDRESS_UNREACHABLE',
    'ADDRESS_INVALID',
    'PROXY_CONNECTION_FAILED',
    'TUNNEL_CONNECTION_FAILED',
    'UNSAFE_PORT',
    'CERT_\\w+',
  ].join('|')})$`,
)

/** Never rejects. */
export async function exchange(web: CaseWeb, limits: ExchangeLimits, asked: Asked): Promise<Exchanged> {
  const controller = new AbortController()
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<Exchanged>((resolve) => {
    limit = setTimeout(() => {
      resolve({ kind: 'unreached', arrived: 'perhaps', why: 'late' })
      controller.abort()
    }, limits.milliseconds)
  })
  const answered = ask(web, asked, { bytes: limits.bytes, signal: controller.signal }).catch(whyNot)
  return Promise.race([answered, late]).finally(() => clearTimeout(limit))
}

async function ask(
  web: CaseWeb,
  { url, method, headers, body, cookies }: Asked,
  { bytes, signal }: { bytes: number; signal: AbortSignal },
): Promise<Exchanged> {
  const response = await web.fetch(url, {
    method,
    // On a connection that was used before, Chromium sends a request again by itself when the connection breaks, a POST
    // too (HttpNetworkTransaction::ShouldResendRequest): a note would be there twice, and what is then refused would
    // look as if it had never left.
    headers: { ...headers, connection: 'close' },
    redirect: 'manual',
    credentials: cookies ? 'include' : 'omit',
    cache: 'no-store',
    signal,
    ...(body !== undefined && { body }),
  })
  const { status } = response
  if ((status >= 300 && status < 400) || response.type === 'opaqueredirect') {
    await response.body?.cancel().catch(() => undefined)
    return { kind: 'redirected' }
  }
  const text = await readText(response, bytes)
  // To the window this process is a gateway, and RFC 9110 §15.6.3 has the status for what it could not take over.
  if (text === undefined)
    return { kind: 'answer', status: 502, type: 'text/plain', etag: undefined, body: '' }
  const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return { kind: 'answer', status, type, etag: response.headers.get('etag') ?? undefined, body: text }
}

/** `undefined` for a body that is larger than what is allowed; the rest of it is not read. */
async function readText(response: Response, limit: number): Promise<string | undefined> {
  if (!response.body) return ''
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    length += value.length
    if (length > limit) {
      await reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
}

/** Electron rejects where a redirect is not followed, and names Chromium's errors in the message. */
function whyNot(error: unknown): Exchanged {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('Redirect was cancelled')) return { kind: 'redirected' }
  const name = /net::(ERR_\w+)/.exec(message)?.[1] ?? 'unknown'
  return { kind: 'unreached', arrived: unsent.test(name) ? 'no' : 'perhaps', why: name }
}
