import type { Case } from '../../../renderer/domain/case.ts'
import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import type { Answer, Found, Written } from '../../../renderer/ports/case-system.ts'

/** @throws Error with what came instead of an answer. */
export function answered<T>(answer: Answer<T>): T {
  if (answer.kind !== 'answer') throw new Error(`no answer: ${JSON.stringify(answer)}`)
  return answer.value
}

/** @throws Error with what came instead of the case as it was written. */
export function written(outcome: Written): Case & { readonly number: string; readonly revision: string } {
  if (outcome.kind !== 'written') throw new Error(`not written: ${JSON.stringify(outcome)}`)
  return settled(outcome.case)
}

/** @throws Error where it is not to be found. */
export function found(answer: Answer<Found>): Case & { readonly number: string; readonly revision: string } {
  const value = answered(answer)
  if (value.kind !== 'here') throw new Error(`the case is ${value.kind}`)
  return settled(value.case)
}

/** What the case system has given has a number and a revision. */
function settled(one: Case): Case & { readonly number: string; readonly revision: string } {
  const { number, revision } = one
  if (number === undefined || revision === undefined) throw new Error('a case without a number or a revision')
  return { ...one, number, revision }
}

/** What people wrote, and nothing that the system did by itself. */
export const messagesIn = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.filter(({ kind }) => kind === 'note' || kind === 'reply' || kind === 'message')
