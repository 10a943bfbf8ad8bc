/** Somebody whom the case system knows: an agent, a customer, or the system itself. */
export interface Person {
  readonly id: number
  readonly name: string
  readonly address: string
  readonly realName: string
  readonly mobile: string | null
  /** Works here, and may own tickets. */
  readonly privileged: boolean
}

export interface Queue {
  readonly id: number
  readonly name: string
  readonly description: string
  /** Who may see and work in it, by name. */
  readonly staff: readonly string[]
}

export type CustomFieldType = 'Freeform' | 'Text' | 'Select' | 'Date' | 'DateTime'

export interface CustomField {
  readonly id: number
  readonly name: string
  readonly type: CustomFieldType
  readonly several: boolean
  /** What can be chosen, for `Select`. */
  readonly values: readonly string[]
  readonly unique: boolean
  /** Ids of the queues that have it. */
  readonly queues: readonly number[]
}

/** `null` is an empty value, which is another thing than no value. */
export type StoredValue = string | null

export interface Ticket {
  readonly id: number
  /** Its own id, or that of the ticket that it was merged into. */
  effectiveId: number
  queue: number
  subject: string
  status: string
  owner: number
  priority: number
  /** Epoch milliseconds; 0 for not set, as in RT. */
  due: number
  started: number
  resolved: number
  requestors: number[]
  cc: number[]
  readonly creator: number
  readonly created: number
  updated: number
  updatedBy: number
  /** By the id of the custom field. */
  readonly values: Map<number, StoredValue[]>
}

export type LinkType = 'RefersTo' | 'DependsOn' | 'MemberOf'

/** Each end is a ticket's number, or an address. */
export interface Link {
  readonly type: LinkType
  base: string
  target: string
}

/** What changed, as RT's transactions tell it. */
export interface Step {
  readonly type: string
  readonly field?: string
  readonly before?: string
  readonly after?: string
  readonly data?: string
}

export interface Transaction extends Required<Step> {
  readonly id: number
  readonly ticket: number
  readonly creator: number
  readonly created: number
}

export interface StoredFile {
  readonly id: number
  readonly transaction: number
  /** The message that it is a part of; 0 for the message itself. */
  readonly parent: number
  readonly type: string
  readonly filename: string
  readonly subject: string
  readonly bytes: Uint8Array
}

/** A letter that has left. */
export interface Mail {
  /** `receipt` tells that a case was opened; `reply` is what an agent has written. */
  readonly kind: 'receipt' | 'reply'
  readonly number: string
  /** Who wrote it: a user name. */
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly files: readonly string[]
  /** Epoch milliseconds. */
  readonly at: number
}

/** Everything that the case system keeps. It can be copied whole. */
export interface Ledger {
  readonly people: Person[]
  readonly queues: Queue[]
  readonly fields: CustomField[]
  readonly tickets: Ticket[]
  readonly links: Link[]
  readonly transactions: Transaction[]
  readonly files: StoredFile[]
  readonly mails: Mail[]
}

/** As in RT: the system is user 1, and who owns what nobody owns is user 6. */
export const systemId = 1
export const nobodyId = 6

/** What RT stores no trace of for others than its administrators: that a letter left. */
export const mailTransaction = 'EmailRecord'
