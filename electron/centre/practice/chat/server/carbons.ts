import { bareOf } from '../address.ts'
import type { Address } from '../address.ts'
import { ns } from '../namespaces.ts'
import { stanzaOf, typeOf } from '../stanza.ts'
import type { Stanza } from '../stanza.ts'
import { copyOf, xml } from '../xml.ts'
import type { Sessions } from './sessions.ts'

/** XEP-0280 §6.1: what both of a person's screens should show. */
function isCopied(message: Stanza): boolean {
  const { element } = message
  const type = typeOf(message)
  if (type !== 'chat' && !((type === undefined || type === 'normal') && element.getChild('body')))
    return false
  // A word in private belongs to the session that is in the room.
  if (element.getChild('x', ns.mucUser)) return false
  return !element.getChild('private', ns.carbons) && !element.getChild('no-copy', ns.hints)
}

export interface Carbon {
  readonly message: Stanza
  readonly direction: 'sent' | 'received'
  readonly sessions: Sessions
  /** Sessions that have the message itself. */
  readonly reached: readonly Address[]
}

/** Copies a message to those other sessions of its sender, or of its receiver, that asked for it. */
export function copyToOthers({ message, direction, sessions, reached }: Carbon): void {
  if (!isCopied(message)) return
  const account = bareOf(direction === 'sent' ? message.from : message.to)
  for (const session of sessions.of(account)) {
    if (!session.wantsCarbons || reached.includes(session.address)) continue
    const original = copyOf(message.element)
    original.attrs['xmlns'] = ns.client
    const forwarded = xml('forwarded', { xmlns: ns.forward }, original)
    const element = xml('message', { type: 'chat' }, xml(direction, { xmlns: ns.carbons }, forwarded))
    sessions.deliver(session, stanzaOf(element, { from: account, to: session.address }))
  }
}
