import { bareOf, canonical, localOf, resourceOf } from '../address.ts'
import type { Address } from '../address.ts'
import { isKept } from '../archive/archive.ts'
import { ns } from '../namespaces.ts'
import { errorFor, isRequest, kindOf, stanzaOf, typeOf } from '../stanza.ts'
import type { Condition, Stanza } from '../stanza.ts'
import { copyOf, removeChildren, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import { copyToOthers } from './carbons.ts'
import { answerForOwner, answerForServer } from './requests.ts'
import type { RequestsMeans } from './requests.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'

export interface PeopleMeans extends RequestsMeans {
  /** Where the sessions are looked up; known only after this has been made. */
  readonly sessions: () => Sessions
  /** A bare address behind which there is an account with an archive. */
  readonly hasAccount: (account: Address) => boolean
}

/** Those who sign in: what they send, and what is for them (RFC 6121 §8). */
export class People {
  readonly #means: PeopleMeans

  constructor(means: PeopleMeans) {
    this.#means = means
  }

  /** A session has sent something: whatever it says of itself, it comes from there. */
  sent(session: Session, element: Xml): void {
    const given = element.attrs['to']
    const to = given === undefined ? session.account : canonical(given)
    const stanza = stanzaOf(element, { from: session.address, to: to ?? session.account })
    const kind = kindOf(stanza)
    if (to === undefined) this.#refuse(stanza, 'jid-malformed')
    else if (kind === 'presence') this.#presence(session, stanza, given !== undefined)
    else if (kind === 'message') this.#pass(session, stanza)
    else if (!isComplete(stanza)) this.#refuse(stanza, 'bad-request')
    else if (to !== session.account) this.#pass(session, stanza)
    else if (isRequest(stanza)) answerForOwner(session, stanza, this.#means)
  }

  /** Something for one of them, or for the server. */
  receive(stanza: Stanza): void {
    const kind = kindOf(stanza)
    if (localOf(stanza.to) === undefined) {
      if (isRequest(stanza)) answerForServer(stanza, this.#means)
    } else if (kind === 'message') this.#message(stanza)
    else if (kind === 'presence')
      for (const session of this.#reachable(stanza, true)) this.#means.sessions().deliver(session, stanza)
    else this.#iq(stanza)
  }

  /** Everybody who was told that a session is there hears that it is not any more. */
  ended(session: Session): void {
    this.#farewell(session, xml('presence', { type: 'unavailable' }))
    for (const lost of session.counts?.waiting ?? []) this.#bounce(session, lost)
  }

  /** What never arrived goes back to whoever sent it, unless the archive has it and is read (as Prosody does). */
  #bounce(session: Session, lost: Stanza): void {
    const kind = kindOf(lost)
    if (kind === 'presence' || typeOf(lost) === 'groupchat' || lost.from === session.address) return
    const isSafe = kind === 'message' && isKept(lost.element) && session.readsArchive
    if (!isSafe) this.#refuse(lost, kind === 'iq' ? 'service-unavailable' : 'recipient-unavailable')
  }

  #presence(session: Session, presence: Stanza, isDirected: boolean): void {
    const isGone = typeOf(presence) === 'unavailable'
    if (isDirected) {
      if (isGone) session.told.delete(presence.to)
      else if (typeOf(presence) === undefined) session.told.add(presence.to)
      this.#means.send(presence)
      return
    }
    if (isGone) this.#farewell(session, presence.element)
    else if (typeOf(presence) === undefined) {
      session.presence = copyOf(presence.element)
      this.#tellOwn(session, presence.element)
    }
  }

  #farewell(session: Session, element: Xml): void {
    const wasAvailable = session.presence !== undefined
    session.presence = undefined
    const told = [...session.told]
    session.told.clear()
    for (const to of told) this.#means.send(stanzaOf(copyOf(element), { from: session.address, to }))
    if (wasAvailable) this.#tellOwn(session, element)
  }

  /** The account's other sessions, and itself (RFC 6121 §4.2.2). */
  #tellOwn(session: Session, element: Xml): void {
    for (const own of this.#means.sessions().of(session.account)) {
      if (own !== session && !own.presence) continue
      this.#means
        .sessions()
        .deliver(own, stanzaOf(copyOf(element), { from: session.address, to: own.address }))
    }
  }

  #pass(session: Session, stanza: Stanza): void {
    const { archives, hasAccount, send } = this.#means
    if (isArchived(stanza) && hasAccount(session.account))
      archives.keep(session.account, stanza.element, stanza.to)
    if (kindOf(stanza) === 'message') {
      const sessions = this.#means.sessions()
      copyToOthers({ message: stanza, direction: 'sent', sessions, reached: [session.address] })
    }
    send(stanza)
  }

  #message(message: Stanza): void {
    const { archives, hasAccount } = this.#means
    const account = bareOf(message.to)
    const element = copyOf(message.element)
    removeChildren(
      element,
      (child) => child.is('stanza-id', ns.ids) && canonical(child.attrs['by'] ?? '') === account,
    )
    const isSafe = isArchived(message) && hasAccount(account)
    if (isSafe) {
      const id = archives.keep(account, element, message.from)
      element.cnode(xml('stanza-id', { xmlns: ns.ids, by: account, id }))
    }
    const marked = { ...message, element }
    const reached = this.#reachable(message, typeOf(message) === 'groupchat')
    for (const session of reached) this.#means.sessions().deliver(session, marked)
    if (reached.length === 0 && !isSafe) this.#refuse(message, 'service-unavailable')
    copyToOthers({
      ...{ message: marked, direction: 'received', sessions: this.#means.sessions() },
      reached: [...reached.map(({ address }) => address), message.from],
    })
  }

  #iq(iq: Stanza): void {
    const session = resourceOf(iq.to) === undefined ? undefined : this.#means.sessions().at(iq.to)
    if (session) this.#means.sessions().deliver(session, iq)
    else this.#refuse(iq, 'service-unavailable')
  }

  /** RFC 6121 §8.5: the session itself; for a bare address, or a session that has gone, whoever is available. */
  #reachable({ to }: Stanza, isExact: boolean): readonly Session[] {
    const sessions = this.#means.sessions()
    const exact = sessions.at(to)
    if (exact) return [exact]
    if (isExact && resourceOf(to) !== undefined) return []
    return sessions.of(bareOf(to)).filter(({ presence }) => presence !== undefined)
  }

  #refuse(stanza: Stanza, condition: Condition): void {
    const error = errorFor(stanza, condition)
    if (error) this.#means.send(error)
  }
}

/** RFC 6120 §8.2.3: an id and a type, and a request has one child. */
function isComplete({ element }: Stanza): boolean {
  const { id, type } = element.attrs
  if (id === undefined || !['get', 'set', 'result', 'error'].includes(type ?? '')) return false
  return type === 'result' || type === 'error' || element.getChildElements().length === 1
}

function isArchived(stanza: Stanza): boolean {
  const type = typeOf(stanza)
  return (
    kindOf(stanza) === 'message' &&
    (type === undefined || type === 'normal' || type === 'chat') &&
    isKept(stanza.element)
  )
}
