import type { FieldKey, FieldValue } from './case-field.ts'

/** The case system's number of an event, as digits. It grows: a later event has a greater one. */
export type EventId = string

export const eventKinds = [
  'created',
  'note',
  'reply',
  'message',
  'changed',
  'linked',
  'merged',
  'other',
] as const
/** `reply` went to the customer, `message` came from them; a `note` stays among colleagues. */
export type EventKind = (typeof eventKinds)[number]

/** A file of a case, described. */
export interface Attachment {
  readonly id: string
  readonly name: string
  /** Media type (RFC 6838), as whoever attached it said: a claim, never a reason to open it. */
  readonly type: string
  /** Bytes; `undefined` where the case system does not say. */
  readonly size: number | undefined
}

/** Bytes: as much as case systems take by default, and their mail with them. */
export const largestFile = 10_000_000

/** Something that happened to a case, as the case system tells it. */
export interface CaseEvent {
  readonly id: EventId
  readonly kind: EventKind
  /** Epoch milliseconds, by the case system's clock. */
  readonly at: number
  /** Who did it: a user name or an address. */
  readonly by: string
  /** Plain text, whatever it came as; empty where nothing was written. */
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** For `changed`: which field, where it is one that the desk knows. */
  readonly change: FieldStep | undefined
}

export interface FieldStep {
  readonly field: FieldKey
  readonly before: FieldValue
  readonly after: FieldValue
}

/** Event numbers are longer than what a double can hold in old systems: compared as digits. */
export const isLater = (a: EventId, b: EventId): boolean =>
  a.length > b.length || (a.length === b.length && a > b)

/** Oldest first. */
export const byEventId = (a: CaseEvent, b: CaseEvent): number =>
  a.id === b.id ? 0 : isLater(a.id, b.id) ? 1 : -1

/**
 * A text as it comes back from systems that turn line ends, drop the space at the ends and compose accents: two that
 * are the same in this form were the same when they were written.
 */
export const comparableText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    // Line by line: a pattern that looks for space at each line's end takes minutes on a line of spaces.
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
