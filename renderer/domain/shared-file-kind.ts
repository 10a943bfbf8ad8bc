/** What may be sent and shown, by its first bytes: a name or a declared type proves nothing. */
export const shareableTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
] as const
export type ShareableType = (typeof shareableTypes)[number]

/** Bytes. */
export const largestSharedFile = 10 * 1024 * 1024

const signatures: readonly (readonly [ShareableType, readonly number[], number])[] = [
  // PNG (ISO/IEC 15948) §5.2, JPEG (ITU-T T.81) B.1.1, GIF89a §17, RFC 9649 §2.4, ISO 32000-1 §7.5.2.
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0],
  ['image/jpeg', [0xff, 0xd8, 0xff], 0],
  ['image/gif', [0x47, 0x49, 0x46, 0x38], 0],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 0],
]

/** `undefined` for what may not be sent or shown. Text is what holds no control character but tab and line ends. */
export function typeOfBytes(bytes: Uint8Array): ShareableType | undefined {
  const found = signatures.find(([, signature, at]) =>
    signature.every((byte, index) => bytes[at + index] === byte),
  )
  if (found) return found[0]
  return bytes.length > 0 && bytes.every(isTextByte) ? 'text/plain' : undefined
}

const isTextByte = (byte: number): boolean =>
  byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte !== 0x7f)
