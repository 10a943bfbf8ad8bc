import { KnownFault } from './refusal.ts'

/**
 * RT takes each character of a name for a byte, and the bytes for UTF-8: `é` is lost, and it dies of what is no byte. What
 * comes as UTF-8 bytes, one character each, or as an encoded word (RFC 2047 §2) arrives whole. Folders are cut off.
 */
export function receivedFileName(name: string): string {
  if (/[^\u0000-\u00ff]/.test(name)) throw new KnownFault('a wide character in the name of a file')
  const text = Buffer.from(name.replace(/[\r\n]/g, ''), 'latin1').toString('utf8')
  const base = text.slice(text.lastIndexOf('/') + 1)
  return base.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, coding: string, word: string) =>
    (coding.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedPrintable(word)).toString('utf8'),
  )
}

const quotedPrintable = (word: string): Buffer =>
  Buffer.from(
    word
      .replace(/_/g, ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
