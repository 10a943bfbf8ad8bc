import { createHash, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import type { SigningKey } from './signing-key.ts'

/** The built file of a pack: see “The built pack” in docs/knowledge-packs.md. The same pack and key give the same bytes. */
export function writePack(pack: Pack, key: SigningKey): Buffer {
  const body = gzipped(JSON.stringify(pack))
  const head = {
    foyerPack: 1,
    name: pack.name,
    version: pack.version,
    key: key.name,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
  }
  // Ed25519 has no digest of its own to be named, and no chance in it: RFC 8032 §5.1.6.
  const signature = sign(null, Buffer.from(JSON.stringify(head)), key.secret).toString('base64url')
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, signature })}\n`), body])
}

export const packFileName = ({ name, version }: Pick<Pack, 'name' | 'version'>): string =>
  `${name}-${version}.foyerpack`

/** RFC 1952 §2.3: the tenth byte names the system, and 255 is “unknown”. zlib writes no time of its own. */
function gzipped(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 })
  bytes[9] = 255
  return bytes
}
