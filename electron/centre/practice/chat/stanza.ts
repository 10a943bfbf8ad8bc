import { ns } from './namespaces.ts'
import { xml } from './xml.ts'
import type { Xml } from './xml.ts'

/**
 * A message, presence or iq between our parts: `from` and `to` are canonical addresses, and it has no namespace of its own,
 * since that depends on the stream on which it leaves.
 */
export interface Stanza {
  readonly from: string
  readonly to: string
  readonly element: Xml
}

/** Takes a stanza on its way. */
export type Send = (stanza: Stanza) => void

/** Sets the addresses in the element too, since whoever receives it reads them there. */
export function stanzaOf(element: Xml, { from, to }: { readonly from: string; readonly to: string }): Stanza {
  delete element.attrs['xmlns']
  element.attrs['from'] = from
  element.attrs['to'] = to
  return { from, to, element }
}

export const kindOf = ({ element }: Stanza): 'message' | 'presence' | 'iq' | undefined => {
  const name = element.getName()
  return name === 'message' || name === 'presence' || name === 'iq' ? name : undefined
}

export const typeOf = ({ element }: Stanza): string | undefined => element.attrs['type']

/** Something that must be answered. */
export const isRequest = (stanza: Stanza): boolean =>
  kindOf(stanza) === 'iq' && (typeOf(stanza) === 'get' || typeOf(stanza) === 'set')

/** The one child that says what is asked (RFC 6120 §8.2.3). */
export const payloadOf = ({ element }: Stanza): Xml | undefined => element.getChildElements()[0]

export function resultOf(request: Stanza, ...children: readonly (Xml | undefined)[]): Stanza {
  const element = xml('iq', { type: 'result', id: request.element.attrs['id'] }, ...children)
  return stanzaOf(element, { from: request.to, to: request.from })
}

export type ErrorType = 'auth' | 'cancel' | 'modify' | 'wait'

/** RFC 6120 §8.3.3. */
export type Condition =
  | 'bad-request'
  | 'conflict'
  | 'feature-not-implemented'
  | 'forbidden'
  | 'item-not-found'
  | 'jid-malformed'
  | 'not-acceptable'
  | 'not-allowed'
  | 'policy-violation'
  | 'recipient-unavailable'
  | 'registration-required'
  | 'remote-server-not-found'
  | 'remote-server-timeout'
  | 'resource-constraint'
  | 'service-unavailable'

/** The type that goes with each condition by itself. */
const usualTypes: Readonly<Record<Condition, ErrorType>> = {
  'bad-request': 'modify',
  conflict: 'cancel',
  'feature-not-implemented': 'cancel',
  forbidden: 'auth',
  'item-not-found': 'cancel',
  'jid-malformed': 'modify',
  'not-acceptable': 'cancel',
  'not-allowed': 'cancel',
  'policy-violation': 'modify',
  'recipient-unavailable': 'cancel',
  'registration-required': 'auth',
  'remote-server-not-found': 'cancel',
  'remote-server-timeout': 'wait',
  'resource-constraint': 'wait',
  'service-unavailable': 'cancel',
}

/** `undefined` for what must not be answered by an error: errors, and answers (RFC 6120 §8.3.1). */
export function errorFor(
  stanza: Stanza,
  condition: Condition,
  ...details: readonly Xml[]
): Stanza | undefined {
  const type = typeOf(stanza)
  if (type === 'error' || (kindOf(stanza) === 'iq' && type === 'result')) return undefined
  const error = xml(
    'error',
    { type: usualTypes[condition] },
    xml(condition, { xmlns: ns.stanzaErrors }),
    ...details,
  )
  const { name, attrs } = stanza.element
  const element = xml(name, { type: 'error', id: attrs['id'] }, error)
  return stanzaOf(element, { from: stanza.to, to: stanza.from })
}
