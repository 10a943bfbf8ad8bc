import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** Whoever publishes packs, written from docs/knowledge-packs.md alone. */
export interface Publisher {
  /** Base64url of the 32 bytes of the public key, as a configuration names it. */
  readonly key: string
  publish(pack: { name?: string; version?: number; content?: unknown }): Uint8Array
}

const publicBytes = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

export function makePublisher(): Publisher {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const bytes = publicBytes(publicKey)
  const key = createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64url')
  return {
    key: bytes.toString('base64url'),
    publish({ name = 'benefits', version = 1, content = { title: 'x' } }) {
      const body = gzipSync(JSON.stringify(content))
      const sha256 = createHash('sha256').update(body).digest('hex')
      const head = { foyerPack: 1, name, version, key, sha256, bytes: body.length }
      const signature = sign(null, Buffer.from(JSON.stringify(head)), privateKey).toString('base64url')
      return Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, signature })}\n`), body])
    },
  }
}
