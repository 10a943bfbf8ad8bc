import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

import type { DataKey, Realm } from '../renderer/domain/setup.ts'

/** What seals the lines of one realm's journal. */
export interface LineKey {
  readonly secret: Buffer
  /** Additional data: a line of another realm, or of another key, does not open. */
  readonly place: Buffer
}

/** Bytes. */
const nonceLength = 12
const tagLength = 16

/**
 * A line begins with one and ends with the other; neither occurs in base64. So a line that lost its end, or a damaged
 * byte between two, costs one line and not its neighbour too.
 */
const mark = { begin: 0x3a, end: 0x0a } as const

/**
 * HKDF-SHA-256 (RFC 5869) with a label of its own, as a window derives the keys of its store. The caller's bytes are
 * wiped.
 */
export function deriveLineKey(realm: Realm, { id, bytes }: DataKey): LineKey {
  const secret = Buffer.from(hkdfSync('sha256', bytes, '', 'foyer journal', 32))
  bytes.fill(0)
  return { secret, place: Buffer.from(`journal ${realm} ${id}`) }
}

/** AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D §8.2.2), as one line of text. */
export function sealLine({ secret, place }: LineKey, text: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(place)
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return asLine(Buffer.from(sealed.toString('base64'), 'latin1'))
}

/** `undefined` where the key, the place or a single bit is not the one that sealed it. */
export function openLine({ secret, place }: LineKey, piece: Buffer): string | undefined {
  const sealed = Buffer.from(piece.toString('latin1'), 'base64')
  if (sealed.length < nonceLength + tagLength) return undefined
  const tagAt = sealed.length - tagLength
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
    decipher.setAAD(place).setAuthTag(sealed.subarray(tagAt))
    return decipher.update(sealed.subarray(nonceLength, tagAt), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

/** What lies between the marks, without them. */
export function piecesOf(bytes: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== undefined && byte !== mark.begin && byte !== mark.end) continue
    if (at > from) pieces.push(bytes.subarray(from, at))
    from = at + 1
  }
  return pieces
}

/** In clear, and no base64: which version of the journal's form a file has. The first, which is this one, has no such line. */
const versionLine = /^#foyer-journal (\d+)$/

/** A newer Foyer has written there what this one may not touch. */
export const isNewerVersion = (piece: Buffer): boolean =>
  Number(versionLine.exec(piece.toString('latin1'))?.[1] ?? 1) > 1

/** A piece with its marks. */
export const asLine = (piece: Buffer): Buffer =>
  Buffer.concat([Buffer.of(mark.begin), piece, Buffer.of(mark.end)])
