import type { SharedFile } from '../../domain/message.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { largestSharedFile } from '../../domain/shared-file-kind.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Answer, Request } from './requests.ts'
import { webAddress } from './shared-file.ts'
import { parseSlot, slotRequest } from './upload-slot.ts'
import type { UploadSlot } from './upload-slot.ts'

/** Milliseconds for a file to come. */
const fetchLimit = 60_000
/** Milliseconds without a byte that goes up or comes. */
const stallLimit = 10_000

type FileToShare = Parameters<Chat['share']>[0]

/** Files on the centre's server (XEP-0363). The page's policy says which addresses can be reached at all. */
export function createSharedFiles(needs: {
  readonly ask: (request: Request) => Promise<Answer>
  /** Where the server takes files, if it does. */
  readonly service: () => Promise<string | undefined>
}): Pick<Chat, 'share' | 'fetchFile'> {
  return {
    async share(file) {
      const { name, type, bytes } = file
      if (bytes.length > largestSharedFile) return failed(problem('file-too-large'))
      const service = await needs.service()
      if (service === undefined) return failed(problem('chat-unreachable'))
      const payload = slotRequest({ name, type, size: bytes.length })
      const slot = parseSlot(await needs.ask({ type: 'get', to: service, payload }))
      if (typeof slot === 'string') return failed(problem(slot))
      const wrong = await put(slot, file)
      return wrong ? failed(problem(wrong)) : ok({ url: slot.get, name, type, size: bytes.length })
    },
    fetchFile,
  }
}

/** `fetch` tells nothing of how far it is (there is no progress of a request's body), XMLHttpRequest does. */
function put(
  slot: UploadSlot,
  { type, bytes, progress, signal }: FileToShare,
): Promise<ProblemCode | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    let clock: ReturnType<typeof setTimeout>
    const settle = (code: ProblemCode | undefined): void => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', abort)
      resolve(code)
    }
    const watch = (): void => {
      clearTimeout(clock)
      clock = setTimeout(abort, stallLimit)
    }
    request.upload.onprogress = ({ loaded }) => {
      watch()
      progress?.(bytes.length === 0 ? 1 : Math.min(1, loaded / bytes.length))
    }
    request.onload = () => settle(codeOf(request.status))
    request.onerror = request.onabort = () => settle('chat-unreachable')
    request.open('PUT', slot.put)
    request.setRequestHeader('content-type', type)
    for (const [name, value] of slot.headers) request.setRequestHeader(name, value)
    signal?.addEventListener('abort', abort)
    watch()
    if (signal?.aborted) settle('chat-unreachable')
    else request.send(bytes)
  })
}

function codeOf(status: number): ProblemCode | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 413) return 'file-too-large'
  return status >= 400 && status < 500 ? 'chat-file-refused' : 'chat-unreachable'
}

async function fetchFile({ url }: SharedFile): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const address = webAddress(url)
  if (!address) return failed(problem('file-missing'))
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(fetchLimit),
    })
    if (response.ok && response.body) return await readBounded(response.body)
    const isGone = response.status >= 400 && response.status < 500
    return failed(problem(isGone ? 'file-missing' : 'chat-unreachable'))
  } catch {
    return failed(problem('chat-unreachable'))
  }
}

/** What a server says about the length proves nothing: it is counted. */
async function readBounded(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > largestSharedFile) {
      void reader.cancel()
      return failed(problem('file-too-large'))
    }
    parts.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return ok(bytes)
}
