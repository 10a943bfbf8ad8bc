/** What of ltx 3 is used here; the package brings no types. */
declare module 'ltx' {
  export class Element {
    constructor(name: string, attrs?: Readonly<Record<string, string | undefined>>)
    name: string
    parent: Element | null
    children: (Element | string)[]
    attrs: Record<string, string | undefined>
    /** Without its prefix. */
    getName(): string
    getNS(): string | undefined
    findNS(prefix?: string): string | undefined
    is(name: string, namespace?: string): boolean
    getChild(name: string, namespace?: string): Element | undefined
    getChildren(name: string, namespace?: string): Element[]
    getChildElements(): Element[]
    getText(): string
    getChildText(name: string, namespace?: string): string | null
    cnode<Child extends Element | string>(child: Child): Child
    t(text: string): this
    remove(child: Element): this
    /** As XML. */
    toString(): string
  }
  export function clone(element: Element): Element
}

declare module 'ltx/src/parsers/ltx.js' {
  import type { EventEmitter } from 'node:events'

  /** Events: startElement (name, attributes), endElement (name), text (text). It checks little of XML's grammar. */
  export default class SaxLtx extends EventEmitter {
    write(text: string): void
  }
}
