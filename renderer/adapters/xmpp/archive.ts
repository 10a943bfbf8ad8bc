import { parseAddress } from './address.ts'
import { ns } from './namespaces.ts'
import { attributeOf, childOf, pastTime, textOf } from './read-xml.ts'
import type { Answer, Request } from './requests.ts'
import { parseRoomMessage } from './room-message.ts'
import type { RoomMessage } from './room-message.ts'
import { xml } from './xml-element.ts'

/** Messages of one page, and pages that are read in one go. */
const pageSize = 100
const mostPages = 200

export interface ArchiveNeeds {
  readonly room: string
  readonly ask: (request: Request) => Promise<Answer>
  readonly newId: () => string
  readonly now: () => number
}

type ArchivePage =
  | {
      readonly kind: 'page'
      readonly messages: readonly RoomMessage[]
      /** Where the next one begins; `undefined` after the last. */
      readonly next: string | undefined
    }
  /** The archive does not have the message after which it was asked to begin. */
  | { readonly kind: 'no-such-place' }
  | { readonly kind: 'failed' }

/** One room's archive (XEP-0313), read forwards by pages (XEP-0059). */
export class Archive {
  readonly #needs: ArchiveNeeds
  /** The query that runs, and what it has brought. */
  #running: { readonly id: string; readonly messages: RoomMessage[] } | undefined

  constructor(needs: ArchiveNeeds) {
    this.#needs = needs
  }

  /**
   * @param after the archive's id; without it from the first message
   * @param tell says whether the next page is wanted
   * @returns whether everything has been told
   */
  async readFrom(
    after: string | undefined,
    tell: (page: readonly RoomMessage[]) => boolean,
  ): Promise<boolean> {
    let next = after
    for (let pages = 0; pages < mostPages; pages++) {
      const page = await this.#page(next)
      if (page.kind === 'failed') return false
      // The archive has forgotten what came before: all that it has is newer.
      next = page.kind === 'page' ? page.next : undefined
      if (page.kind !== 'page') continue
      if (!tell(page.messages)) return false
      if (next === undefined) return true
    }
    return false
  }

  async #page(after: string | undefined): Promise<ArchivePage> {
    const { room, ask, newId } = this.#needs
    const running = { id: newId(), messages: [] }
    this.#running = running
    const answer = await ask({ type: 'set', to: room, payload: archiveQuery(running.id, after, pageSize) })
    if (this.#running === running) this.#running = undefined
    if (answer.kind === 'error' && after !== undefined && answer.condition === 'item-not-found')
      return { kind: 'no-such-place' }
    if (answer.kind !== 'result') return { kind: 'failed' }
    const fin = childOf(answer.stanza, ns.archive, 'fin')
    if (!fin) return { kind: 'failed' }
    const last = textOf(childOf(childOf(fin, ns.page, 'set'), ns.page, 'last'))
    const isComplete = ['true', '1'].includes(attributeOf(fin, 'complete') ?? '')
    const next = isComplete || last === '' || last === after ? undefined : last
    return { kind: 'page', messages: running.messages, next }
  }

  /**
   * Takes a result of the query that runs. Anybody can send a message that looks like one: the room itself must have sent
   * it, and it must name the query.
   * @returns whether it has the form of a result, and is therefore nothing that was said
   */
  take(message: Element): boolean {
    const result = childOf(message, ns.archive, 'result')
    if (!result) return false
    const running = this.#running
    if (!running || running.messages.length > 2 * pageSize) return true
    const from = parseAddress(message.getAttribute('from'))
    const isFromRoom = from?.bare === this.#needs.room && from.resource === undefined
    if (!isFromRoom || attributeOf(result, 'queryid') !== running.id) return true
    const parsed = this.#parse(result)
    if (parsed) running.messages.push(parsed)
    return true
  }

  #parse(result: Element): RoomMessage | undefined {
    const { room, now } = this.#needs
    const id = attributeOf(result, 'id')
    const forwarded = childOf(result, ns.forward, 'forwarded')
    const inner = forwarded && childOf(forwarded, ns.client, 'message')
    const at = pastTime(attributeOf(childOf(forwarded, ns.delay, 'delay'), 'stamp'), now())
    if (id === undefined || !inner) return undefined
    return parseRoomMessage(inner, { room, now: now(), archived: { id, at } })
  }
}

/** Without a room, of the account's own archive. */
export const archiveQuery = (id: string, after: string | undefined, most: number) =>
  xml(
    'query',
    { xmlns: ns.archive, queryid: id },
    xml(
      'set',
      { xmlns: ns.page },
      xml('max', {}, String(most)),
      after === undefined ? undefined : xml('after', {}, after),
    ),
  )
