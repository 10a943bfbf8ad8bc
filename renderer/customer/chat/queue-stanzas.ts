import { parseAddress } from '../../adapters/xmpp/address.ts'
import { ns } from '../../adapters/xmpp/namespaces.ts'
import { cutText } from '../../adapters/xmpp/plain-text.ts'
import { attributeOf, childOf, ownChildOf, textOf } from '../../adapters/xmpp/read-xml.ts'
import type { Answer } from '../../adapters/xmpp/requests.ts'
import { xml } from '../../adapters/xmpp/xml-element.ts'
import type { XmlElement } from '../../adapters/xmpp/xml-element.ts'
import type { Language } from '../../domain/language.ts'

/** What a customer and the queue say to each other (docs/chat-queue.md, A customer). */

/** What the customer has filled in. */
export interface Wish {
  /** The address of the queue. */
  readonly queue: string
  readonly language: Language
  readonly name?: string
  readonly number?: string
  readonly question?: string
}

/** XEP-0249 */
const invitations = 'jabber:x:conference'

/** @param returning the chat that goes on; no other one is begun in its place */
export function joinRequest({ language, name, number, question }: Wish, returning?: string): XmlElement {
  const values = Object.entries({ language, name, number, question, returning })
  return xml(
    'join-queue',
    { xmlns: ns.workgroup },
    xml('queue-notifications'),
    returning === undefined ? undefined : xml('resume', { xmlns: ns.queue }),
    xml(
      'metadata',
      { xmlns: ns.workgroup },
      ...values.map(([key, value]) => (value === undefined ? undefined : xml('value', { name: key }, value))),
    ),
  )
}

export const departRequest = (): XmlElement => xml('depart-queue', { xmlns: ns.workgroup })

export type Refusal =
  | { readonly kind: 'closed' | 'full'; readonly text: string | undefined }
  | { readonly kind: 'kept-out' | 'open-elsewhere' | 'not-found' | 'unreachable' }

const longestReason = 300

/** Why the queue has not let somebody in; `undefined` when it has. */
export function refusalIn(answer: Answer): Refusal | undefined {
  if (answer.kind === 'result') return undefined
  if (answer.kind === 'silent') return { kind: 'unreachable' }
  const error = ownChildOf(answer.stanza, 'error')
  const text = cutText(textOf(childOf(error, ns.stanzas, 'text')).trim(), longestReason) || undefined
  switch (answer.condition) {
    case 'not-acceptable':
      return { kind: 'closed', text }
    case 'resource-constraint':
      return { kind: 'full', text }
    case 'forbidden':
      return { kind: 'kept-out' }
    case 'conflict':
      return { kind: 'open-elsewhere' }
    case 'item-not-found':
      return { kind: 'not-found' }
    default:
      return { kind: 'unreachable' }
  }
}

export interface Place {
  /** From 1. */
  readonly position: number
  /** `undefined` when nobody knows. */
  readonly seconds: number | undefined
}

export function placeIn(message: Element): Place | undefined {
  const status = childOf(message, ns.workgroup, 'queue-status')
  if (!status) return undefined
  const position = countIn(childOf(status, ns.workgroup, 'position'))
  if (position === undefined || position === 0) return undefined
  return { position, seconds: countIn(childOf(status, ns.workgroup, 'time')) }
}

const countIn = (element: Element | undefined): number | undefined => {
  const text = textOf(element).trim()
  return /^\d{1,6}$/u.test(text) ? Number(text) : undefined
}

/** The bare address of the room into which the queue lets the customer. */
export function roomIn(message: Element): string | undefined {
  const invitation = childOf(message, invitations, 'x')
  const room = parseAddress(attributeOf(invitation, 'jid'))
  return room?.local === undefined || room.resource !== undefined ? undefined : room.bare
}
