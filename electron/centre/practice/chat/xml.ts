import { Element, clone } from 'ltx'

export type Xml = Element

type Child = Xml | string | undefined

/** `xml('body', {}, 'Hello')`; attributes and children that are `undefined` are left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): Xml {
  const element = new Element(name, attributes)
  for (const child of children) if (child !== undefined) element.cnode(child)
  return element
}

export const copyOf = (element: Xml): Xml => clone(element)

export function removeChildren(element: Xml, unwanted: (child: Xml) => boolean): void {
  for (const child of element.getChildElements()) if (unwanted(child)) element.remove(child)
}

/** A non-negative integer, or `undefined`. */
export function countIn(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined
}

/** XEP-0082 §3.2. */
export const stampOf = (epochMilliseconds: number): string => new Date(epochMilliseconds).toISOString()

/** `true` and `1` (XEP-0004 §3.3). */
export const isTrue = (text: string | null | undefined): boolean => text === 'true' || text === '1'
