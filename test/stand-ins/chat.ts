import type { ChatOffer } from '../../renderer/domain/conversation.ts'
import { asMessageId } from '../../renderer/domain/ids.ts'
import type { ConversationId, MessageId } from '../../renderer/domain/ids.ts'
import type { MessageBody } from '../../renderer/domain/message.ts'
import { problem } from '../../renderer/domain/problem.ts'
import type { Problem } from '../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../renderer/domain/result.ts'
import type { Result } from '../../renderer/domain/result.ts'
import type { ArrivedMessage, Chat, ChatFact, OwnConversation } from '../../renderer/ports/chat.ts'

/**
 * A chat server in memory behind the port: rooms with archives, and a link that can be cut at any moment, also between a
 * message and its echo.
 */
export function createChatStandIn(now: () => number) {
  const listeners = new Set<(fact: ChatFact) => void>()
  const tell = (fact: ChatFact): void => listeners.forEach((listener) => listener(fact))
  const archives = new Map<ConversationId, ArrivedMessage[]>()
  const entered = new Map<ConversationId, string | undefined>()
  const handedOver = new Set<MessageId>()
  const own = new Map<ConversationId, OwnConversation>()
  const offered = new Map<string, ChatOffer>()
  const asked: string[] = []
  let up = false
  let loseNext: 'message' | 'echo' | undefined
  let signIn: Result<undefined, Problem> = done
  let uploads: Result<undefined, Problem> = done
  let count = 0

  const archive = (id: ConversationId): ArrivedMessage[] => {
    const known = archives.get(id) ?? []
    archives.set(id, known)
    return known
  }

  function keep(id: ConversationId, message: Omit<ArrivedMessage, 'archived' | 'conversation' | 'at'>) {
    const kept = { ...message, conversation: id, at: now(), archived: `archive-${++count}` }
    archive(id).push(kept)
    return kept
  }

  const say = (id: ConversationId, message: ArrivedMessage): void => {
    if (up && entered.has(id)) tell({ kind: 'messages-arrived', conversation: id, messages: [message] })
  }

  function catchUp(id: ConversationId): void {
    const all = archive(id)
    const from = all.findIndex(({ archived }) => archived === entered.get(id)) + 1
    handedOver.clear()
    if (all.length > from) tell({ kind: 'messages-arrived', conversation: id, messages: all.slice(from) })
    entered.set(id, all.at(-1)?.archived)
    tell({ kind: 'conversation-caught-up', conversation: id })
  }

  function connect(): void {
    up = true
    tell({ kind: 'link-back', at: now() })
    tell({ kind: 'own-conversations', conversations: [...own.values()] })
  }

  const chat: Chat = {
    signIn: ({ user }) => {
      asked.push(`sign in ${user}`)
      if (signIn.ok) queueMicrotask(connect)
      return Promise.resolve(signIn)
    },
    signOut: () => {
      up = false
      asked.push('sign out')
      return Promise.resolve()
    },
    doubtLink: (why) => void asked.push(`doubt ${why}`),
    stand: ({ takes, most }) => void asked.push(`stand ${takes ? most : 'away'}`),
    accept(id) {
      const offer = offered.get(id)
      if (!offer) return Promise.resolve(failed(problem('chat-gone')))
      own.set(offer.conversation, { ...offer, id: offer.conversation })
      return Promise.resolve(done)
    },
    reject: (id) => {
      asked.push(`reject ${id}`)
      return Promise.resolve()
    },
    enter(id, readTo) {
      entered.set(id, readTo)
      if (up) queueMicrotask(() => catchUp(id))
    },
    leave: (id) => void entered.delete(id),
    send(id, message, body) {
      if (!up || !entered.has(id)) return false
      if (handedOver.has(message)) return true
      handedOver.add(message)
      const losing = loseNext
      loseNext = undefined
      if (losing === 'message') return true
      const kept = keep(id, { id: message, from: { role: 'me', name: 'Ada' }, body })
      if (losing !== 'echo') queueMicrotask(() => say(id, kept))
      return true
    },
    seen: (_, message) => void asked.push(`seen ${message}`),
    composing: (_, composing) => void asked.push(composing ? 'composing' : 'paused'),
    share: ({ name, bytes, type }) =>
      Promise.resolve(
        uploads.ok ? ok({ url: `https://files.invalid/${name}`, name, type, size: bytes.length }) : uploads,
      ),
    fetchFile: () => Promise.resolve(failed(problem('file-missing'))),
    people: () => Promise.resolve(ok({ colleagues: [], queues: [] })),
    handOn: (_, to, { note, keep: stay }) => {
      asked.push(`hand on ${to.kind} ${note} ${stay}`)
      return Promise.resolve(done)
    },
    end(id) {
      own.delete(id)
      tell({ kind: 'conversation-over', conversation: id, end: 'agent-ended' })
      return Promise.resolve(done)
    },
    report: () => Promise.resolve(done),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  return {
    ...{ chat, asked, tell, connect },
    refuseSignIn: (why: Problem | undefined) => (signIn = why ? failed(why) : done),
    refuseUploads: (why: Problem | undefined) => (uploads = why ? failed(why) : done),
    /** What happens to the next message that is sent. */
    lose: (what: 'message' | 'echo') => (loseNext = what),
    cut(): void {
      up = false
      tell({ kind: 'link-lost', at: now() })
    },
    /** The link was never gone, but the room's echo was: the desk looks by itself. */
    offer(offer: ChatOffer): void {
      offered.set(offer.id, offer)
      tell({ kind: 'chat-offered', offer })
    },
    give: (conversation: OwnConversation): void => void own.set(conversation.id, conversation),
    take: (id: ConversationId): void => void own.delete(id),
    customer(id: ConversationId, text: string, as = `theirs-${++count}`): MessageBody {
      const body: MessageBody = { kind: 'text', text }
      say(id, keep(id, { id: asMessageId(as), from: { role: 'customer', name: 'Hélène' }, body }))
      return body
    },
    /** The room's archive: who said what, in its order. */
    said: (id: ConversationId): readonly string[] =>
      archive(id).map(({ from, body }) => `${from.role}: ${body.kind === 'text' ? body.text : body.kind}`),
  }
}

export type ChatStandIn = ReturnType<typeof createChatStandIn>
