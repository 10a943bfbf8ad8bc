import type { CaseNumber } from '../../domain/case.ts'
import type { Answer, Found, Unanswered, Written } from '../../ports/case-system.ts'
import { caseOf, readTicket } from './ticket.ts'
import type { Ticket, TicketNeeds } from './ticket.ts'
import type { Heard } from './wire.ts'
import { perhapsDone } from './wire.ts'

/** The case as it is, or what has become of it. */
export async function findCase(needs: TicketNeeds, number: CaseNumber): Promise<Answer<Found>> {
  const heard = await readTicket(needs.wire, number)
  if (heard.kind === 'refused' && heard.why === 'gone') return found({ kind: 'absent' })
  if (heard.kind === 'refused' && heard.why === 'forbidden') return found({ kind: 'forbidden' })
  if (heard.kind !== 'answer') return heard
  if (heard.value.id !== number.replace(/^0+(?=\d)/, ''))
    return found({ kind: 'merged', into: heard.value.id })
  if (heard.value.Status === 'deleted') return found({ kind: 'deleted' })
  const one = await caseOf(heard, needs)
  return one.kind === 'answer' ? found({ kind: 'here', case: one.value }) : one
}

const found = (value: Found): Answer<Found> => ({ kind: 'answer', value })

/** Somebody was first: the case as it is now. */
export async function staleCase(needs: TicketNeeds, number: CaseNumber): Promise<Written> {
  const heard = await readTicket(needs.wire, number)
  if (heard.kind !== 'answer') return heard
  const one = await caseOf(heard, needs)
  return one.kind === 'answer' ? { kind: 'stale', case: one.value } : one
}

/** Reads what a write has made of a ticket. */
export async function readBack(
  needs: TicketNeeds,
  number: CaseNumber,
): Promise<
  | {
      readonly kind: 'read'
      readonly heard: Extract<Heard<Ticket>, { kind: 'answer' }>
      readonly one: Extract<Written, { kind: 'written' }>['case']
    }
  | Unanswered
> {
  const heard = await readTicket(needs.wire, number)
  if (heard.kind !== 'answer') return perhapsDone
  const one = await caseOf(heard, needs)
  return one.kind === 'answer' ? { kind: 'read', heard, one: one.value } : perhapsDone
}
