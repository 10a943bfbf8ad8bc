import { comparableText, isLater } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Begun, Unanswered, Written } from '../../ports/case-system.ts'
import { contentsOf } from './contents.ts'
import type { HistoryNeeds } from './history.ts'
import { ticketsLike } from './lists.ts'
import { readBack } from './read-case.ts'
import { asSql, timeOf } from './rt-dates.ts'
import { allOf, customFieldIs, customFieldIsEmpty, quoted } from './ticket-sql.ts'
import { readTicket } from './ticket.ts'
import { transactionsOf } from './transactions.ts'
import { perhapsDone } from './wire.ts'
import type { Heard } from './wire.ts'

/** More cases with one id than this are no twins. */
const mostTwins = 20
/** A twin is made within this of the first (milliseconds): both were under way at the same time. */
const twinsWithin = 15 * 60_000

const invalid = (detail: string): Unanswered => ({ kind: 'refused', why: 'invalid', detail })

/** The cases that carry the desk's id; the first is the oldest. */
export async function withId(
  { wire, clientIdField }: HistoryNeeds,
  id: CaseId,
): Promise<Heard<readonly CaseNumber[]>> {
  const heard = await ticketsLike(wire, customFieldIs(clientIdField, id), mostTwins)
  if (heard.kind !== 'answer') return heard
  return { ...heard, value: [...heard.value].sort((a, b) => (isLater(a, b) ? 1 : -1)) }
}

interface Twins {
  readonly first: CaseNumber
  readonly others: readonly CaseNumber[]
  readonly begun: Begun
}

/** Merges what else was made of the same case into the first, and gives that. */
export async function fold(needs: HistoryNeeds, { first, others, begun }: Twins): Promise<Written> {
  const orphans = await orphansOf(needs, first, begun)
  if (orphans.kind !== 'answer') return perhapsDone
  for (const twin of new Set([...others, ...orphans.value])) {
    const told = await needs.wire.write({ method: 'PUT', path: `/ticket/${twin}` }, { MergeInto: first })
    if (told.kind !== 'told' && told.kind !== 'refused') return { kind: 'unreached', arrived: 'perhaps' }
    const merged = await readTicket(needs.wire, twin)
    if (merged.kind === 'answer' && merged.value.id === twin)
      return invalid(told.kind === 'told' ? told.messages.join(' ').slice(0, 500) : told.detail)
  }
  const back = await readBack(needs, first)
  return back.kind === 'read' ? { kind: 'written', case: back.one, event: undefined } : back
}

/**
 * Twins whose makers never heard of them: by this agent, at the same time, without an id, with the same words in
 * subject and text. RT's search tells all but the text, which is read.
 */
async function orphansOf(
  needs: HistoryNeeds,
  first: CaseNumber,
  begun: Begun,
): Promise<Heard<readonly CaseNumber[]>> {
  const { wire, user, clientIdField } = needs
  const ticket = await readTicket(wire, first)
  if (ticket.kind !== 'answer') return ticket
  const made = timeOf(ticket.value.Created) ?? 0
  const [subject = ''] = begun.fields.get('subject') ?? []
  const [queue = ''] = begun.fields.get('queue') ?? []
  const sql = allOf([
    `Creator = ${quoted(user)}`,
    `Queue = ${quoted(queue)}`,
    `Subject = ${quoted(subject)}`,
    customFieldIsEmpty(clientIdField),
    `Created >= ${quoted(asSql(made - twinsWithin))}`,
    `Created <= ${quoted(asSql(made + twinsWithin))}`,
  ])
  const heard = await ticketsLike(wire, sql, mostTwins)
  // A server that cannot search like this has no twins that it could tell of.
  if (heard.kind === 'refused') return { kind: 'answer', value: [], revision: undefined }
  if (heard.kind !== 'answer') return heard
  const same: CaseNumber[] = []
  for (const number of heard.value.filter((one) => one !== first)) {
    const written = await firstText(needs, number)
    if (written.kind !== 'answer') return written
    if (comparableText(written.value) === comparableText(begun.text)) same.push(number)
  }
  return { ...heard, value: same }
}

async function firstText({ wire }: HistoryNeeds, number: CaseNumber): Promise<Heard<string>> {
  const heard = await transactionsOf(wire, number, { after: undefined, last: undefined })
  if (heard.kind !== 'answer') return heard
  const made = heard.value.find(({ Type }) => Type === 'Create')?.id
  if (made === undefined) return { ...heard, value: '' }
  const contents = await contentsOf(wire, number, [made])
  return contents.kind === 'answer' ? { ...contents, value: contents.value.get(made)?.text ?? '' } : contents
}
