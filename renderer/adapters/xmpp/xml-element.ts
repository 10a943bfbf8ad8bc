import { $build } from 'strophe.js'

import { legalXml } from './plain-text.ts'

/** An element that is to be sent: data, until it leaves. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

type Attributes = Readonly<Record<string, string | undefined>>

/** What is `undefined` is left out. */
export function xml(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (XmlElement | string | undefined)[]
): XmlElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    name,
    attributes: Object.fromEntries(given.map(([key, value]) => [key, legalXml(value)])),
    children: children
      .filter((child) => child !== undefined)
      .map((child) => (typeof child === 'string' ? legalXml(child) : child)),
  }
}

type Builder = ReturnType<typeof $build>

export function domOf(element: XmlElement): Element {
  const builder = $build(element.name, { ...element.attributes })
  append(builder, element.children)
  return builder.tree()
}

function append(builder: Builder, children: XmlElement['children']): void {
  for (const child of children) {
    if (typeof child === 'string') {
      builder.t(child)
      continue
    }
    builder.c(child.name, { ...child.attributes })
    append(builder, child.children)
    builder.up()
  }
}
