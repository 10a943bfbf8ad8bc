import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'

import { encodeNetstring, NetstringReader } from './netstring.ts'

const COMMAND_MS = 3000
const EVENT_MS = 5000
const POLL_MS = 10

const Message = v.object({
  event: v.optional(v.boolean()),
  type: v.optional(v.string()),
  id: v.optional(v.string()),
  param: v.optional(v.string()),
  peeruri: v.optional(v.string()),
  peerdisplayname: v.optional(v.string()),
  token: v.optional(v.string()),
  ok: v.optional(v.boolean()),
  data: v.optional(v.string()),
})
type Message = v.InferOutput<typeof Message>

export type TelephoneEvent = {
  /** Milliseconds since 1970, when it arrived here. */
  readonly at: number
  /** In baresip's words: CALL_INCOMING, CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED, CALL_DTMF_START, REGISTER_OK, … */
  readonly type: string
  readonly call: string | undefined
  readonly peer: string | undefined
  readonly peerName: string | undefined
  /** What else the event says: a digit, a reason. */
  readonly detail: string | undefined
}

export type Waiting = {
  /** Default 5000. */
  readonly withinMs?: number
  /** Milliseconds since 1970: passes over events that came before. */
  readonly since?: number
}

/** A telephone did not do what it was told, or nothing of the kind that was waited for happened. */
export class TelephoneFailed extends Error {
  override readonly name = 'TelephoneFailed'
}

/** The control connection to one baresip (its ctrl_tcp module: JSON in netstrings). */
export class TelephoneLink {
  readonly events: TelephoneEvent[] = []
  readonly #name: string
  readonly #socket: Socket
  readonly #answers = new Map<string, Message>()
  readonly #reader = new NetstringReader()
  /** By event type, how many of `events` have been looked at for it. */
  readonly #seen = new Map<string, number>()
  #commands = 0
  #fault: unknown

  constructor(name: string, socket: Socket) {
    this.#name = name
    this.#socket = socket
    socket.on('error', (error) => (this.#fault = error))
    socket.on('data', (piece: Buffer) => {
      this.#receive(piece)
    })
  }

  /**
   * Sends a command and waits for its answer.
   * @returns the text of the answer.
   * @throws TelephoneFailed when it is refused or not answered.
   */
  async command(command: string, params = ''): Promise<string> {
    const token = String((this.#commands += 1))
    this.#socket.write(encodeNetstring(JSON.stringify({ command, params, token })))
    const what = `no answer to "${command} ${params}"`
    const answer = await this.#until(() => this.#answers.get(token), { withinMs: COMMAND_MS, what })
    this.#answers.delete(token)
    if (answer.ok !== true) throw this.#failed(`refused "${command} ${params}": ${answer.data ?? ''}`)
    return answer.data ?? ''
  }

  /**
   * The next event of a type, past the one that was returned by the previous wait for that type.
   * @throws TelephoneFailed when it does not come in time.
   */
  waitFor(type: string, { withinMs = EVENT_MS, since = 0 }: Waiting = {}): Promise<TelephoneEvent> {
    return this.#until(() => this.#next(type, since), { withinMs, what: `no ${type}` })
  }

  close(): void {
    this.#socket.destroy()
  }

  #next(type: string, since: number): TelephoneEvent | undefined {
    const seen = this.#seen.get(type) ?? 0
    const index = this.events.findIndex((event, at) => at >= seen && event.type === type && event.at >= since)
    this.#seen.set(type, index < 0 ? this.events.length : index + 1)
    return this.events[index]
  }

  async #until<T>(look: () => T | undefined, limit: { withinMs: number; what: string }): Promise<T> {
    const deadline = Date.now() + limit.withinMs
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      if (this.#fault !== undefined) throw this.#failed('lost its control connection')
      if (Date.now() >= deadline) throw this.#failed(`${limit.what} within ${String(limit.withinMs)} ms`)
      await delay(POLL_MS)
    }
  }

  #failed(what: string): TelephoneFailed {
    const heard = this.events.map((event) => event.type).join(', ')
    return new TelephoneFailed(`Telephone ${this.#name}: ${what}; its events: ${heard}`, {
      cause: this.#fault,
    })
  }

  #receive(piece: Buffer): void {
    try {
      for (const text of this.#reader.push(piece)) this.#take(v.parse(Message, JSON.parse(text)))
    } catch (error) {
      this.#fault = error
      this.#socket.destroy()
    }
  }

  #take(message: Message): void {
    if (message.event === true && message.type !== undefined) {
      const { type, id: call, peeruri: peer, peerdisplayname: peerName, param: detail } = message
      this.events.push({ at: Date.now(), type, call, peer, peerName, detail })
    } else if (message.token !== undefined) {
      this.#answers.set(message.token, message)
    }
  }
}

/** Connects to a telephone's control port; undefined when nothing listens there (yet). */
export async function linkTo(name: string, host: string, port: number): Promise<TelephoneLink | undefined> {
  const socket = connect(port, host)
  try {
    await once(socket, 'connect')
  } catch {
    return undefined
  }
  return new TelephoneLink(name, socket)
}
