/** What the chat queue and the reference bot use of @xmpp/component 0.13, which has no types of its own. */
declare module '@xmpp/component' {
  export interface XmlElement {
    readonly name: string
    readonly attrs: Readonly<Record<string, string | undefined>>
    readonly children: readonly (XmlElement | string)[]
    is(name: string, namespace?: string): boolean
    getChild(name: string, namespace?: string): XmlElement | undefined
    getChildren(name: string, namespace?: string): XmlElement[]
    getChildElements(): XmlElement[]
    getChildText(name: string, namespace?: string): string | null
    getText(): string
    toString(): string
  }

  export type XmlChild = XmlElement | string | undefined

  export function xml(
    name: string,
    attributes?: Readonly<Record<string, string | undefined>>,
    ...children: readonly XmlChild[]
  ): XmlElement

  export interface Component {
    readonly status: string
    start(): Promise<unknown>
    stop(): Promise<unknown>
    send(stanza: XmlElement): Promise<void>
    on(event: 'online' | 'disconnect', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'stanza', listener: (stanza: XmlElement) => void): this
    /** Of an IQ that asks something, `element` is its only child; what is returned becomes the answer. */
    readonly middleware: {
      use(
        handler: (context: {
          readonly stanza: XmlElement
          readonly element?: XmlElement
        }) => Promise<XmlElement | boolean | undefined>,
      ): void
    }
    readonly reconnect: { delay: number; stop(): void }
    readonly iqCaller: { request(stanza: XmlElement, milliseconds?: number): Promise<XmlElement> }
  }

  export function component(options: {
    readonly service: string
    readonly domain: string
    readonly password: string
  }): Component
}
