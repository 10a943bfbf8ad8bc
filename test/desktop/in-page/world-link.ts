type Callable = (...args: unknown[]) => unknown

interface Peer {
  readonly outgoing: string
  readonly incoming: string
}

/** A value on its way: what is not plain data travels as a number by which the other side may call or await it. */
interface Packed {
  readonly is: 'data' | 'function' | 'promise' | 'error' | 'list' | 'record'
  readonly value: unknown
}

type LinkMessage =
  | { readonly kind: 'call'; readonly id: number; readonly target: string; readonly args: Packed }
  | { readonly kind: 'done'; readonly id: number; readonly ok: boolean; readonly value: Packed }
  | { readonly kind: 'settled'; readonly id: number; readonly ok: boolean; readonly value: Packed }

/**
 * Calls between a page's world and the preload's world, over an EventTarget that only these two know. The browser
 * clones an event's detail for the world that reads it, so no object is ever shared; and an event is dispatched at
 * once, so a call returns like any other. This class is injected into pages as text: it may use nothing from outside.
 */
export class WorldLink {
  readonly #node: EventTarget
  readonly #peer: Peer
  readonly #functions = new Map<string, Callable>()
  readonly #awaited = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: unknown) => void }
  >()
  readonly #done = new Map<number, { readonly ok: boolean; readonly value: Packed }>()
  #lastId = 0

  constructor(node: EventTarget, peer: Peer) {
    this.#node = node
    this.#peer = peer
    node.addEventListener(peer.incoming, (event) => this.#receive((event as CustomEvent<LinkMessage>).detail))
  }

  /** Lets the other world call `body` by name. */
  offer(name: string, body: Callable): void {
    this.#functions.set(name, body)
  }

  /** Calls what the other world offers; throws what that throws. */
  call(target: string, args: readonly unknown[]): unknown {
    const id = ++this.#lastId
    this.#post({ kind: 'call', id, target, args: this.#pack(args) })
    const reply = this.#done.get(id)
    this.#done.delete(id)
    if (!reply) throw new Error('An object could not be cloned.')
    const value = this.#unpack(reply.value)
    if (reply.ok) return value
    throw value
  }

  #post(message: LinkMessage): void {
    this.#node.dispatchEvent(new CustomEvent(this.#peer.outgoing, { detail: message }))
  }

  #receive(message: LinkMessage | null): void {
    // What cannot be cloned arrives as null: the caller gets no reply, and says so.
    if (message === null) return
    if (message.kind === 'call') this.#answer(message)
    else if (message.kind === 'done') this.#done.set(message.id, message)
    else {
      const awaited = this.#awaited.get(message.id)
      this.#awaited.delete(message.id)
      awaited?.[message.ok ? 'resolve' : 'reject'](this.#unpack(message.value))
    }
  }

  #answer({ id, target, args }: LinkMessage & { kind: 'call' }): void {
    try {
      const result = this.#functions.get(target)?.(...(this.#unpack(args) as unknown[]))
      this.#post({ kind: 'done', id, ok: true, value: this.#pack(result) })
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error))
      this.#post({ kind: 'done', id, ok: false, value: this.#pack(problem) })
    }
  }

  #pack(value: unknown): Packed {
    if (typeof value === 'function') return { is: 'function', value: this.#lend(value as Callable) }
    if (value === null || typeof value !== 'object') return { is: 'data', value }
    if (value instanceof Promise) return { is: 'promise', value: this.#report(value) }
    if (value instanceof Error) return { is: 'error', value: [value.name, value.message] }
    if (Array.isArray(value)) return { is: 'list', value: value.map((item) => this.#pack(item)) }
    if (Object.prototype.toString.call(value) !== '[object Object]') return { is: 'data', value }
    return { is: 'record', value: Object.entries(value).map(([key, item]) => [key, this.#pack(item)]) }
  }

  #unpack({ is, value }: Packed): unknown {
    switch (is) {
      case 'data':
        return value
      case 'function':
        return (...args: unknown[]) => this.call(value as string, args)
      case 'promise':
        return new Promise((resolve, reject) => this.#awaited.set(value as number, { resolve, reject }))
      case 'error': {
        const [name, message] = value as [string, string]
        return Object.assign(new Error(message), { name })
      }
      case 'list':
        return (value as Packed[]).map((item) => this.#unpack(item))
      case 'record':
        return Object.fromEntries(
          (value as [string, Packed][]).map(([key, item]) => [key, this.#unpack(item)]),
        )
    }
  }

  #lend(body: Callable): string {
    const name = `#${++this.#lastId}`
    this.#functions.set(name, body)
    return name
  }

  #report(promise: Promise<unknown>): number {
    const id = ++this.#lastId
    promise.then(
      (value) => this.#post({ kind: 'settled', id, ok: true, value: this.#pack(value) }),
      (error: unknown) => this.#post({ kind: 'settled', id, ok: false, value: this.#pack(error) }),
    )
    return id
  }
}
