import { CheckCheck, CircleAlert, Hourglass, LoaderCircle, SearchCheck, Undo } from 'lucide-react'

import type { CaseEdit } from '../../../domain/case-edit.ts'
import type { EntryState, EntryStateKind } from '../../../domain/outbox.ts'
import type { Say } from '../../../words/say.ts'
import { caseNumberIn } from './link-draft.ts'

/** What an edit says to people; a change says it in its heading. */
export function wordsOfEdit(say: Say, edit: CaseEdit): string {
  if (edit.kind === 'change') return ''
  if (edit.kind !== 'link') return edit.text
  const number = caseNumberIn(edit.link)
  const target = number === undefined ? edit.link.target : say('case.link.a-case', { number })
  const link = say(`case.link.${edit.link.kind}`, { target })
  return edit.remove ? say('case.link.removed', { link }) : link
}

export const entryIcons = {
  waiting: Hourglass,
  sending: LoaderCircle,
  checking: SearchCheck,
  asking: CircleAlert,
  conflict: CircleAlert,
  'set-aside': CircleAlert,
  sent: CheckCheck,
  withdrawn: Undo,
} as const satisfies Record<EntryStateKind, unknown>

/** How far something that was written here has come. */
export const entryStanding = (say: Say, state: EntryState): string =>
  state.kind === 'withdrawn' && state.why !== 'undone'
    ? say(`case.entry.${state.why}`)
    : say(`case.entry.${state.kind}`)
