import type { CaseQueue, FieldKey } from '../../domain/case-field.ts'
import { attachmentsOf, isMessage } from '../../domain/case-edit.ts'
import type { Attachment, EventId } from '../../domain/case-event.ts'
import { fieldOf, oneOf, sameLink } from '../../domain/case.ts'
import type { Case, CaseNumber } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import { mergeChange } from '../../domain/merge-edit.ts'
import type { OutboxEntry, Refusal } from '../../domain/outbox.ts'
import { unreachable } from '../../domain/unreachable.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { CaseSystem, Found, Place, Unanswered, Upload, Written } from '../../ports/case-system.ts'
import { numberIn } from './case-shift.ts'

/** What came of one try to send an entry. */
export type Sent =
  /** It is there. `server` is the case as it is now; `found` says that it had been there before this try. */
  | { readonly kind: 'done'; readonly server: Case | undefined; readonly event: EventId | undefined }
  | { readonly kind: 'conflict'; readonly server: Case }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly detail: string }
  /** Its number is another case's now, or the case system does not know it any more. */
  | { readonly kind: 'displaced' }
  /** A message may have arrived: the history must be read before anything else. */
  | { readonly kind: 'unknown' }
  /** Nothing was done, or what was done can be done once more. */
  | { readonly kind: 'failed'; readonly why: Exclude<Unanswered, { kind: 'refused' }>['kind'] }

export interface SendingNeeds {
  readonly system: CaseSystem
  readonly user: string
  readonly queues: readonly CaseQueue[]
  readonly store: Pick<CaseStore, 'file'>
}

/** A change that is always overtaken by somebody else's is tried again later. */
const mostRounds = 5

/** Sends one entry, once, and says what came of it. Nothing is stored here. */
export async function sendEntry(entry: OutboxEntry, record: CaseRecord, needs: SendingNeeds): Promise<Sent> {
  const { edit } = entry
  if (edit.kind === 'create') return create(entry, needs)
  const found = await findCase(record, needs.system)
  if (found.kind !== 'case') return found
  const { server } = found
  switch (edit.kind) {
    case 'change':
      return change(server, edit.step, needs)
    case 'link':
      return link(server, edit, needs.system)
    case 'note':
    case 'reply':
      return message(entry, server, needs)
    default:
      return unreachable(edit)
  }
}

/** The case at its present revision; only what this desk does not know of it is asked. */
export async function findCase(
  { server, standing, id }: CaseRecord,
  system: CaseSystem,
): Promise<{ readonly kind: 'case'; readonly server: Case } | Sent> {
  const number = server.number ?? numberIn(id)
  if (standing.kind !== 'merged' && server.number !== undefined && server.revision !== undefined)
    return { kind: 'case', server }
  if (number !== undefined) return caseAt(number, id, system)
  // Its number was lost with the database: the case system knows it by the desk's id.
  const numbers = await system.list({ kind: 'client-id', id }, 1)
  if (numbers.kind !== 'answer') return unanswered(numbers)
  const [first] = numbers.value
  if (first !== undefined) return asCase(await system.case(first))
  // One that it had will be made again; one that was taken back before it was made will not.
  return standing.kind === 'deleted' ? { kind: 'displaced' } : gone
}

/** It may have been joined to another, or be apart again after a restored backup. */
async function caseAt(number: CaseNumber, id: CaseId, system: CaseSystem): ReturnType<typeof findCase> {
  const found = await system.case(number)
  if (found.kind === 'answer' && found.value.kind === 'merged')
    return asCase(await system.case(found.value.into))
  const asked = asCase(found)
  // The number may be another case's by now: nothing may go there.
  return asked.kind === 'case' && asked.server.id !== id ? gone : asked
}

const gone = { kind: 'refused', why: 'gone', detail: '' } as const

export function asCase(
  answer: Awaited<ReturnType<CaseSystem['case']>>,
): { kind: 'case'; server: Case } | Sent {
  return answer.kind === 'answer' ? standingOf(answer.value) : unanswered(answer)
}

function standingOf(found: Found): { kind: 'case'; server: Case } | Sent {
  switch (found.kind) {
    case 'here':
      return { kind: 'case', server: found.case }
    case 'forbidden':
      return { kind: 'refused', why: 'forbidden', detail: '' }
    // Merged a second time, or gone: the next pull says where it is.
    case 'merged':
    case 'deleted':
    case 'absent':
      return gone
  }
}

