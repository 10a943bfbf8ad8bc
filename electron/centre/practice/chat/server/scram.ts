import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { sameText } from '../../digest.ts'

/** What the server keeps of a password (RFC 5802 §3). */
export interface ScramKeys {
  readonly salt: Buffer
  readonly iterations: number
  readonly stored: Buffer
  readonly server: Buffer
}

/** RFC 5802 §5.1 asks for at least 4096. */
const iterations = 4096
const digestBytes = 20

export function keysFor(password: string, salt: Buffer): ScramKeys {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, digestBytes, 'sha1')
  const client = hmac(salted, 'Client Key')
  return { salt, iterations, stored: sha1(client), server: hmac(salted, 'Server Key') }
}

export interface ScramFirst {
  readonly user: string
  readonly bare: string
  readonly nonce: string
  /** As the client's last message must repeat it. */
  readonly header: string
}

/** `n,,n=user,r=nonce`; `undefined` for what is not, or asks for channel binding, which a loopback socket has not. */
export function readFirst(text: string): ScramFirst | undefined {
  const match = /^([ny],(?:a=[^,]*)?,)((?:n=([^,]+)),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/s.exec(text)
  const [, header, bare, name, nonce] = match ?? []
  if (header === undefined || bare === undefined || name === undefined || nonce === undefined)
    return undefined
  // RFC 5802 §5.1: no other use of the sign is allowed.
  if (/=(?!2C|3D)/.test(name)) return undefined
  return { user: name.replaceAll('=2C', ',').replaceAll('=3D', '='), bare, nonce, header }
}

/** The rest of one exchange, for one user. */
export class ScramExchange {
  readonly challenge: string
  readonly #first: ScramFirst
  readonly #keys: ScramKeys
  readonly #nonce: string

  constructor(first: ScramFirst, keys: ScramKeys, ownNonce: string) {
    this.#first = first
    this.#keys = keys
    this.#nonce = first.nonce + ownNonce
    this.challenge = `r=${this.#nonce},s=${keys.salt.toString('base64')},i=${keys.iterations}`
  }

  /** The proof that the server knows the password too; `undefined` for a wrong one. */
  finish(text: string): string | undefined {
    const match = /^(c=([A-Za-z0-9+/=]+),r=([^,]+)(?:,[^p][^,]*)*),p=([A-Za-z0-9+/=]+)$/s.exec(text)
    const [, withoutProof = '', binding = '', nonce = '', proof = ''] = match ?? []
    if (nonce !== this.#nonce) return undefined
    if (Buffer.from(binding, 'base64').toString('utf8') !== this.#first.header) return undefined
    const message = `${this.#first.bare},${this.challenge},${withoutProof}`
    const signature = hmac(this.#keys.stored, message)
    const given = Buffer.from(proof, 'base64')
    if (given.length !== signature.length) return undefined
    const key = Buffer.from(given.map((byte, index) => byte ^ (signature[index] ?? 0)))
    if (!sameText(sha1(key).toString('hex'), this.#keys.stored.toString('hex'))) return undefined
    return `v=${hmac(this.#keys.server, message).toString('base64')}`
  }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha1', key).update(text).digest()
const sha1 = (bytes: Buffer): Buffer => createHash('sha1').update(bytes).digest()
