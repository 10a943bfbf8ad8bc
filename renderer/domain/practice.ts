import type { Language } from './language.ts'

/** A person who calls the practice centre. The desk keeps them as contacts of the practice database. */
export interface PracticeCustomer {
  readonly id: string
  readonly name: string
  /** E.164, from the ranges that are reserved for fiction, so that it can never ring anybody. */
  readonly number: string
  readonly language: Language
  readonly queue: string
}

/** What the main process (or the command line) tells the practice centre when it starts it. */
export interface PracticeOrder {
  /** Loopback port to listen on; 0 lets the system choose. */
  readonly port: number
  /** The same for the case system; without it the system chooses. */
  readonly casesPort?: number
  /** The same for the chat server. */
  readonly chatPort?: number
  /** The only value of the `Origin` header that may open a socket. */
  readonly origin: string
  /** Everything that happens by chance in the centre is drawn from this number. */
  readonly seed: number
  /** The shortest and the longest pause between two customers' calls, in seconds. */
  readonly pauseSeconds: readonly [number, number]
  /** The same between two who come by chat, while an agent takes chats; without it four times as long. */
  readonly chatPauseSeconds?: readonly [number, number]
  /** Who works there; without it one agent who serves every queue in every language. */
  readonly agents?: readonly PracticeAgent[]
  /** In which part of the calls somebody calls the agent directly while they talk, 0 to 1; without it none does. */
  readonly secondCalls?: number
}

/** Somebody who works at the practice centre, and whom it serves calls to. */
export interface PracticeAgent {
  readonly user: string
  /** The queues that they are trained for. */
  readonly queues: readonly string[]
  readonly languages: readonly Language[]
}

/** How one agent's desk signs in. */
export interface PracticeAccount {
  readonly user: string
  readonly password: string
  /** What a colleague dials to reach this desk. */
  readonly extension: string
}

/** Somebody at the centre whom an agent can call or hand a customer to. */
export interface PracticeColleague {
  /** The extension to dial. */
  readonly extension: string
  readonly name: string
  /** What they are for; the same in both languages, as names of teams are. */
  readonly team: string
}

/** What a desk needs to reach the practice centre. The secret in `server` and the password are made anew at each start. */
export interface PracticeAddress {
  /** `ws://127.0.0.1:PORT/SECRET` */
  readonly server: string
  readonly domain: string
  readonly user: string
  readonly password: string
  /** Every agent's; the first is the one above. */
  readonly accounts: readonly PracticeAccount[]
  readonly customers: readonly PracticeCustomer[]
  readonly colleagues: readonly PracticeColleague[]
  /** The extension that sends back what it hears. */
  readonly echo: string
  readonly cases: PracticeCases
  readonly chat: PracticeChat
}

/** How desks and customers reach the centre's chat server. */
export interface PracticeChat {
  /** `ws://127.0.0.1:PORT/SECRET` (RFC 7395) */
  readonly server: string
  readonly domain: string
  /** The address of the chat queue's component. */
  readonly queuesDomain: string
  /** Where a customer without an account signs in (RFC 4505). */
  readonly customers: string
  readonly queues: readonly string[]
  /** `http://127.0.0.1:PORT/SECRET/`: the customer's page. */
  readonly page: string
}

/** How a desk reaches the centre's case system. */
export interface PracticeCases {
  /** `http://127.0.0.1:PORT/SECRET` */
  readonly server: string
  readonly accounts: readonly { readonly user: string; readonly password: string; readonly token: string }[]
}

/** What the practice centre tells the process that started it. */
export type PracticeFact =
  | { readonly kind: 'ready'; readonly address: PracticeAddress }
  | { readonly kind: 'failed'; readonly reason: 'port-taken' | 'order-not-understood' | 'broken' }
