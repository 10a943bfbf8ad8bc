import type { Language } from './language.ts'
import type { Problem } from './problem.ts'

/** Whose data a store and a key hold: practice, or one configured centre. Letters, digits and hyphens. */
export type Realm = string

export const practiceRealm: Realm = 'practice'

/** Where one live centre is reached. */
export interface LiveCentre {
  readonly id: Realm
  readonly name: string
  readonly telephony: {
    /** `ws://` or `wss://` (RFC 7118). */
    readonly server: string
    /** The domain part of the agents' addresses. */
    readonly domain: string
    /** STUN and TURN addresses (RFC 7064, RFC 7065). */
    readonly iceServers: readonly string[]
  }
}

/** What a window must know before it can offer the sign-in. */
export interface Setup {
  readonly version: string
  readonly language: Language
  readonly centres: readonly LiveCentre[]
  /** Found at start, such as settings that cannot be read. */
  readonly problems: readonly Problem[]
}

/** The key to one realm's store. A window imports the bytes non-extractable and wipes its copy. */
export interface DataKey {
  /** Names the store that this key opens; a new key has a new store. */
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>
}
