import { countIn } from '../xml.ts'
import type { Xml } from '../xml.ts'

/** One message as it is kept (XEP-0313 §4). */
export interface Archived {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly message: Xml
  /** Whom the owner wrote it with, as a bare address; a room has no such. */
  readonly with: string | undefined
}

/** A practice shift never comes near it; the oldest go first. */
const mostKept = 20_000
/** As Prosody's `max_archive_query_results`. */
const largestPage = 100
const usualPage = 50

/** XEP-0313 §4.1 and RSM (XEP-0059 §2). Times are epoch milliseconds. */
export interface ArchiveQuestion {
  readonly with?: string | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly beforeId?: string | undefined
  readonly afterId?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly max?: number | undefined
  readonly after?: string | undefined
  /** An empty text asks for the last page. */
  readonly before?: string | undefined
}

export interface ArchivePage {
  readonly messages: readonly Archived[]
  /** Of all that match, without regard to pages. */
  readonly count: number
  /** Where the page begins among them, from 0. */
  readonly index: number
  /** There is nothing more in the direction that was asked for. */
  readonly complete: boolean
}

/** Everything that was written in one room, or by and to one account, oldest first. */
export class Archive {
  readonly #kept: Archived[] = []

  get newest(): Archived | undefined {
    return this.#kept.at(-1)
  }

  get oldest(): Archived | undefined {
    return this.#kept[0]
  }

  add(message: Archived): void {
    this.#kept.push(message)
    if (this.#kept.length > mostKept) this.#kept.shift()
  }

  /** `undefined` where a message that the question names is not there (XEP-0059 §2.2, XEP-0313 §4.1.4). */
  page(question: ArchiveQuestion): ArchivePage | undefined {
    const { beforeId, afterId, ids, after, before } = question
    const named = [beforeId, afterId, after, before === '' ? undefined : before, ...(ids ?? [])]
    if (named.some((id) => id !== undefined && !this.#kept.some((kept) => kept.id === id))) return undefined
    const from = this.#placeOf(afterId) ?? -1
    const to = this.#placeOf(beforeId) ?? this.#kept.length
    const matching = this.#kept.slice(from + 1, Math.max(to, 0)).filter((kept) => matches(kept, question))
    return pageOf(matching, question)
  }

  /** The newest ones, oldest first. */
  last(count: number): readonly Archived[] {
    return count <= 0 ? [] : this.#kept.slice(-count)
  }

  #placeOf(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.#kept.findIndex((kept) => kept.id === id)
  }
}

const matches = (kept: Archived, { with: other, start, end, ids }: ArchiveQuestion): boolean =>
  (other === undefined || kept.with === other) &&
  (start === undefined || kept.at >= start) &&
  (end === undefined || kept.at <= end) &&
  (ids === undefined || ids.includes(kept.id))

function pageOf(matching: readonly Archived[], { max, after, before }: ArchiveQuestion): ArchivePage {
  const size = Math.min(max ?? usualPage, largestPage)
  const place = (id: string) => matching.findIndex((kept) => kept.id === id)
  const first = after === undefined ? 0 : place(after) + 1
  const end = before === undefined || before === '' ? matching.length : Math.max(place(before), 0)
  const isBackwards = before !== undefined
  const begin = isBackwards ? Math.max(first, end - size) : first
  const messages = matching.slice(begin, isBackwards ? end : begin + size)
  const complete = isBackwards ? begin <= first : begin + messages.length >= end
  return { messages, count: matching.length, index: begin, complete }
}

/** XEP-0334 and what Prosody keeps of itself: what was said, and how far it was read; never what is typed. */
export function isKept(message: Xml): boolean {
  const named = (name: string, namespace: string) => message.getChild(name, namespace) !== undefined
  if (named('no-store', hints) || named('no-permanent-store', hints)) return false
  if (named('store', hints) || message.getChild('body') !== undefined) return true
  return message.getChildElements().some((child) => child.getNS() === markers)
}

const hints = 'urn:xmpp:hints'
const markers = 'urn:xmpp:chat-markers:0'

/** The question in a `<query/>`; `undefined` where a field of it cannot be understood. */
export function questionIn(
  fields: ReadonlyMap<string, string>,
  set: Xml | undefined,
): ArchiveQuestion | undefined {
  const [start, end] = [timeIn(fields.get('start')), timeIn(fields.get('end'))]
  const maxText = set?.getChildText('max')
  const max = countIn(maxText)
  const isWrongMax = max === undefined && typeof maxText === 'string'
  const unclear = [start, end].some((time) => Number.isNaN(time)) || isWrongMax
  if (unclear) return undefined
  return {
    ...{ with: fields.get('with'), start, end, max },
    beforeId: fields.get('before-id'),
    afterId: fields.get('after-id'),
    after: set?.getChildText('after') ?? undefined,
    before: set?.getChild('before') ? (set.getChildText('before') ?? '') : undefined,
  }
}

const timeIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text)
