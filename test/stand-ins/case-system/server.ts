import { isLater } from '../../../renderer/domain/case-event.ts'
import type { CaseEvent, EventId, EventKind } from '../../../renderer/domain/case-event.ts'
import { fieldOf, sameLink, withField } from '../../../renderer/domain/case.ts'
import type { CaseFields, CaseLink, CaseNumber } from '../../../renderer/domain/case.ts'
import { sameValue } from '../../../renderer/domain/case-field.ts'
import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { Refusal } from '../../../renderer/domain/outbox.ts'
import type { Changes, Cursor, Upload } from '../../../renderer/ports/case-system.ts'
import { asCase, copyOf, eventsOf, lastEvent, standingFor } from './kept.ts'
import type { Kept, KeptCase } from './kept.ts'
import { whyNot } from './rules.ts'

/** `event` is the one that was added; there is none when nothing had to be done. */
export type Outcome =
  | { readonly kind: 'applied'; readonly number: CaseNumber; readonly event: EventId | undefined }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly detail: string }

/** What has left for the customer: no backup takes it back. */
export interface Mail {
  readonly number: CaseNumber
  readonly by: string
  readonly text: string
  readonly at: number
}

export interface Words {
  readonly text: string
  readonly attachments?: readonly Upload[]
}

/** How many events are told in one answer: few, so that a test sees more than one page. */
const eventsInPage = 20
/** Bytes of one message with its files. */
const tooLarge = 10 * 1024 * 1024

export type CaseServer = ReturnType<typeof createCaseServer>

