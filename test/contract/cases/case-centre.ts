import type { CaseAccount } from '../../../renderer/domain/setup.ts'
import type { SentMail, Letter } from '../../servers/request-tracker/mail.ts'

/** How a centre has set up its case system, as far as a test must know it. */
export interface CaseWorld {
  readonly queue: string
  readonly otherQueue: string
  /** Agents do not see what is in it. */
  readonly hiddenQueue: string
  readonly clientIdField: string
  /** Names of its own fields, and what can be chosen. */
  readonly choice: { readonly name: string; readonly options: readonly [string, string] }
  readonly several: { readonly name: string; readonly options: readonly [string, string] }
  readonly date: string
  readonly dateTime: string
  readonly text: string
  readonly longText: string
  readonly customer: { readonly address: string; readonly name: string; readonly number: string }
}

/** A centre's case server, and what happens there behind the desks' backs. Cases are named by their numbers. */
export interface CaseCentre {
  readonly server: string
  readonly world: CaseWorld
  /** Two agents of the queues that are not hidden; the first with a password, the other with a token. */
  readonly accounts: readonly [CaseAccount, CaseAccount]
  merge(number: string, into: string): Promise<void>
  remove(number: string): Promise<void>
  move(number: string, queue: string): Promise<void>
  addField(name: string): Promise<void>
  /** More has happened to the case than there is room for on a page of events (100). */
  stir(number: string): Promise<void>
  sentMail(): Promise<readonly Pick<SentMail, 'to' | 'text' | 'files'>[]>
  receiveMail(letter: Letter): Promise<void>
  endSessions(): Promise<void>
  snapshot(): Promise<void>
  restore(): Promise<void>
  stop(): Promise<void>
}
