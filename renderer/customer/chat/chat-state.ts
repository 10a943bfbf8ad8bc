import type { FileProblem } from './customer-files.ts'
import type { HeardMessage } from './heard.ts'
import type { Place, Refusal } from './queue-stanzas.ts'
import { said } from './transcript.ts'
import type { Line } from './transcript.ts'

/** Why a chat is over. */
export type Over = 'left' | 'ended' | 'ended-while-away' | 'open-elsewhere'

export interface ChatState {
  /** `asking`: the customer has asked, and the queue has not answered. */
  readonly stage: 'form' | 'asking' | 'chat' | 'over'
  /** Why they were not let in. */
  readonly refusal: Refusal | undefined
  readonly over: Over | undefined
  readonly isLinked: boolean
  readonly place: Place | undefined
  /** Somebody is there: a person, or the program that is asked first. */
  readonly isServed: boolean
  readonly lines: readonly Line[]
  readonly writing: readonly string[]
  /** A file is on its way up, 0 to 1. */
  readonly sharing: number | undefined
  readonly fileProblem: FileProblem | undefined
}

/** Nothing has been asked. */
export const first: ChatState = {
  ...{ stage: 'form', refusal: undefined, over: undefined, isLinked: true, place: undefined },
  ...{ isServed: false, lines: [], writing: [], sharing: undefined, fileProblem: undefined },
}

/** The question stands first in the chat, though it goes to the queue and not to the room. */
export function asking(question: string | undefined, now: number): ChatState {
  const text = question?.trim() ?? ''
  const line: Line = {
    ...{ key: 'question', isOwn: true, name: '', at: now },
    ...{ body: { kind: 'text', text }, delivery: 'sent' },
  }
  return { ...first, stage: 'asking', lines: text === '' ? [] : [line] }
}

/** What was said, and what the centre's notices among it tell of who is there. */
export function afterHearing(
  state: ChatState,
  messages: readonly HeardMessage[],
): Pick<ChatState, 'lines' | 'isServed' | 'place'> {
  let { isServed, place } = state
  for (const { body } of messages) {
    if (body.kind !== 'notice') continue
    if (body.notice === 'agent-joined' || body.notice === 'bot') [isServed, place] = [true, undefined]
    else if (body.notice === 'waiting') isServed = false
  }
  return { lines: said(state.lines, messages), isServed, place }
}
