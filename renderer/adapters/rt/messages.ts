import { comparableText } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Message, Unanswered, Upload, Written } from '../../ports/case-system.ts'
import { eventsOf, newestOwn } from './history.ts'
import type { HistoryNeeds } from './history.ts'
import { findCase, readBack } from './read-case.ts'
import { offers, readTicket } from './ticket.ts'
import { isNumber, wellFormed } from './ticket-sql.ts'
import { uploadsOf } from './uploads.ts'
import { perhapsDone } from './wire.ts'
import type { Told } from './wire.ts'

/** How RT calls what is for colleagues, and what goes to the customer. */
const ways = { note: 'comment', reply: 'correspond' } as const

/** Adds a note or a reply. Once RT has said yes, no later failure may read as a no: the customer would get it twice. */
export async function addMessage(
  needs: HistoryNeeds,
  number: CaseNumber,
  { kind, message }: { readonly kind: 'note' | 'reply'; readonly message: Message },
): Promise<Written> {
  if (!isNumber(number)) return { kind: 'refused', why: 'gone', detail: '' }
  const text = wellFormed(message.text)
  if (text.trim() === '' && message.attachments.length === 0)
    return { kind: 'refused', why: 'invalid', detail: 'nothing is written in it' }
  const other = await otherCase(needs, number, message.of)
  if (other) return other
  const told = await send(needs, number, { kind, text, files: message.attachments })
  if (told.kind === 'refused' && told.why === 'invalid') return whyNot(needs, number, { kind, told })
  if (told.kind === 'stale') return { kind: 'not-understood', arrived: 'perhaps' }
  if (told.kind !== 'told') return told
  const back = await readBack(needs, number)
  if (back.kind !== 'read') return back
  const events = await eventsOf(needs, back.heard, message.after)
  if (events.kind !== 'answer') return perhapsDone
  const same = comparableText(text)
  const event =
    newestOwn(events.value, needs.user, (one) => one.kind === kind && comparableText(one.text) === same) ??
    newestOwn(events.value, needs.user, (one) => one.kind === kind)
  return { kind: 'written', case: back.one, event }
}

/** Whoever has this number now, where that is not the case that is meant. One that it was merged into is. */
async function otherCase(
  needs: HistoryNeeds,
  number: CaseNumber,
  of: CaseId | undefined,
): Promise<Written | undefined> {
  if (of === undefined) return undefined
  const heard = await findCase(needs, number)
  if (heard.kind === 'answer') {
    const found = heard.value
    return found.kind === 'here' && found.case.id !== of ? { kind: 'stale', case: found.case } : undefined
  }
  // Nothing was sent yet.
  return heard.kind === 'unreached' ? { ...heard, arrived: 'no' } : heard
}

const send = (
  { wire }: HistoryNeeds,
  number: CaseNumber,
  { kind, text, files }: { kind: 'note' | 'reply'; text: string; files: readonly Upload[] },
): Promise<Told> =>
  wire.write(
    { method: 'POST', path: `/ticket/${number}/${ways[kind]}` },
    {
      // RT takes a lone 0 for nothing.
      Content: text === '0' ? '0\n' : text,
      ContentType: 'text/plain',
      ...(files.length > 0 && { Attachments: uploadsOf(files) }),
    },
  )

/** RT says "Permission Denied" (400, in the agent's language) also for a case that does not exist. */
async function whyNot(
  { wire }: HistoryNeeds,
  number: CaseNumber,
  { kind, told }: { readonly kind: 'note' | 'reply'; readonly told: Unanswered },
): Promise<Unanswered> {
  const heard = await readTicket(wire, number)
  if (heard.kind === 'refused') return heard
  if (heard.kind === 'answer' && told.kind === 'refused' && !offers(heard.value, ways[kind]))
    return { ...told, why: 'forbidden' }
  return told
}
