import { formOf } from './forms.ts'
import { largestSharedFile } from '../../../../renderer/domain/shared-file-kind.ts'
import { ns } from './namespaces.ts'
import { errorFor, isRequest, payloadOf, resultOf, typeOf } from './stanza.ts'
import type { Send, Stanza } from './stanza.ts'
import { countIn, xml } from './xml.ts'
import type { Xml } from './xml.ts'

export interface SharedBytes {
  readonly name: string
  readonly type: string
  readonly size: number
  bytes: Buffer | undefined
}

export interface UploadsMeans {
  readonly send: Send
  readonly newId: () => string
  /** `http://127.0.0.1:PORT/SECRET`, below which every file has an id and its name. */
  readonly address: () => string
}

/** Bytes of all files together; the oldest go first. */
const mostBytes = 128 * 1024 * 1024
const mostSlots = 2000
const longestName = 200

/** Places for files, by ids that nobody can guess (XEP-0363). */
export class Uploads {
  readonly #means: UploadsMeans
  readonly #files = new Map<string, SharedBytes>()

  constructor(means: UploadsMeans) {
    this.#means = means
  }

  receive(stanza: Stanza): void {
    if (!isRequest(stanza)) return
    const asked = payloadOf(stanza)
    const namespace = asked?.getNS()
    const { send } = this.#means
    const answer =
      typeOf(stanza) !== 'get' || !asked
        ? undefined
        : namespace === ns.upload
          ? this.#slot(stanza, asked)
          : namespace === ns.info
            ? resultOf(stanza, information())
            : undefined
    const sent = answer ?? errorFor(stanza, 'service-unavailable')
    if (sent) send(sent)
  }

  /** What is or will be at that place. */
  file(id: string, name: string): SharedBytes | undefined {
    const file = this.#files.get(id)
    return file?.name === name ? file : undefined
  }

  /** @returns whether it is what was announced, and comes for the first time */
  put(
    file: SharedBytes,
    { bytes, type }: { readonly bytes: Buffer; readonly type: string | undefined },
  ): boolean {
    if (file.bytes || bytes.byteLength !== file.size) return false
    if (type !== undefined && type !== file.type) return false
    file.bytes = bytes
    this.#makeRoom()
    return true
  }

  #slot(request: Stanza, asked: Xml): Stanza | undefined {
    const { filename = '', size, 'content-type': type = 'application/octet-stream' } = asked.attrs
    const bytes = countIn(size)
    const name = plainName(filename)
    if (
      asked.getName() !== 'request' ||
      bytes === undefined ||
      bytes === 0 ||
      name === '' ||
      !/^[\w.+-]+\/[\w.+-]+$/.test(type)
    )
      return errorFor(request, 'bad-request')
    if (bytes > largestSharedFile) return errorFor(request, 'not-acceptable', tooLarge())
    const id = this.#means.newId()
    this.#files.set(id, { name, type, size: bytes, bytes: undefined })
    this.#makeRoom()
    const url = `${this.#means.address()}/${id}/${encodeURIComponent(name)}`
    return resultOf(request, xml('slot', { xmlns: ns.upload }, xml('put', { url }), xml('get', { url })))
  }

  #makeRoom(): void {
    let kept = [...this.#files.values()].reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0)
    for (const [id, { bytes }] of this.#files) {
      if (kept <= mostBytes && this.#files.size <= mostSlots) return
      this.#files.delete(id)
      kept -= bytes?.byteLength ?? 0
    }
  }
}

/** The last part of a path, without what means something to a file system or a header. */
const plainName = (text: string): string =>
  (text.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{C}"<>:|?*]/gu, '')
    .replace(/^\.+/, '')
    .slice(0, longestName)
    .trim()

const tooLarge = (): Xml =>
  xml('file-too-large', { xmlns: ns.upload }, xml('max-file-size', {}, String(largestSharedFile)))

const information = (): Xml =>
  xml(
    'query',
    { xmlns: ns.info },
    xml('identity', { category: 'store', type: 'file', name: 'Files' }),
    xml('feature', { var: ns.info }),
    xml('feature', { var: ns.upload }),
    formOf('result', ns.upload, [
      { name: 'max-file-size', type: 'text-single', value: String(largestSharedFile) },
    ]),
  )
