import * as v from 'valibot'

import type { Attachment, EventId } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import { everyPage } from './pages.ts'
import { textOfHtml } from './plain-text.ts'
import { id, text } from './shapes.ts'
import type { Condition, Heard, Wire } from './wire.ts'

/** What somebody wrote, and what they attached. */
export interface Contents {
  readonly text: string
  readonly attachments: readonly Attachment[]
}

const Part = v.object({
  id,
  TransactionId: id,
  ContentType: v.optional(text, ''),
  Filename: v.optional(text, ''),
  ContentLength: v.optional(text, ''),
  Content: v.optional(text, ''),
})
type Part = v.InferOutput<typeof Part>

/** Only the parts that are read on the screen are asked for with their content: a file can have megabytes. */
const inline: readonly Condition[] = [
  { field: 'ContentType', operator: 'STARTSWITH', value: 'text/' },
  { field: 'Filename', operator: 'IS', value: 'NULL' },
]

/** The contents of these transactions of a ticket. */
export async function contentsOf(
  wire: Wire,
  number: CaseNumber,
  transactions: readonly EventId[],
): Promise<Heard<ReadonlyMap<EventId, Contents>>> {
  const [first] = transactions
  if (first === undefined) return { kind: 'answer', value: new Map(), revision: undefined }
  const since: Condition = { field: 'TransactionId', operator: '>=', value: first }
  const ask = (fields: string, conditions: readonly Condition[]) =>
    everyPage(wire, {
      query: {
        path: `/ticket/${number}/attachments?fields=${fields}&orderby=id&order=ASC`,
        conditions: [since, ...conditions],
      },
      item: Part,
    })
  const [parts, texts] = await Promise.all([
    ask('TransactionId,ContentType,Filename,ContentLength', []),
    ask('TransactionId,ContentType,Filename,Content', inline),
  ])
  if (parts.kind !== 'answer') return parts
  if (texts.kind !== 'answer') return texts
  const found = transactions.map((transaction): [EventId, Contents] => {
    const ofIt = ({ TransactionId }: Part): boolean => TransactionId === transaction
    const attachments = parts.value.filter((part) => ofIt(part) && isFile(part)).map(fileOf)
    return [transaction, { text: textOf(texts.value.filter(ofIt)), attachments }]
  })
  return { kind: 'answer', value: new Map(found), revision: undefined }
}

const isText = ({ ContentType, Filename }: Part): boolean =>
  Filename === '' && /^text\/(?:plain|html)\b/i.test(ContentType)

/** Whatever is neither read nor just a wrapping around others; an empty part without a name is a message's body. */
const isFile = (part: Part): boolean =>
  part.Filename !== '' ||
  (!isText(part) && !/^(?:multipart\/|message\/rfc822)/i.test(part.ContentType) && sizeOf(part) !== 0)

const fileOf = (part: Part): Attachment => ({
  id: part.id,
  name: part.Filename || `${part.id}.${part.ContentType.split('/')[1] ?? ''}`,
  type: part.ContentType,
  size: sizeOf(part),
})

const sizeOf = ({ ContentLength }: Part): number | undefined =>
  /^\d{1,15}$/.test(ContentLength) ? Number(ContentLength) : undefined

/** A message that was sent in two forms is read in the plain one. */
function textOf(parts: readonly Part[]): string {
  const texts = parts.filter(isText)
  const plain = texts.filter(({ ContentType }) => /^text\/plain/i.test(ContentType))
  if (plain.some(({ Content }) => Content.trim() !== ''))
    return plain.map(({ Content }) => Content).join('\n')
  return texts.map(({ Content }) => textOfHtml(Content)).join('\n')
}
