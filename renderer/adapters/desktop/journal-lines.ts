import * as v from 'valibot'

import { isFieldKey } from '../../domain/case-field.ts'
import { notePurposes } from '../../domain/case-edit.ts'
import { linkKinds } from '../../domain/case.ts'
import { asCaseId, asEntryId } from '../../domain/ids.ts'
import type { EntryId } from '../../domain/ids.ts'
import { refusals } from '../../domain/outbox.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import type { StoredFile } from '../../ports/case-store.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** What a line of the journal says. */
export type JournalLine =
  | { readonly kind: 'file'; readonly file: StoredFile }
  | { readonly kind: 'entry'; readonly entry: OutboxEntry }
  | { readonly kind: 'state'; readonly id: EntryId; readonly state: OutboxEntry['state'] }
  | { readonly kind: 'forget'; readonly ids: readonly EntryId[] }

const EntryIdText = v.pipe(v.string(), v.nonEmpty(), v.transform(asEntryId))
const CaseIdText = v.pipe(v.string(), v.nonEmpty(), v.transform(asCaseId))
const Time = v.pipe(v.number(), v.finite())
const Value = v.array(v.string())
const Key = v.pipe(
  v.string(),
  v.check(isFieldKey),
  v.transform((text) => (isFieldKey(text) ? text : 'subject')),
)
/** JSON has no maps, and an object would give `__proto__` and `constructor` a meaning. */
const Fields = v.pipe(
  v.array(v.tuple([Key, Value])),
  v.transform((pairs) => new Map(pairs)),
)

/** JSON has no `undefined`: a line says `null`. */
const maybe = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullable(schema),
    v.transform((value) => value ?? undefined),
  )

const AttachmentShape = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  size: maybe(v.number()),
})
const Attachments = v.array(AttachmentShape)

const Edit = v.variant('kind', [
  v.object({ kind: v.literal('create'), fields: Fields, text: v.string(), attachments: Attachments }),
  v.object({
    kind: v.literal('change'),
    step: v.object({ field: Key, before: Value, after: Value }),
  }),
  v.object({
    kind: v.literal('note'),
    text: v.string(),
    attachments: Attachments,
    purpose: v.picklist(notePurposes),
  }),
  v.object({ kind: v.literal('reply'), text: v.string(), attachments: Attachments }),
  v.object({
    kind: v.literal('link'),
    link: v.object({ kind: v.picklist(linkKinds), target: v.string() }),
    remove: v.boolean(),
  }),
])

const State = v.variant('kind', [
  v.object({ kind: v.literal('waiting'), tries: Time, notBefore: Time }),
  v.object({ kind: v.literal('sending'), tries: Time, since: Time }),
  v.object({ kind: v.literal('checking'), tries: Time, since: Time, notBefore: Time }),
  v.object({ kind: v.literal('asking'), since: Time }),
  v.object({ kind: v.literal('conflict'), theirs: Value, by: maybe(v.string()), at: Time }),
  v.object({ kind: v.literal('set-aside'), why: v.picklist(refusals), detail: v.string(), at: Time }),
  v.object({ kind: v.literal('sent'), at: Time, event: maybe(v.string()), number: v.optional(v.string()) }),
  v.object({
    kind: v.literal('withdrawn'),
    at: Time,
    why: v.picklist(['undone', 'theirs-chosen', 'agent-says-sent']),
  }),
])

const Entry = v.object({
  id: EntryIdText,
  case: CaseIdText,
  order: Time,
  writtenAt: Time,
  edit: Edit,
  after: maybe(v.string()),
  state: State,
})

const Bytes = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => fromBase64(text)),
)

const Line = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    file: v.object({ id: v.string(), case: CaseIdText, bytes: Bytes }),
  }),
  v.object({ kind: v.literal('entry'), entry: Entry }),
  v.object({ kind: v.literal('state'), id: EntryIdText, state: State }),
  v.object({ kind: v.literal('forget'), ids: v.array(EntryIdText) }),
])

/** One line of JSON. */
export const writeLine = (line: JournalLine): string => JSON.stringify(line, asJson)

/** `undefined` for what is none of these: damaged, or written by another version. */
export function readLine(text: string): JournalLine | undefined {
  try {
    const line = v.safeParse(Line, JSON.parse(text))
    return line.success ? line.output : undefined
  } catch {
    return undefined
  }
}

function asJson(_key: string, value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Map) return [...value]
  return value instanceof Uint8Array ? toBase64(value) : value
}
