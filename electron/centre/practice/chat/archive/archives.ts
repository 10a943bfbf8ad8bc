import type { Address } from '../address.ts'
import { bareOf } from '../address.ts'
import { formOf, valuesIn } from '../forms.ts'
import type { FormField } from '../forms.ts'
import { ns } from '../namespaces.ts'
import { errorFor, payloadOf, resultOf, stanzaOf, typeOf } from '../stanza.ts'
import type { Send, Stanza } from '../stanza.ts'
import { copyOf, stampOf, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import { Archive, questionIn } from './archive.ts'
import type { Archived, ArchivePage } from './archive.ts'

export interface ArchivesMeans {
  readonly wallTime: () => number
  readonly newId: () => string
}

/** Archives of rooms and accounts, by their bare address (XEP-0313). */
export class Archives {
  readonly #means: ArchivesMeans
  readonly #byOwner = new Map<Address, Archive>()

  constructor(means: ArchivesMeans) {
    this.#means = means
  }

  of(owner: Address): Archive {
    const archive = this.#byOwner.get(owner) ?? new Archive()
    this.#byOwner.set(owner, archive)
    return archive
  }

  forget(owner: Address): void {
    this.#byOwner.delete(owner)
  }

  /** Keeps a copy, and answers with its id, which the owner vouches for (XEP-0359 §5). */
  keep(owner: Address, message: Xml, other?: Address): string {
    const id = this.#means.newId()
    const kept = copyOf(message)
    kept.attrs['xmlns'] = ns.client
    this.of(owner).add({ id, at: this.#means.wallTime(), message: kept, with: other && bareOf(other) })
    return id
  }

  /** A request of whoever may read `owner`'s archive. Answers what is no request of an archive with `false`. */
  answer(request: Stanza, owner: Address, send: Send): boolean {
    const asked = payloadOf(request)
    if (asked?.getNS() !== ns.archive) return false
    if (asked.getName() === 'query' && typeOf(request) === 'get') send(resultOf(request, questionForm()))
    else if (asked.getName() === 'query') this.#query(request, asked, { owner, send })
    else if (asked.getName() === 'metadata') send(resultOf(request, metadataOf(this.of(owner))))
    else return false
    return true
  }

  #query(request: Stanza, asked: Xml, { owner, send }: { owner: Address; send: Send }): void {
    const question = questionIn(valuesIn(asked.getChild('x', ns.form)), asked.getChild('set', ns.pages))
    const page = question && this.of(owner).page(question)
    if (!page) {
      const refusal = errorFor(request, question ? 'item-not-found' : 'bad-request')
      if (refusal) send(refusal)
      return
    }
    const { queryid } = asked.attrs
    const isFlipped = asked.getChild('flip-page', ns.archive) !== undefined
    for (const kept of isFlipped ? page.messages.toReversed() : page.messages)
      send(stanzaOf(forwarded(kept, queryid), { from: owner, to: request.from }))
    send(resultOf(request, finished(page)))
  }
}

/** XEP-0313 §4.2 */
const forwarded = ({ id, at, message }: Archived, queryid: string | undefined): Xml =>
  xml(
    'message',
    {},
    xml(
      'result',
      { xmlns: ns.archive, id, queryid },
      xml(
        'forwarded',
        { xmlns: ns.forward },
        xml('delay', { xmlns: ns.delay, stamp: stampOf(at) }),
        copyOf(message),
      ),
    ),
  )

function finished({ messages, count, index, complete }: ArchivePage): Xml {
  const [first, last] = [messages[0], messages.at(-1)]
  return xml(
    'fin',
    { xmlns: ns.archive, complete: complete ? 'true' : undefined },
    xml(
      'set',
      { xmlns: ns.pages },
      first && xml('first', { index: String(index) }, first.id),
      last && xml('last', {}, last.id),
      xml('count', {}, String(count)),
    ),
  )
}

const fieldNames: readonly FormField[] = [
  { name: 'with', type: 'jid-single' },
  ...['start', 'end', 'before-id', 'after-id'].map((name) => ({ name, type: 'text-single' as const })),
]

const questionForm = (): Xml => xml('query', { xmlns: ns.archive }, formOf('form', ns.archive, fieldNames))

/** XEP-0313 §5 */
function metadataOf({ oldest, newest }: Archive): Xml {
  const end = (name: string, kept: Archived | undefined) =>
    kept && xml(name, { id: kept.id, timestamp: stampOf(kept.at) })
  return xml('metadata', { xmlns: ns.archive }, end('start', oldest), end('end', newest))
}