/** A case system as it is inside, with one log of all that has happened; nothing here gets lost or waits. */
export function createCaseServer(now: () => number) {
  let kept: Kept = { cases: new Map(), log: [], files: new Map() }
  const mails: Mail[] = []
  let marks = 0

  function add(
    one: KeptCase,
    event: Partial<CaseEvent> & { readonly kind: EventKind; readonly by: string },
  ): EventId {
    const id = String(Number(lastEvent(kept)) + 1)
    const plain = { text: '', attachments: [], change: undefined }
    // Seconds are all that such systems keep.
    const at = Math.floor(now() / 1000) * 1000
    marks += 1
    kept.log.push({ event: { ...plain, ...event, id, at }, case: one.number, mark: `mark-${marks}` })
    return id
  }

  const put = (one: KeptCase): void => void kept.cases.set(one.number, one)

  /** The case, unless it is gone. */
  function at(number: CaseNumber): KeptCase | Outcome {
    const one = standingFor(kept, number)
    return one && !one.isDeleted
      ? one
      : { kind: 'refused', why: 'gone', detail: `there is no case ${number}` }
  }

  const within = (number: CaseNumber, work: (one: KeptCase) => Outcome): Outcome => {
    const one = at(number)
    return 'kind' in one ? one : work(one)
  }

  const applied = ({ number }: KeptCase, event: EventId | undefined): Outcome => ({
    kind: 'applied',
    number,
    event,
  })

  /** Two desks that give the same id make two cases, the second without it: whoever asks first looks for it. */
  function create(
    by: string,
    { fields, ...words }: Words & { readonly fields: CaseFields },
    id?: CaseId,
  ): Outcome {
    const empty = { fields: new Map<FieldKey, FieldValue>() }
    const detail = [...fields]
      .map(([key, value]) => whyNot(empty, key, value))
      .find((why) => why !== undefined)
    if (detail !== undefined) return { kind: 'refused', why: 'invalid', detail }
    const one: KeptCase = {
      number: String(kept.cases.size + 1),
      clientId: id !== undefined && byClientId(id) ? undefined : id,
      createdAt: Math.floor(now() / 1000) * 1000,
      fields: new Map([['status', ['new']], ['queue', ['benefits']], ...fields]),
      ...{ links: [], mergedInto: undefined, isDeleted: false, isForbidden: false },
    }
    put(one)
    return applied(one, write(one, by, { kind: 'created', ...words }))
  }

  const byClientId = (id: CaseId): KeptCase | undefined =>
    [...kept.cases.values()].find(({ clientId }) => clientId === id)

  /** Line ends are turned and the space at the end goes, as systems that speak mail do. */
  function write(
    one: KeptCase,
    by: string,
    { kind, text, attachments = [] }: Words & { readonly kind: EventKind },
  ) {
    const id = String(Number(lastEvent(kept)) + 1)
    const files = attachments.map(({ bytes, ...file }, index) => {
      kept.files.set(`${id}-${index}`, bytes)
      return { ...file, id: `${id}-${index}`, size: bytes.length }
    })
    return add(one, { kind, by, text: text.trimEnd().replace(/\r?\n/g, '\r\n'), attachments: files })
  }

  const say = (kind: 'note' | 'reply' | 'message') => (by: string, number: CaseNumber, words: Words) =>
    within(number, (one) => {
      const bytes = (words.attachments ?? []).reduce(
        (sum, file) => sum + file.bytes.length,
        words.text.length,
      )
      if (bytes > tooLarge)
        return { kind: 'refused', why: 'too-large', detail: `${bytes} bytes are too many` }
      if (bytes === 0) return { kind: 'refused', why: 'invalid', detail: 'there is nothing in it' }
      if (kind === 'reply') mails.push({ number: one.number, by, text: words.text, at: now() })
      return applied(one, write(one, by, { kind, ...words }))
    })

  const change = (by: string, number: CaseNumber, field: FieldKey, value: FieldValue): Outcome =>
    within(number, (one) => {
      const detail = whyNot(one, field, value)
      if (detail !== undefined) return { kind: 'refused', why: 'invalid', detail }
      const before = fieldOf(one, field)
      if (sameValue(before, value)) return applied(one, undefined)
      put({ ...one, fields: withField(one.fields, field, value) })
      return applied(one, add(one, { kind: 'changed', by, change: { field, before, after: value } }))
    })

  const link = (by: string, number: CaseNumber, wanted: CaseLink, remove: boolean): Outcome =>
    within(number, (one) => {
      const others = one.links.filter((known) => !sameLink(known, wanted))
      if (remove === (others.length === one.links.length)) return applied(one, undefined)
      put({ ...one, links: remove ? others : [...others, wanted] })
      return applied(one, add(one, { kind: 'linked', by }))
    })

  const merge = (by: string, number: CaseNumber, into: CaseNumber): Outcome =>
    within(number, (one) =>
      within(into, (other) => {
        if (one.number === other.number) return applied(other, undefined)
        put({ ...one, mergedInto: other.number })
        add(one, { kind: 'merged', by })
        return applied(other, add(other, { kind: 'merged', by }))
      }),
    )

  function mark(
    number: CaseNumber,
    standing: Partial<Pick<KeptCase, 'isDeleted' | 'isForbidden'>>,
    by = 'chantal',
  ) {
    const one = standingFor(kept, number)
    if (!one) throw new Error(`there is no case ${number}`)
    put({ ...one, ...standing })
    add(one, { kind: 'other', by })
  }

  function changes(since: Cursor | undefined): Changes {
    const last = kept.log.at(-1)
    const cursor = last && { event: last.event.id, mark: last.mark }
    if (!since) return { kind: 'changed', numbers: [], cursor, more: false }
    if (kept.log.find(({ event }) => event.id === since.event)?.mark !== since.mark)
      return { kind: 'restored', cursor }
    const news = kept.log.filter(({ event }) => isLater(event.id, since.event))
    const page = news.slice(0, eventsInPage)
    const seen = page.map((logged) => logged.case).filter((number) => !kept.cases.get(number)?.isForbidden)
    const end = page.at(-1)
    return {
      ...{ kind: 'changed', numbers: [...new Set(seen)], more: page.length < news.length },
      cursor: end ? { event: end.event.id, mark: end.mark } : since,
    }
  }

  return {
    ...{ create, change, link, merge, changes, byClientId, mails },
    note: say('note'),
    reply: say('reply'),
    /** A customer writes by mail. */
    message: say('message'),
    delete: (number: CaseNumber) => mark(number, { isDeleted: true }),
    /** The desk's agents lose or get back the right to see it. */
    forbid: (number: CaseNumber, isForbidden = true) => mark(number, { isForbidden }),

    numbers: (): readonly CaseNumber[] => [...kept.cases.keys()],
    /** As it was made, merged or not. */
    kept: (number: CaseNumber): KeptCase | undefined => kept.cases.get(number),
    /** The case that stands for this number, gone or not. */
    standing: (number: CaseNumber): KeptCase | undefined => standingFor(kept, number),
    asCase: (one: KeptCase) => asCase(kept, one),
    events: (one: Pick<KeptCase, 'number'>): readonly CaseEvent[] => eventsOf(kept, one),
    file: (id: string): Uint8Array<ArrayBuffer> | undefined => kept.files.get(id),

    backUp: (): Kept => copyOf(kept),
    /** Everything since is gone, and the numbers of events and cases are issued again. */
    restore: (backup: Kept): void => void (kept = copyOf(backup)),
  }
}
