import { createHash, createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import * as v from 'valibot'

import type { PackRefusal } from '../renderer/domain/knowledge/pack.ts'

/** The line at the head of a built pack: see docs/knowledge-packs.md. */
const Head = v.strictObject({
  foyerPack: v.literal(1),
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  key: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
})

/** Any head, to tell a pack for a newer Foyer from a damaged one. */
const AnyHead = v.object({ foyerPack: v.pipe(v.number(), v.integer(), v.minValue(2)) })

/** Bytes: a head has a few hundred. */
const longestHead = 4096

const lineFeed = 10

/** What a desk expects of a pack. */
export interface Expected {
  readonly name: string
  /** Ed25519 public keys (RFC 8032), 32 bytes in base64url: whoever has one of the private ones may publish. */
  readonly keys: readonly string[]
  /** The version that is here. */
  readonly atLeast: number
}

export type OpenedPack =
  | { readonly kind: 'good'; readonly version: number; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly why: PackRefusal }

const refused = (why: PackRefusal): OpenedPack => ({ kind: 'refused', why })

/**
 * Checks a built pack before anything in it is used: who signed it, that it is whole, that it is the expected one and no
 * older than what is here. Never throws.
 */
export function openPackFile(file: Uint8Array, { name, keys, atLeast }: Expected): OpenedPack {
  const end = file.subarray(0, longestHead).indexOf(lineFeed)
  if (end < 0) return refused('damaged')
  const text = Buffer.from(file.subarray(0, end)).toString('utf8')
  const line = parseJson(text)
  if (v.is(AnyHead, line)) return refused('newer-format')
  const parsed = v.safeParse(Head, line)
  // There is one way to write a head: nothing can be changed in it that makes no difference.
  if (!parsed.success || text !== written(parsed.output)) return refused('damaged')
  const { signature, ...head } = parsed.output
  const key = keys.map(publicKey).find((one) => one && nameOfKey(one) === head.key)
  if (!key) return refused('untrusted')
  if (!verify(null, Buffer.from(signedText(head)), key, Buffer.from(signature, 'base64url')))
    return refused('untrusted')
  const body = new Uint8Array(file.subarray(end + 1))
  if (body.length !== head.bytes || createHash('sha256').update(body).digest('hex') !== head.sha256)
    return refused('damaged')
  if (head.name !== name) return refused('wrong-name')
  if (head.version < atLeast) return refused('older')
  return { kind: 'good', version: head.version, body }
}

function written({ signature, ...head }: v.InferOutput<typeof Head>): string {
  const same = Buffer.from(signature, 'base64url').toString('base64url')
  return JSON.stringify({ ...(JSON.parse(signedText(head)) as object), signature: same })
}

/** The head as it was signed: its keys in this order, without spaces. */
function signedText(head: Omit<v.InferOutput<typeof Head>, 'signature'>): string {
  const { foyerPack, name, version, key, sha256, bytes } = head
  return JSON.stringify({ foyerPack, name, version, key, sha256, bytes })
}

/** RFC 8410: an Ed25519 key in SPKI is these bytes and then its own. */
const spki = Buffer.from('302a300506032b6570032100', 'hex')

function publicKey(text: string): KeyObject | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 32) return undefined
  return createPublicKey({ key: Buffer.concat([spki, bytes]), format: 'der', type: 'spki' })
}

/** The first 12 bytes of the SHA-256 of the 32 bytes, in base64url. */
const nameOfKey = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }).subarray(spki.length))
    .digest()
    .subarray(0, 12)
    .toString('base64url')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
