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
export async function sealBytes(
  { seal: key }: StoreKeys,
  place: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
  return { iv, bytes: await crypto.subtle.encrypt(algorithm, key, plain) }
}

/** @throws DOMException (OperationError) where the key, the place or a single bit is not the one that sealed it. */
export async function unsealBytes(
  { seal: key }: StoreKeys,
  place: string,
  { iv, bytes }: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes))
}

/** A value of JSON, sealed as its bytes are. */
export const seal = (keys: StoreKeys, place: string, value: unknown): Promise<Sealed> =>
  sealBytes(keys, place, encoder.encode(JSON.stringify(value)))

/** @throws DOMException as `unsealBytes` does; TypeError or SyntaxError for bytes that are not JSON. */
export async function unseal(keys: StoreKeys, place: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(decoder.decode(await unsealBytes(keys, place, sealed))) as unknown
}

/**
 * A blind index: the same value always has the same name here, and the name tells nothing without the key
 * (HMAC-SHA-256, RFC 2104). 128 bits, as hexadecimal.
 */
export async function blindIndex({ index }: StoreKeys, field: string, value: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', index, encoder.encode(`${field}\0${value}`))
  return Array.from(new Uint8Array(mac, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
