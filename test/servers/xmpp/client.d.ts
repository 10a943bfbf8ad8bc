/** What the tests use of @xmpp/client 0.13, which comes without types. */
declare module '@xmpp/client' {
  export interface Element {
    readonly name: string
    attrs: Record<string, string>
    children: (Element | string)[]
    is(name: string, xmlns?: string): boolean
    getChild(name: string, xmlns?: string): Element | undefined
    getChildren(name: string, xmlns?: string): Element[]
    getChildText(name: string, xmlns?: string): string | null
    getChildElements(): Element[]
    text(): string
    toString(): string
  }

  export interface StanzaError extends Error {
    /** RFC 6120 §8.3.3 */
    readonly condition: string
    readonly text: string
  }

  export interface Client {
    timeout: number
    readonly status: string
    readonly socket: { readonly socket?: { terminate(): void } } | null
    readonly reconnect: { stop(): void }
    readonly iqCaller: { request(iq: Element, timeoutMs?: number): Promise<Element> }
    readonly iqCallee: {
      get(xmlns: string, name: string, answer: (context: { readonly stanza: Element }) => unknown): void
      set(xmlns: string, name: string, answer: (context: { readonly stanza: Element }) => unknown): void
    }
    /** Resolves to the address. */
    start(): Promise<{ toString(): string }>
    stop(): Promise<unknown>
    send(stanza: Element): Promise<void>
    write(text: string): Promise<void>
    on(event: 'stanza', listener: (stanza: Element) => void): void
    prependListener(event: 'element', listener: (element: Element) => void): void
    on(event: 'error', listener: (error: Error) => void): void
    on(event: 'disconnect' | 'offline', listener: () => void): void
  }

  export function client(options: {
    readonly service: string
    readonly domain: string
    readonly resource?: string
    /** Without it: anonymous. */
    readonly username?: string
    readonly password?: string
  }): Client

  type Child = Element | string | undefined
  export function xml(
    name: string,
    attrs?: Readonly<Record<string, string | undefined>> | string,
    ...children: readonly Child[]
  ): Element
}
