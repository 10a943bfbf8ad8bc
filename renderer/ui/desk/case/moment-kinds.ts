import {
  CircleDot,
  FilePlus2,
  Handshake,
  Link2,
  Mail,
  Merge,
  Pencil,
  PhoneOutgoing,
  Send,
  SquareCheckBig,
  StickyNote,
} from 'lucide-react'

import type { CaseEdit } from '../../../domain/case-edit.ts'
import type { CaseEvent } from '../../../domain/case-event.ts'
import { promisesIn, withoutPromiseLine } from '../../../domain/promise.ts'
import type { Promised } from '../../../domain/promise.ts'

/** What a line of the history is, for people. */
export type MomentKind = CaseEvent['kind'] | 'promise' | 'call-back' | 'kept'

export const momentIcons = {
  created: FilePlus2,
  note: StickyNote,
  reply: Send,
  message: Mail,
  changed: Pencil,
  linked: Link2,
  merged: Merge,
  other: CircleDot,
  promise: Handshake,
  'call-back': PhoneOutgoing,
  kept: SquareCheckBig,
} as const satisfies Record<MomentKind, unknown>

export interface ReadText {
  readonly kind: MomentKind
  /** What people wrote. */
  readonly text: string
  /** The promise that it makes. */
  readonly promised: Promised | undefined
}

/** A note may make a promise, or say that it is kept: its last line is for the desk, and not shown. */
export function readNote(kind: CaseEvent['kind'], text: string): ReadText {
  const shown = kind === 'note' ? withoutPromiseLine(text) : text
  if (shown === text) return { kind, text, promised: undefined }
  const [promised] = promisesIn([{ kind: 'note', text, at: 0 }])
  return { kind: promised?.kind ?? 'kept', text: shown, promised }
}

const ofEdits = {
  create: 'created',
  change: 'changed',
  note: 'note',
  reply: 'reply',
  link: 'linked',
} as const satisfies Record<CaseEdit['kind'], CaseEvent['kind']>

/** The event that an edit will be. */
export const eventKindOf = ({ kind }: CaseEdit): CaseEvent['kind'] => ofEdits[kind]
