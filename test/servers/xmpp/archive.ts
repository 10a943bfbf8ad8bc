import { xml, type Element } from '@xmpp/client'

import { ns } from './namespaces.ts'
import { roomMessage, type RoomMessage } from './room-message.ts'

const mostPages = 100

const field = (name: string, value: string): Element => xml('field', { var: name }, xml('value', {}, value))

/** One page of a room's archive after an id of it (XEP-0313 §4, XEP-0059 §2.2). */
const pageAfter = (room: string, queryId: string, after: string | undefined): Element =>
  xml(
    'iq',
    { type: 'set', to: room },
    xml(
      'query',
      { xmlns: ns.mam, queryid: queryId },
      xml('x', { xmlns: ns.data, type: 'submit' }, field('FORM_TYPE', ns.mam)),
      xml(
        'set',
        { xmlns: ns.rsm },
        xml('max', {}, '100'),
        after === undefined ? undefined : xml('after', {}, after),
      ),
    ),
  )

/** Results of queries that came in, kept by the query's id until they are asked for. */
export class ArchiveReader {
  readonly #results = new Map<string, RoomMessage[]>()
  readonly #ask: (iq: Element) => Promise<Element>
  #queries = 0

  constructor(ask: (iq: Element) => Promise<Element>) {
    this.#ask = ask
  }

  /** True for a result of an archive, which nothing else should look at. */
  hear(stanza: Element): boolean {
    const result = stanza.is('message') ? stanza.getChild('result', ns.mam) : undefined
    if (!result) return false
    const forwarded = result.getChild('forwarded', ns.forward)?.getChild('message')
    const message = forwarded && roomMessage(forwarded, result.attrs['id'])
    if (message) this.#results.get(result.attrs['queryid'] ?? '')?.push(message)
    return true
  }

  /** Everything that was said in the room after an id of its archive, oldest first. */
  async read(room: string, after?: string): Promise<readonly RoomMessage[]> {
    const all: RoomMessage[] = []
    let last = after
    for (let page = 0; page < mostPages; page += 1) {
      const queryId = `q${String((this.#queries += 1))}`
      const results: RoomMessage[] = []
      this.#results.set(queryId, results)
      const answer = await this.#ask(pageAfter(room, queryId, last))
      this.#results.delete(queryId)
      all.push(...results)
      const end = answer.getChild('fin', ns.mam)
      last = end?.getChild('set', ns.rsm)?.getChildText('last') ?? last
      if (end?.attrs['complete'] === 'true') return all
    }
    throw new Error(`the archive of ${room} has no end`)
  }
}
