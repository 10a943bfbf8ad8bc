import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SharedBytes, Uploads } from './uploads.ts'

/**
 * PUT and GET of files (XEP-0363 §6 and §7). Any page may ask: who knows the address may have the file. What is sent back is
 * never shown or run as part of this origin.
 */
export async function serveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { path, uploads }: { readonly path: string; readonly uploads: Uploads },
): Promise<void> {
  const [id = '', encoded = '', ...rest] = path.split('/').slice(1)
  const file = rest.length > 0 ? undefined : uploads.file(id, decodedName(encoded))
  const { method = 'GET' } = request
  if (method === 'OPTIONS') answer(response, 204)
  else if (!file) answer(response, 404)
  else if (method === 'PUT') await take(request, response, { file, uploads })
  else if (method !== 'GET' && method !== 'HEAD') answer(response, 405)
  else if (!file.bytes) answer(response, 404)
  else answer(response, 200, headersOf(file), method === 'GET' ? file.bytes : undefined)
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { file, uploads }: { readonly file: SharedBytes; readonly uploads: Uploads },
): Promise<void> {
  const bytes = await readBytes(request, file.size)
  const type = request.headers['content-type']?.split(';')[0]?.trim()
  if (!bytes) answer(response, 413, { connection: 'close' })
  else answer(response, uploads.put(file, { bytes, type }) ? 201 : 409)
}

const headersOf = ({
  name,
  type,
  size,
}: {
  name: string
  type: string
  size: number
}): Record<string, string> => ({
  'content-type': type,
  'content-length': String(size),
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'private, max-age=86400',
})

/** For every page (Fetch §3.2): neither cookies nor other credentials play a part. */
const always = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, OPTIONS',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-max-age': '7200',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
}

function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: Buffer,
): void {
  response.writeHead(status, { ...always, ...headers })
  response.end(body)
}

/** `undefined` for more than was announced; it is not read to its end. */
function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > most) resolve(undefined)
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('the upload broke off')))
  })
}

function decodedName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
