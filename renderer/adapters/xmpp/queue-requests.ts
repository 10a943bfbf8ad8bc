import { problem } from '../../domain/problem.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import { done, failed, ok } from '../../domain/result.ts'
import type { Chat } from '../../ports/chat.ts'
import { ns } from './namespaces.ts'
import { parsePeople } from './queue-stanzas.ts'
import { childOf } from './read-xml.ts'
import type { Answer, Request } from './requests.ts'
import { xml } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'
import type { ConversationId } from '../../domain/ids.ts'

/** What an agent asks of the queue about a chat (docs/chat-queue.md, "An agent", 5 to 8). */
export function createQueueRequests(needs: {
  readonly ask: (request: Request) => Promise<Answer>
  readonly queues: () => string | undefined
  readonly roomOf: (conversation: ConversationId) => string | undefined
}): Pick<Chat, 'people' | 'handOn' | 'end' | 'report'> {
  const { ask, queues, roomOf } = needs

  async function askQueue(type: 'get' | 'set', payload: XmlElement): Promise<Answer> {
    const to = queues()
    return to === undefined ? { kind: 'silent' } : ask({ type, to, payload })
  }

  async function aboutRoom(
    conversation: ConversationId,
    code: ProblemCode,
    payload: (room: string) => XmlElement,
  ) {
    const room = roomOf(conversation)
    const answer = room === undefined ? undefined : await askQueue('set', payload(room))
    return answer?.kind === 'result' ? done : failed(problem(code))
  }

  return {
    async people() {
      const answer = await askQueue('get', xml('people', { xmlns: ns.queue }))
      const people = answer.kind === 'result' ? childOf(answer.stanza, ns.queue, 'people') : undefined
      return people ? ok(parsePeople(people)) : failed(problem('chat-unreachable'))
    },
    handOn: (conversation, to, { note, keep }) =>
      aboutRoom(conversation, 'chat-not-handed-on', (room) => {
        const name = to.kind === 'agent' ? to.user : to.kind === 'queue' ? to.queue : undefined
        const attributes = { xmlns: ns.queue, room, to: to.kind, name, keep: String(keep) }
        return xml('hand-on', attributes, note === '' ? undefined : xml('note', {}, note))
      }),
    end: (conversation) =>
      aboutRoom(conversation, 'chat-not-ended', (room) => xml('end', { xmlns: ns.queue, room })),
    report: (conversation, { reason, block }) =>
      aboutRoom(conversation, 'chat-unreachable', (room) =>
        xml('report', { xmlns: ns.queue, room, block: String(block) }, xml('reason', {}, reason)),
      ),
  }
}
