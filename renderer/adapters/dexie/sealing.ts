/** An encrypted value as it lies on the disk. */
export interface Sealed {
  /** 12 bytes, new for every value. */
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

/** The two keys of a store, made of the data key; neither can be read out again. */
export interface StoreKeys {
  readonly seal: CryptoKey
  readonly index: CryptoKey
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * One secret, two independent keys: HKDF-SHA-256 (RFC 5869) with a label each. The caller's bytes are wiped.
 * @param secret 32 bytes
 */
export async function deriveKeys(secret: Uint8Array<ArrayBuffer>): Promise<StoreKeys> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  secret.fill(0)
  const hkdf = (label: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encoder.encode(`foyer ${label}`),
  })
  const [seal, index] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('seal'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(hkdf('index'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
  ])
  return { seal, index }
}

/**
 * AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D §8.2.2: good for 2³² values under one key).
 * @param place table and row: a sealed value that is moved to another place does not open there.
 */
export async function seal({ seal: key }: StoreKeys, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = encoder.encode(JSON.stringify(value))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(place) },
    key,
    plain,
  )
  return { iv, bytes }
}

/** @throws DOMException (OperationError) where the key, the place or a single bit is not the one that sealed it. */
export async function unseal(
  { seal: key }: StoreKeys,
  place: string,
  { iv, bytes }: Sealed,
): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(place) },
    key,
    bytes,
  )
  return JSON.parse(decoder.decode(plain)) as unknown
}

/**
 * A blind index: the same value always has the same name here, and the name tells nothing without the key
 * (HMAC-SHA-256, RFC 2104). 128 bits, as hexadecimal.
 */
export async function blindIndex({ index }: StoreKeys, field: string, value: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', index, encoder.encode(`${field}\0${value}`))
  return Array.from(new Uint8Array(mac, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
