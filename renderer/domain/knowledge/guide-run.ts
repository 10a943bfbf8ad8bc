import type { FieldKey } from '../case-field.ts'
import type { CaseId, ContactId, GuideRunId, InteractionId } from '../ids.ts'
import type { Act, FieldName, Guide } from './guide.ts'

/** As the field's type has it: a text, the value of a choice, `YYYY-MM-DD`, a number, E.164, yes or no. */
export type AnswerValue = string | number | boolean

/** One thing that was answered. A correction is another one: nothing is taken out of the list. */
export interface Answer {
  readonly field: FieldName
  /** `undefined` for one that need not be answered and was not. */
  readonly value: AnswerValue | undefined
  readonly guide: string
  readonly revision: number
  readonly step: string
  /** Epoch milliseconds. */
  readonly at: number
  /** Whose word it is: what the desk knew already, or the guide set, was nobody's in this conversation. */
  readonly by: 'customer' | 'agent' | 'desk' | 'guide'
}

/** One time at a step. Times are epoch milliseconds. */
export interface Visit {
  readonly guide: string
  readonly step: string
  readonly enteredAt: number
  /** `undefined` while the agent is there. */
  readonly leftAt: number | undefined
  readonly how: 'begun' | 'next' | 'back' | 'jump' | 'resumed'
}

/** A guide that called another, and the step to go on from. */
export interface Frame {
  readonly guide: string
  readonly step: string
}

/** Somewhere in a run: what going back gives back. */
export interface Place extends Frame {
  /** Outermost first. */
  readonly callers: readonly Frame[]
  readonly isPrivate: boolean
}

export type RunState = 'running' | 'done' | 'abandoned'

/** One time that a guide is followed. It has its guides with it: a new version of the pack changes nothing about it. */
export interface GuideRun {
  readonly id: GuideRunId
  readonly pack: { readonly name: string; readonly version: number }
  /** The one that was begun, and every guide that it can come to. */
  readonly guides: readonly Guide[]
  readonly interaction: InteractionId
  readonly contact: ContactId | undefined
  readonly case: CaseId | undefined
  readonly state: RunState
  /** Where the agent is: in a guide, behind those that called it. */
  readonly at: Frame
  readonly callers: readonly Frame[]
  readonly answers: readonly Answer[]
  readonly visits: readonly Visit[]
  /** The steps to go back to, oldest first: those that the agent has seen. */
  readonly trail: readonly Place[]
  /** Nothing that is said or written now is kept. */
  readonly isPrivate: boolean
  /** What the guide has asked for and what needs a case, as long as the interaction has none. */
  readonly waiting: readonly Asked[]
  /** What it has put into the case, in order: the screen says there that it comes from the guide. */
  readonly filled: readonly Filled[]
  readonly startedAt: number
  readonly endedAt: number | undefined
}

/** A field of a case that was filled. */
export interface Filled {
  readonly case: CaseId
  readonly field: FieldKey
  readonly value: string
  readonly guide: string
  readonly step: string
  readonly at: number
}

/** What a guide sets is an answer, and nothing for the desk to do. */
export type AskedAct = Exclude<Act, { readonly kind: 'set' }>

/**
 * What a guide asks the desk to do, in order. What an act says is filled in already; an answer that goes into the case
 * is a `fill` too.
 */
export interface Asked {
  readonly act: AskedAct
  /** What a `fill` puts into the case; `undefined` for other acts. */
  readonly value: string | undefined
  readonly guide: string
  readonly step: string
  /** A UUID, from when it waits for its case: a promise that is made again after a crash is known by it. */
  readonly id?: string | undefined
}