/** For what can be sent again without harm. */
export const unanswered = (answer: Unanswered): Sent =>
  answer.kind === 'refused'
    ? { kind: 'refused', why: answer.why, detail: answer.detail }
    : { kind: 'failed', why: answer.kind }

const written = (answer: Exclude<Written, { kind: 'stale' }>): Sent =>
  answer.kind === 'written' ? { kind: 'done', server: answer.case, event: answer.event } : unanswered(answer)

async function create(entry: OutboxEntry, { system, store }: SendingNeeds): Promise<Sent> {
  if (entry.edit.kind !== 'create') throw new TypeError('not a new case')
  const attachments = await uploads(entry, store)
  if (!attachments) return { kind: 'refused', why: 'unreadable', detail: '' }
  const answer = await system.create(entry.case, {
    fields: entry.edit.fields,
    text: entry.edit.text,
    attachments,
  })
  return once(answer)
}

/** What came of something that must not be done twice. */
function once(answer: Written): Sent {
  switch (answer.kind) {
    case 'written':
    case 'refused':
    case 'signed-out':
      return written(answer)
    case 'unreached':
      return answer.arrived === 'no' ? unanswered(answer) : { kind: 'unknown' }
    case 'not-understood':
    case 'stale':
      return { kind: 'unknown' }
  }
}

async function change(
  first: Case,
  step: Extract<OutboxEntry['edit'], { kind: 'change' }>['step'],
  { system, queues }: SendingNeeds,
): Promise<Sent> {
  let server = first
  const several = takesSeveral(queues, server, step.field)
  for (let round = 0; round < mostRounds; round += 1) {
    const merged = mergeChange(step, fieldOf(server, step.field), several)
    if (merged.kind === 'there') return { kind: 'done', server, event: undefined }
    if (merged.kind === 'conflict') return { kind: 'conflict', server }
    const at = placeOf(server)
    if (!at) return gone
    const answer = await system.change(at, step.field, merged.value)
    if (answer.kind !== 'stale') return written(answer)
    if (answer.case.id !== first.id) return { kind: 'displaced' }
    server = answer.case
  }
  return { kind: 'failed', why: 'not-understood' }
}

async function link(
  first: Case,
  { link: wanted, remove }: Extract<OutboxEntry['edit'], { kind: 'link' }>,
  system: CaseSystem,
): Promise<Sent> {
  let server = first
  for (let round = 0; round < mostRounds; round += 1) {
    if (server.links.some((one) => sameLink(one, wanted)) !== remove)
      return { kind: 'done', server, event: undefined }
    const at = placeOf(server)
    if (!at) return gone
    const answer = await system.link(at, wanted, remove)
    if (answer.kind !== 'stale') return written(answer)
    if (answer.case.id !== first.id) return { kind: 'displaced' }
    server = answer.case
  }
  return { kind: 'failed', why: 'not-understood' }
}

async function message(entry: OutboxEntry, server: Case, { system, store }: SendingNeeds): Promise<Sent> {
  if (!isMessage(entry.edit) || server.number === undefined) return gone
  const attachments = await uploads(entry, store)
  if (!attachments) return { kind: 'refused', why: 'unreadable', detail: '' }
  const text = { text: entry.edit.text, attachments, after: entry.after, of: server.id }
  const answer =
    entry.edit.kind === 'reply'
      ? await system.reply(server.number, text)
      : await system.addNote(server.number, text)
  return answer.kind === 'stale' ? { kind: 'displaced' } : once(answer)
}

const placeOf = ({ number, revision }: Case): Place | undefined =>
  number === undefined || revision === undefined ? undefined : { number, revision }

function takesSeveral(queues: readonly CaseQueue[], one: Case, field: FieldKey): boolean {
  if (field === 'requestors' || field === 'cc') return true
  const queue = queues.find(({ name }) => name === oneOf(one, 'queue'))
  return queue?.fields.find(({ key }) => key === field)?.several ?? false
}

/** The files with their bytes; `undefined` when one of them is not here any more. */
async function uploads(
  { edit }: OutboxEntry,
  store: Pick<CaseStore, 'file'>,
): Promise<readonly Upload[] | undefined> {
  const all: Upload[] = []
  for (const attachment of attachmentsOf(edit)) {
    const upload = await uploadOf(attachment, store)
    if (!upload) return undefined
    all.push(upload)
  }
  return all
}

async function uploadOf(attachment: Attachment, store: Pick<CaseStore, 'file'>): Promise<Upload | undefined> {
  const bytes = await store.file(attachment.id)
  return bytes.ok && bytes.value ? { ...attachment, bytes: bytes.value } : undefined
}
