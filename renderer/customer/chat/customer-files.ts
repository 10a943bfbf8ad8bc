import type { Answer, Request } from '../../adapters/xmpp/requests.ts'
import { createSharedFiles } from '../../adapters/xmpp/shared-files.ts'
import type { SharedFile } from '../../domain/message.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { largestSharedFile, typeOfBytes } from '../../domain/shared-file-kind.ts'
import type { ShareableType } from '../../domain/shared-file-kind.ts'

export type FileProblem = 'too-large' | 'wrong-type' | 'refused' | 'no-link' | 'missing'

export interface FetchedFile {
  /** As its bytes show, whatever was said about it. */
  readonly type: ShareableType
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The files of a chat (XEP-0363), in both directions of the types that `shareableTypes` names. */
export class CustomerFiles {
  readonly #files: ReturnType<typeof createSharedFiles>

  /** @param service where the server takes files, if it does */
  constructor(service: string | undefined, ask: (request: Request) => Promise<Answer>) {
    this.#files = createSharedFiles({ ask, service: () => Promise.resolve(service) })
  }

  async share(
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    progress: (part: number) => void,
  ): Promise<Result<SharedFile, FileProblem>> {
    if (bytes.length > largestSharedFile) return failed('too-large')
    const type = typeOfBytes(bytes)
    if (!type) return failed('wrong-type')
    const shared = await this.#files.share({ name, type, bytes, progress })
    return shared.ok ? shared : failed(problems[shared.problem.code] ?? 'no-link')
  }

  async fetch(file: SharedFile): Promise<Result<FetchedFile, FileProblem>> {
    const fetched = await this.#files.fetchFile(file)
    if (!fetched.ok) return failed(problems[fetched.problem.code] ?? 'no-link')
    const type = typeOfBytes(fetched.value)
    return type ? ok({ type, bytes: fetched.value }) : failed('wrong-type')
  }
}

const problems: Readonly<Record<string, FileProblem>> = {
  'file-too-large': 'too-large',
  'chat-file-refused': 'refused',
  'file-missing': 'missing',
}
