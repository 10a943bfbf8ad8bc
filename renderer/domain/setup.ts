import type { Language } from './language.ts'
import type { AudioChoice } from './audio-devices.ts'
import type { MoodChoices } from './moods/mood-choices.ts'
import type { Problem } from './problem.ts'
import type { QueueSetup } from './queue-state.ts'
import type { QuickReply } from './quick-reply.ts'

/** Whose data a store and a key hold: practice, or one configured centre. Letters, digits and hyphens. */
export type Realm = string

export const practiceRealm: Realm = 'practice'

/** Where one live centre is reached. */
export interface LiveCentre {
  readonly id: Realm
  readonly name: string
  readonly telephony: {
    /** `ws://` or `wss://` (RFC 7118), in the order in which they are tried. */
    readonly servers: readonly string[]
    /** The domain part of the agents' addresses. */
    readonly domain: string
    readonly iceServers: readonly IceServer[]
  }
  readonly dialling: DiallingSetup
  /** Where the centre keeps its cases; `undefined` where the desk has none to show. */
  readonly cases: CaseSite | undefined
  readonly chat: ChatSite | undefined
  readonly story: StorySite
  readonly queue: QueueSetup
  /** Seconds that a wrap-up should take at most; the clock says when it is over, and nothing is taken away. */
  readonly wrapUpSeconds: number | undefined
}

/** A STUN or TURN server (RFC 7064, RFC 7065), with what it asks for. */
export interface IceServer {
  readonly url: string
  readonly username?: string | undefined
  readonly credential?: string | undefined
}

/** A case system, as far as a window knows it: the address and the credential stay in the main process. */
export interface CaseSite {
  /** How the agent proves who they are: `same` takes the account of the telephone. */
  readonly account: 'same' | 'password' | 'token'
  /** The statuses in which nothing is left to do. */
  readonly inactive: readonly string[]
  /** The field that carries the desk's own id of a case. */
  readonly clientIdField: string
  /** Days after which a case that is closed and not pinned is forgotten on this computer. */
  readonly keepDays: number
}

/** A chat server, as a window knows it. The account is the telephone's. */
export interface ChatSite {
  /** `ws://` or `wss://` (RFC 7395), in the order in which they are tried. */
  readonly servers: readonly string[]
  /** The domain part of the agents' addresses. */
  readonly domain: string
  /** The address of the chat queue's component. */
  readonly queues: string
  /** How many chats an agent has at most, and during a call. */
  readonly most: number
  readonly mostInCall: number
  /** Seconds within which a customer should have a first answer, and each next one. */
  readonly firstAnswerSeconds: number
  readonly nextAnswerSeconds: number
  /** Days after which an ended chat is forgotten on this computer. */
  readonly keepDays: number
  /** What the site has approved to be sent with one key. */
  readonly replies: readonly QuickReply[]
}

/** What is worked out and kept of customers' stories: IT's word on it. */
export interface StorySite {
  /** Whether moods are read from what customers write and say; `false`: nothing of them is worked out, kept or shown. */
  readonly moods: boolean
  /** Whether what is said in calls is kept as text, where something writes it down. */
  readonly transcripts: boolean
  /** Whether who spoke how long is measured in calls. */
  readonly speech: boolean
  /** Days after which an interaction that is finished is forgotten on this computer; those of a contact on hold stay. */
  readonly keepDays: number
}

export const usualStory: StorySite = { moods: true, transcripts: true, speech: true, keepDays: 365 }

/** `secret` is a password, or a token that the case system has issued. */
export interface CaseAccount {
  readonly kind: 'password' | 'token'
  readonly user: string
  readonly secret: string
}

/** How what an agent dials is to be understood. */
export interface DiallingSetup {
  /** Whose national numbers are meant (ISO 3166-1 alpha-2). */
  readonly country: string
  /** An extension that sends back what it hears, for the test before a shift. */
  readonly echo: string | undefined
}

/** What a window must know before it can offer the sign-in. */
export interface Setup {
  readonly version: string
  readonly language: Language
  readonly centres: readonly LiveCentre[]
  /** A UUID of this installation. */
  readonly instanceId: string
  readonly audio: AudioChoice
  readonly moods: MoodChoices
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
