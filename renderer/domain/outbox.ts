import { mustBeLookedFor } from './case-edit.ts'
import type { CaseEdit } from './case-edit.ts'
import type { CaseNumber } from './case.ts'
import type { EventId } from './case-event.ts'
import type { FieldValue } from './case-field.ts'
import type { CaseId, EntryId } from './ids.ts'

/** Why the case system does not take something, and will not take it the next time either. */
export const refusals = [
  /** It does not accept the value: a status that cannot follow, an unknown choice, an address that is none. */
  'invalid',
  'forbidden',
  /** There is no such case any more. */
  'gone',
  'too-large',
  /** It fails on this one while it takes others. */
  'server-fails',
  /** What is stored here of the entry cannot be sent, such as an attachment whose bytes are damaged. */
  'unreadable',
] as const
export type Refusal = (typeof refusals)[number]

/** How something that was written here stands on its way to the case system. Times are epoch milliseconds. */
export type EntryState =
  | { readonly kind: 'waiting'; readonly tries: number; readonly notBefore: number }
  /** It is being sent, or was when the desk ended: whoever finds it so after a start does not know what came of it. */
  | { readonly kind: 'sending'; readonly tries: number; readonly since: number }
  /** It may have arrived: the case's history is read before anything else is done with it. */
  | { readonly kind: 'checking'; readonly tries: number; readonly since: number; readonly notBefore: number }
  /** A reply of which nobody but the agent can say whether it is to be sent (again). */
  | { readonly kind: 'asking'; readonly since: number }
  /** Somebody else has changed the same field: theirs stands until the agent chooses. */
  | {
      readonly kind: 'conflict'
      readonly theirs: FieldValue
      readonly by: string | undefined
      readonly at: number
    }
  | { readonly kind: 'set-aside'; readonly why: Refusal; readonly detail: string; readonly at: number }
  /** The case system has it. `event` is where it is in the history; without one it was there already. */
  | {
      readonly kind: 'sent'
      readonly at: number
      readonly event: EventId | undefined
      /** The number of a case that was made: whoever has only the journal left finds it by it, also when it was merged. */
      readonly number?: CaseNumber | undefined
    }
  /** The agent has taken it back, or chose the other value. It is kept, and can be put back. */
  | {
      readonly kind: 'withdrawn'
      readonly at: number
      readonly why: 'undone' | 'theirs-chosen' | 'agent-says-sent'
    }

export type EntryStateKind = EntryState['kind']

/** What may follow what; a state that is not in the list of the one before is a bug. */
const next = {
  waiting: ['waiting', 'sending', 'sent', 'conflict', 'set-aside', 'withdrawn', 'checking'],
  sending: ['waiting', 'sending', 'checking', 'sent', 'conflict', 'set-aside'],
  checking: ['checking', 'waiting', 'asking', 'sent', 'set-aside'],
  asking: ['waiting', 'checking', 'sent', 'withdrawn'],
  conflict: ['conflict', 'waiting', 'sent', 'withdrawn'],
  'set-aside': ['waiting', 'checking', 'withdrawn'],
  // A restored backup has lost it again, and a reply is then told of in a note.
  sent: ['waiting', 'sent', 'withdrawn'],
  withdrawn: ['waiting', 'checking'],
} as const satisfies Record<EntryStateKind, readonly EntryStateKind[]>

/** Something written about a case on this desk, from the moment it is on the disk until some days after it was sent. */
export interface OutboxEntry {
  readonly id: EntryId
  readonly case: CaseId
  /** The order in which things were written on this desk, over all its windows. Those of one case are sent in it. */
  readonly order: number
  readonly writtenAt: number
  readonly edit: CaseEdit
  /** The last event of the case's history that this desk knew of: what was sent can only be after it. */
  readonly after: EventId | undefined
  readonly state: EntryState
}

/** @throws TypeError for a step that cannot be. */
export function stepTo(entry: OutboxEntry, state: EntryState): OutboxEntry {
  const allowed: readonly EntryStateKind[] = next[entry.state.kind]
  if (!allowed.includes(state.kind))
    throw new TypeError(`an entry that is ${entry.state.kind} cannot become ${state.kind}`)
  return { ...entry, state }
}

/** Still on its way: nobody has to do anything about it but wait. */
export const isUnderWay = ({ state: { kind } }: OutboxEntry): boolean =>
  kind === 'waiting' || kind === 'sending' || kind === 'checking'

/** Not sent yet, or a change that can be made the other way round. */
export const canBeUndone = ({ edit, state }: OutboxEntry): boolean =>
  state.kind === 'sent' ? edit.kind === 'change' || edit.kind === 'link' : state.kind !== 'withdrawn'

/** The agent has to decide something. */
export const needsAgent = ({ state: { kind } }: OutboxEntry): boolean =>
  kind === 'asking' || kind === 'conflict' || kind === 'set-aside'

/** Neither in the case system nor taken back. */
export const isOpen = (entry: OutboxEntry): boolean => isUnderWay(entry) || needsAgent(entry)

export const byOrder = (a: OutboxEntry, b: OutboxEntry): number => a.order - b.order

/**
 * The entry of a case that is next. What waits for the agent holds nothing up, but for a case that could not be made:
 * then there is nothing that the rest could be sent to.
 */
export function nextOf(entries: readonly OutboxEntry[]): OutboxEntry | undefined {
  const open = entries.filter(isOpen).sort(byOrder)
  const unmade = open.find((entry) => entry.edit.kind === 'create')
  const first = unmade ?? open.find(isUnderWay)
  return first && isUnderWay(first) ? first : undefined
}

/**
 * When it may be tried: a time that lies further ahead than anything waits was set before the clock was put back.
 * @param longest milliseconds that anything waits at most
 */
export function notBefore({ state }: OutboxEntry, now: number, longest: number): number {
  const at = state.kind === 'waiting' || state.kind === 'checking' ? state.notBefore : 0
  return at - now > longest ? now : at
}

/** How an entry goes on of which nobody knows what came of it: what cannot be repeated is looked for first. */
export function afterUnknownFate(entry: OutboxEntry, now: number): EntryState {
  const tries = 'tries' in entry.state ? entry.state.tries : 0
  const since = 'since' in entry.state ? entry.state.since : entry.writtenAt
  return mustBeLookedFor(entry.edit)
    ? { kind: 'checking', tries, since, notBefore: now }
    : { kind: 'waiting', tries, notBefore: now }
}

/** Milliseconds: no retry waits longer. */
export const longestRetry = 60_000

/** Milliseconds. */
const retry = { first: 1000, most: longestRetry } as const

/**
 * How long to wait before the next try: anything from nothing to twice as long as before ("full jitter"), so that a
 * thousand desks do not come back at once.
 * @param random 0 to 1
 */
export const retryDelay = (tries: number, random: number): number =>
  random * Math.min(retry.most, retry.first * 2 ** Math.min(tries, 10))
