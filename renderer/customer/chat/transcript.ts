import { laterDelivery } from '../../domain/message.ts'
import type { Delivery } from '../../domain/message.ts'
import type { UnsentMessage } from '../kept-chat.ts'
import type { HeardMessage } from './heard.ts'

/** One line of the conversation as it is shown. */
export type Line = Omit<HeardMessage, 'mark'> & {
  readonly mark?: string | undefined
  /** Of the customer's own. */
  readonly delivery: Delivery | undefined
}

/** What the customer has written and the room does not have. */
export const waitingLine = ({ id, at, body }: UnsentMessage): Line => ({
  ...{ key: id, isOwn: true, name: '', at, body, delivery: 'waiting' },
})

/** The same again, in its order. */
export const unsentIn = (lines: readonly Line[]): readonly UnsentMessage[] =>
  lines.flatMap(({ key, at, body, delivery }) =>
    delivery === 'waiting' && (body.kind === 'text' || body.kind === 'file') ? [{ id: key, at, body }] : [],
  )

/** What was heard comes in its order; what still waits stays behind it. */
export function said(lines: readonly Line[], messages: readonly HeardMessage[]): readonly Line[] {
  const keys = new Map(messages.map((message) => [message.key, message]))
  const kept = lines.filter(({ key }) => !keys.has(key))
  const heard = messages.map((message): Line => {
    const before = lines.find(({ key }) => key === message.key)?.delivery ?? 'waiting'
    return { ...message, delivery: message.isOwn ? laterDelivery(before, 'sent') : undefined }
  })
  const isWaiting = ({ delivery }: Line): boolean => delivery === 'waiting' || delivery === 'refused'
  return [...kept.filter((line) => !isWaiting(line)), ...heard, ...kept.filter(isWaiting)]
}

/**
 * A receipt names one message, by its writer's id or the archive's. One that was read has all before it read, too
 * (XEP-0333 §2.1).
 */
export function delivered(
  lines: readonly Line[],
  id: string,
  what: 'delivered' | 'read' | 'refused',
): readonly Line[] {
  const at = lines.findIndex(({ key, mark }) => key === id || mark === id)
  return lines.map((line, index) => {
    const isMeant = what === 'read' ? index <= at : index === at
    const isOnItsWay = index !== at && line.delivery === 'waiting'
    if (!isMeant || isOnItsWay || line.delivery === undefined) return line
    return { ...line, delivery: laterDelivery(line.delivery, what) }
  })
}
