/**
 * Reading what came. Only what every DOM has (in a window and in the tests' one), and only an element's own children: what
 * lies deeper is somebody's text about the thing, not the thing.
 */
export function elementsOf(parent: Element): readonly Element[] {
  const elements: Element[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) elements.push(node as Element)
  return elements
}

export const isElement = (element: Element, namespace: string, name: string): boolean =>
  element.localName === name && element.namespaceURI === namespace

export const childrenOf = (parent: Element, namespace: string, name: string): readonly Element[] =>
  elementsOf(parent).filter((element) => isElement(element, namespace, name))

export const childOf = (parent: Element | undefined, namespace: string, name: string): Element | undefined =>
  parent && elementsOf(parent).find((element) => isElement(element, namespace, name))

/** A child in its parent's own namespace, as `body` is in `message`. */
export const ownChildOf = (parent: Element, name: string): Element | undefined =>
  elementsOf(parent).find(
    (element) => element.localName === name && element.namespaceURI === parent.namespaceURI,
  )

export const textOf = (element: Element | undefined): string => element?.textContent ?? ''

/** `undefined` also for an empty one. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  // Some DOMs give an empty text for what is not there.
  element?.getAttribute(name) || undefined

/** A time of XEP-0082 as epoch milliseconds; `undefined` for what is none, and for what lies in the future. */
export function pastTime(text: string | undefined, now: number): number | undefined {
  const time = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d)$/u.test(text ?? '')
    ? Date.parse(text ?? '')
    : NaN
  return time > 0 && time <= now ? time : undefined
}

/** The condition of an error (RFC 6120 §8.3), and whether the same could work later. */
export interface StanzaError {
  readonly condition: string
  readonly isForNow: boolean
}

const stanzaErrors = 'urn:ietf:params:xml:ns:xmpp-stanzas'

export function errorOf(stanza: Element): StanzaError {
  const error = ownChildOf(stanza, 'error')
  const condition =
    error &&
    elementsOf(error).find(
      ({ namespaceURI, localName }) => namespaceURI === stanzaErrors && localName !== 'text',
    )
  return {
    condition: condition?.localName ?? 'undefined-condition',
    isForNow: attributeOf(error, 'type') === 'wait',
  }
}
