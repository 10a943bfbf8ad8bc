/** The part of an Electron session that is used. */
export interface PackWeb {
  fetch(url: string, init: RequestInit & { cache: 'no-store' }): Promise<Response>
}

export interface FetchLimits {
  /** For the whole of it, the last byte included. */
  readonly milliseconds: number
  readonly bytes: number
}

export const packLimits: FetchLimits = { milliseconds: 120_000, bytes: 64 * 1024 * 1024 }

export type FetchedPack =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly etag: string | undefined }
  | { readonly kind: 'refused'; readonly why: 'unreachable' | 'too-large' }

/**
 * Asks a web server for a pack, with the entity tag of the last one (RFC 9110 §13.1.2). Nothing is kept of what was cut
 * off, and no redirect is followed: the address is IT's decision. Never rejects.
 */
export async function fetchPack(
  web: PackWeb,
  { url, etag }: { readonly url: string; readonly etag: string | undefined },
  limits = packLimits,
): Promise<FetchedPack> {
  const late = AbortSignal.timeout(limits.milliseconds)
  try {
    const response = await web.fetch(url, {
      headers: etag === undefined ? {} : { 'if-none-match': etag },
      ...{ redirect: 'error', credentials: 'omit', cache: 'no-store', signal: late },
    })
    if (response.status === 304) return { kind: 'unchanged' }
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel().catch(() => undefined)
      return { kind: 'refused', why: 'unreachable' }
    }
    const bytes = await readBytes(response.body, limits.bytes)
    if (!bytes) return { kind: 'refused', why: 'too-large' }
    return { kind: 'file', bytes, etag: response.headers.get('etag') ?? undefined }
  } catch {
    return { kind: 'refused', why: 'unreachable' }
  }
}

/** `undefined` for what is larger than allowed; the rest of it is not read. */
async function readBytes(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    length += value.length
    if (length > limit) {
      await reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
}
