import type { Upload } from '../../ports/case-system.ts'
import { wellFormed } from './ticket-sql.ts'

/** Files as RT takes them. */
export const uploadsOf = (files: readonly Upload[]): readonly object[] =>
  files.map(({ name, type, bytes }) => ({
    FileName: asFileName(name),
    FileType: /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/^(?:multipart|message)\//i.test(type) ? type : unknown,
    // RT takes an empty content for a missing one and refuses the message; padding alone decodes to nothing.
    FileContent: bytes.length === 0 ? '====' : base64Of(bytes),
  }))

const unknown = 'application/octet-stream'

/**
 * RT decodes a name from UTF-8 once more than it should: with accents it is garbled, with other letters the request
 * fails. As the bytes of its UTF-8, each as a letter, every name arrives as it is.
 */
function asFileName(name: string): string {
  // RT takes a lone 0 for no name.
  const clean = wellFormed(name).replace(/[\r\n]/g, ' ')
  const bytes = new TextEncoder().encode(clean === '' || clean === '0' ? `${clean}.file` : clean)
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** As many bytes at a time as a call takes as its arguments. */
const slice = 0x8000

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += slice)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + slice)))
  return btoa(parts.join(''))
}

/** `undefined` for what is not base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
