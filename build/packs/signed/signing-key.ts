import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { failed, ok } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'

/** Who publishes: an Ed25519 key (RFC 8032). */
export interface SigningKey {
  readonly secret: KeyObject
  /** The 32 bytes of the public key, base64url: what a desk's configuration names. */
  readonly public: string
  /** The first 12 bytes of their SHA-256, base64url: by it a desk picks the key. */
  readonly name: string
}

export const newKey = (): SigningKey => keyOf(generateKeyPairSync('ed25519').privateKey)

/** PKCS#8 in PEM (RFC 7468, RFC 8410), as `openssl genpkey -algorithm ed25519` writes it too. */
export const writeKey = ({ secret }: SigningKey): string =>
  secret.export({ type: 'pkcs8', format: 'pem' }).toString()

export function readKey(pem: string): Result<SigningKey, string> {
  try {
    const secret = createPrivateKey(pem)
    if (secret.asymmetricKeyType === 'ed25519') return ok(keyOf(secret))
    return failed(`it is a key of another kind (${secret.asymmetricKeyType ?? 'unknown'})`)
  } catch {
    return failed('it is no private key in PEM')
  }
}

/** RFC 8410 §4: in SPKI the 32 bytes are the last. */
const publicLength = 32

function keyOf(secret: KeyObject): SigningKey {
  const bytes = createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-publicLength)
  return {
    secret,
    public: bytes.toString('base64url'),
    name: createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64url'),
  }
}
