import * as v from 'valibot'

/**
 * What a reload needs to find its chat again. Whoever has `conversation` can take the chat up, so it lives no longer than
 * the tab (`sessionStorage`). Nothing that anybody wrote is among it, nor a name.
 */
export interface KeptChat {
  /** The room's local part. */
  readonly conversation: string
  /** The address of the queue. */
  readonly queue: string
  /** As whom this customer was in the room: each new sign-in of a guest is another one (XEP-0421). */
  readonly selves: readonly string[]
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = 'foyer-customer-chat'
/** A link that breaks more often than that has lost the oldest. */
const mostSelves = 200

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
const Kept = v.object({
  conversation: text,
  queue: text,
  selves: v.pipe(v.array(text), v.maxLength(mostSelves)),
})

export function keptChat(keep: Keep): KeptChat | undefined {
  try {
    const parsed = v.safeParse(Kept, JSON.parse(keep.getItem(place) ?? 'null'))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** Where the browser keeps nothing, a reload begins a new chat. */
export function keepChat(keep: Keep, chat: KeptChat | undefined): void {
  try {
    if (chat) keep.setItem(place, JSON.stringify({ ...chat, selves: chat.selves.slice(-mostSelves) }))
    else keep.removeItem(place)
  } catch {
    // Full, or forbidden by the browser's settings.
  }
}
