import { chatNotices, longestMessage } from '../../domain/message.ts'
import type { ChatNotice, MessageBody } from '../../domain/message.ts'
import { parseAddress } from './address.ts'
import { ns } from './namespaces.ts'
import { attributeOf, childOf, childrenOf, ownChildOf, pastTime, textOf } from './read-xml.ts'
import { sharedFileOf } from './shared-file.ts'

/** What came through a room, as far as the room vouches for it, and what its writer says. */
export interface RoomMessage {
  /** Made by the room and not to be chosen (XEP-0421). */
  readonly occupant: string | undefined
  readonly nick: string
  /** The archive's id (XEP-0359 §5). */
  readonly archived: string | undefined
  /** The writer's own id of it; nothing keeps two writers from the same one. */
  readonly written: string | undefined
  /** Epoch milliseconds; `undefined` when the room says none, or one in the future. */
  readonly at: number | undefined
  readonly body: MessageBody | undefined
  /** What the queue says to the customer; worth nothing from anybody else. */
  readonly notice: ChatNotice | undefined
  readonly wantsReceipt: boolean
  /** Ids of messages that the writer's program has received, or shown. */
  readonly received: string | undefined
  readonly displayed: string | undefined
  readonly state: 'composing' | 'other' | undefined
}

/** Characters of an id: a UUID has 36, a hash 64. */
const longestId = 256

const idOf = (element: Element | undefined): string | undefined => {
  const id = attributeOf(element, 'id')
  return id !== undefined && id.length <= longestId ? id : undefined
}

/** @param room whose word about its archive counts; @param archived where the archive itself has given the id and the time */
export function parseRoomMessage(
  message: Element,
  { room, now, archived }: { room: string; now: number; archived?: { id: string; at: number | undefined } },
): RoomMessage | undefined {
  const from = parseAddress(message.getAttribute('from'))
  if (from?.bare !== room || attributeOf(message, 'type') !== 'groupchat') return undefined
  const stanzaId = childrenOf(message, ns.ids, 'stanza-id').find(
    (element) => parseAddress(element.getAttribute('by'))?.bare === room,
  )
  const delay = childrenOf(message, ns.delay, 'delay').find(
    (element) => parseAddress(element.getAttribute('from'))?.bare === room,
  )
  return {
    occupant: idOf(childOf(message, ns.occupant, 'occupant-id')),
    nick: from.resource ?? '',
    archived: archived ? archived.id : idOf(stanzaId),
    written: idOf(childOf(message, ns.ids, 'origin-id')) ?? idOf(message),
    at: archived ? archived.at : pastTime(attributeOf(delay, 'stamp'), now),
    body: bodyOf(message),
    notice: noticeOf(message),
    wantsReceipt: childOf(message, ns.receipts, 'request') !== undefined,
    received: idOf(childOf(message, ns.receipts, 'received')),
    displayed: idOf(childOf(message, ns.markers, 'displayed')),
    state: stateOf(message),
  }
}

/** Formatted text (XEP-0071) is never looked at: the plain one beside it says the same. */
function bodyOf(message: Element): MessageBody | undefined {
  const text = textOf(ownChildOf(message, 'body'))
  const file = sharedFileOf(message, text)
  if (file) return { kind: 'file', file }
  if (childOf(message, ns.encryption, 'encryption')) return { kind: 'left-out', why: 'not-understood' }
  if (text === '') return undefined
  return text.length > longestMessage ? { kind: 'left-out', why: 'too-long' } : { kind: 'text', text }
}

function noticeOf(message: Element): ChatNotice | undefined {
  const kind = attributeOf(childOf(message, ns.queue, 'notice'), 'kind')
  return chatNotices.find((known) => known === kind)
}

const states = ['active', 'paused', 'inactive', 'gone']

function stateOf(message: Element): RoomMessage['state'] {
  if (childOf(message, ns.chatStates, 'composing')) return 'composing'
  return states.some((name) => childOf(message, ns.chatStates, name)) ? 'other' : undefined
}
