import * as v from 'valibot'

import { longestMessage } from '../domain/message.ts'
import type { MessageBody, SharedFile } from '../domain/message.ts'

/**
 * What a reload needs to find its chat again, and what has not left yet. Whoever has `conversation` can take the chat up,
 * so it lives no longer than the tab (`sessionStorage`). Of what was said nothing is among it but the customer's own
 * messages that still wait, each until the room has it.
 */
export interface KeptChat {
  /** The room's local part. */
  readonly conversation: string
  /** The address of the queue. */
  readonly queue: string
  /** As whom this customer was in the room: each new sign-in of a guest is another one (XEP-0421). */
  readonly selves: readonly string[]
  /** In their order. Each goes under the id that it had: what has arrived after all is known by it. */
  readonly unsent: readonly UnsentMessage[]
}

export interface UnsentMessage {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly body: Extract<MessageBody, { readonly kind: 'text' | 'file' }>
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = 'foyer-customer-chat'
/** A link that breaks more often than that has lost the oldest. */
const mostSelves = 200
/** Whoever writes more without a link keeps the first. */
const mostUnsent = 200

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
const File = v.pipe(
  v.object({
    url: v.pipe(v.string(), v.maxLength(2000), v.url(), v.regex(/^https?:/u)),
    name: text,
    type: v.optional(text),
    size: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
  v.transform(({ url, name, type, size }): SharedFile => ({ url, name, type, size })),
)
const Unsent: v.GenericSchema<unknown, UnsentMessage> = v.object({
  id: text,
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  body: v.variant('kind', [
    v.object({ kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(longestMessage)) }),
    v.object({ kind: v.literal('file'), file: File }),
  ]),
})
const Kept = v.object({
  conversation: text,
  queue: text,
  selves: v.pipe(v.array(text), v.maxLength(mostSelves)),
  // One that cannot be read takes neither the others nor the chat with it.
  unsent: v.fallback(v.array(v.fallback(v.nullable(Unsent), null)), []),
})

export function keptChat(keep: Keep): KeptChat | undefined {
  try {
    const parsed = v.safeParse(Kept, JSON.parse(keep.getItem(place) ?? 'null'))
    return parsed.success
      ? { ...parsed.output, unsent: parsed.output.unsent.flatMap((one) => one ?? []) }
      : undefined
  } catch {
    return undefined
  }
}

const within = (chat: KeptChat): KeptChat => ({
  ...chat,
  selves: chat.selves.slice(-mostSelves),
  unsent: chat.unsent.slice(0, mostUnsent),
})

/** Where the browser keeps nothing, a reload begins a new chat. */
export function keepChat(keep: Keep, chat: KeptChat | undefined): void {
  try {
    if (chat) keep.setItem(place, JSON.stringify(within(chat)))
    else keep.removeItem(place)
  } catch {
    // Full, or forbidden by the browser's settings.
  }
}
