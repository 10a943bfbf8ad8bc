import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { asConversationId, asMessageId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { openChatDesk, offer, room } from './chat-desk-under-test.ts'
import type { ChatDeskUnderTest } from './chat-desk-under-test.ts'

let disk = 7000
let seat: ChatDeskUnderTest

beforeEach(async () => {
  seat = await openChatDesk(++disk)
})
afterEach(() => seat.die())

describe('a chat', () => {
  it('is offered with a notice, and is the agent’s with a page of its own once it is accepted', async () => {
    seat.server.offer(offer)
    expect(seat.state.getState().offers).toEqual([offer])
    expect(seat.heard).toEqual(['chat-offered'])
    await seat.desk.accept(offer.id)
    const page = seat.stores.work.getState().pages[0]
    expect([seat.state.getState().offers, page?.interaction.conversation, page?.interaction.channel]).toEqual(
      [[], room, 'chat'],
    )
  })

  it('that somebody else has taken is gone, and the agent is told so', async () => {
    seat.server.tell({ kind: 'chat-offered', offer: { ...offer, id: 'late' as typeof offer.id } })
    await seat.desk.accept('late' as typeof offer.id)
    expect([seat.state.getState().offers, seat.state.getState().chats.size, seat.codes()]).toEqual([
      [],
      0,
      ['chat-gone'],
    ])
  })

  it('leaves the list of offers when nobody has answered in time', () => {
    seat.server.offer(offer)
    seat.timing.pass(21_001)
    expect(seat.state.getState().offers).toEqual([])
  })

  it('shows what is said on both sides in the order of the room, each message once', async () => {
    await seat.accept()
    seat.server.customer(room, 'Bonjour')
    await seat.desk.send(room, 'Bonjour Hélène')
    await vi.waitFor(() => expect(seat.lines()).toEqual(['customer: Bonjour', 'me: Bonjour Hélène (sent)']))
    seat.server.cut()
    seat.server.connect()
    await vi.waitFor(() => expect(seat.chat()?.state).toBe('open'))
    expect(seat.lines()).toEqual(['customer: Bonjour', 'me: Bonjour Hélène (sent)'])
    expect(seat.server.said(room)).toEqual(['customer: Bonjour', 'me: Bonjour Hélène'])
  })
})

describe('what the agent writes', () => {
  it('waits without a link, survives a crash, and then leaves in order, once', async () => {
    await seat.accept()
    seat.server.cut()
    await seat.desk.send(room, 'one')
    await seat.desk.send(room, 'two')
    expect(seat.lines()).toEqual(['me: one (waiting)', 'me: two (waiting)'])
    seat.die()
    seat = await openChatDesk(disk, seat.server, seat.timing)
    expect(seat.lines()).toEqual(['me: one (waiting)', 'me: two (waiting)'])
    await vi.waitFor(() => expect(seat.server.said(room)).toEqual(['me: one', 'me: two']))
    await vi.waitFor(() => expect(seat.lines()).toEqual(['me: one (sent)', 'me: two (sent)']))
  })

  it('is looked for in the archive when its echo is lost, and not sent twice', async () => {
    await seat.accept()
    seat.server.lose('echo')
    await seat.desk.send(room, 'once')
    await vi.waitFor(() => expect(seat.server.said(room)).toEqual(['me: once']))
    seat.timing.pass(10_001)
    await vi.waitFor(() => expect(seat.lines()).toEqual(['me: once (sent)']))
    expect(seat.server.said(room)).toEqual(['me: once'])
  })

  it('is sent again when the archive does not have it, without the agent’s doing', async () => {
    await seat.accept()
    seat.server.lose('message')
    await seat.desk.send(room, 'again')
    expect(seat.lines()).toEqual(['me: again (waiting)'])
    await new Promise((resolve) => setTimeout(resolve, 20))
    seat.timing.pass(10_001)
    await vi.waitFor(() => expect(seat.lines()).toEqual(['me: again (sent)']))
    expect(seat.server.said(room)).toEqual(['me: again'])
  })

  it('is not taken for sent because a customer uses its id', async () => {
    await seat.accept()
    seat.server.lose('message')
    await seat.desk.send(room, 'mine')
    const own = seat.chat()?.messages[0]?.id
    seat.server.customer(room, 'theirs', own)
    await vi.waitFor(() => expect(seat.lines()).toHaveLength(2))
    expect(seat.lines()).toEqual(['customer: theirs', 'me: mine (waiting)'])
  })

  it('goes from sent to read, and never back', async () => {
    await seat.accept()
    await seat.desk.send(room, 'hello')
    await vi.waitFor(() => expect(seat.lines()).toEqual(['me: hello (sent)']))
    const id = seat.chat()?.messages[0]?.id ?? asMessageId('')
    seat.server.tell({ kind: 'message-read', conversation: room, message: id })
    seat.server.tell({ kind: 'message-delivered', conversation: room, message: id })
    await vi.waitFor(() => expect(seat.lines()).toEqual(['me: hello (read)']))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seat.lines()).toEqual(['me: hello (read)'])
  })

  it('that the server refuses stays, marked, and can be sent again', async () => {
    await seat.accept()
    seat.server.lose('message')
    await seat.desk.send(room, 'too much')
    const id = seat.chat()?.messages[0]?.id ?? asMessageId('')
    seat.server.tell({ kind: 'message-refused', conversation: room, message: id })
    await vi.waitFor(() => expect(seat.lines()).toEqual(['me: too much (refused)']))
    expect(seat.codes()).toEqual(['chat-not-sent'])
  })

  it('is a draft until it is sent, and is there again after a crash', async () => {
    await seat.accept()
    seat.desk.draft(room, 'Je vérif')
    seat.timing.pass(301)
    await new Promise((resolve) => setTimeout(resolve, 20))
    seat.die()
    seat = await openChatDesk(disk, seat.server, seat.timing)
    expect(seat.chat()?.draft).toBe('Je vérif')
    await seat.desk.send(room, 'Je vérif')
    expect(seat.chat()?.draft).toBe('')
  })
})

describe('whose turn it is', () => {
  it('counts what is unread and since when the customer waits, until the agent answers', async () => {
    await seat.accept()
    seat.timing.pass(5000)
    seat.server.customer(room, 'Allô?')
    seat.timing.pass(7000)
    seat.server.customer(room, 'Il y a quelqu’un?')
    await vi.waitFor(() => expect(seat.chat()?.conversation.unread).toBe(2))
    expect(seat.chat()?.conversation.unansweredSince).toBe(seat.timing.now() - 7000)
    seat.desk.seen(room)
    await vi.waitFor(() => expect(seat.chat()?.conversation.unread).toBe(0))
    await seat.desk.send(room, 'Oui, me voici')
    expect(seat.chat()?.conversation.unansweredSince).toBeUndefined()
    expect(seat.chat()?.conversation.firstAnswerAt).toBe(seat.timing.now())
  })
})

describe('an answer that a colleague gives in the room', () => {
  const colleague = (text: string, at: number) =>
    seat.server.tell({
      ...{ kind: 'messages-arrived', conversation: room },
      messages: [
        {
          ...{ id: asMessageId(text), conversation: room, from: { role: 'colleague', name: 'Dana' }, at },
          ...{ archived: `archive of ${text}`, body: { kind: 'text', text } },
        },
      ],
    })

  it('ends the customer’s wait for a first one, unless it was given before the chat was this agent’s', async () => {
    await seat.accept()
    colleague('yesterday', seat.timing.now() - 1000)
    await vi.waitFor(() => expect(seat.lines()).toEqual(['colleague: yesterday']))
    expect(seat.chat()?.conversation.firstAnswerAt).toBeUndefined()
    seat.timing.pass(5000)
    colleague('here', seat.timing.now())
    await vi.waitFor(() => expect(seat.chat()?.conversation.firstAnswerAt).toBe(seat.timing.now()))
  })
})

describe('the end of a chat', () => {
  it('leaves its page for the wrap-up, and takes nothing more', async () => {
    await seat.accept()
    await seat.desk.end(room)
    await vi.waitFor(() => expect(seat.chat()?.state).toBe('ended'))
    const page = seat.stores.work.getState().pages[0]
    expect([page?.interaction.conversationEnd, page?.interaction.finishedAt]).toEqual([
      'agent-ended',
      undefined,
    ])
    expect(await seat.desk.send(room, 'too late')).toBe(false)
    await seat.writeUp.finish(page?.interaction.id ?? ('' as never))
    expect(seat.state.getState().chats.size).toBe(0)
  })

  it('is known after an absence: what the queue does not name any more is somebody else’s', async () => {
    await seat.accept()
    seat.server.cut()
    seat.server.take(room)
    seat.server.connect()
    await vi.waitFor(() => expect(seat.chat()?.conversation.end).toBe('taken-over'))
  })
})

describe('chats that are given one after the other', () => {
  it('stay, although an older list without one of them is still being followed', async () => {
    const own = { ...offer, id: room }
    const second = { ...own, id: asConversationId('chat-2') }
    seat.server.tell({ kind: 'own-conversations', conversations: [own] })
    seat.server.tell({ kind: 'own-conversations', conversations: [second, own] })
    const states = () => [...seat.state.getState().chats.values()].map(({ state }) => state)
    await vi.waitFor(() => expect(states()).toEqual(['open', 'open']))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(states()).toEqual(['open', 'open'])
  })
})

describe('a chat server that is not there', () => {
  it('keeps nobody from beginning the shift, and is tried again by itself', async () => {
    seat.die()
    seat.server.refuseSignIn(problem('server-unreachable'))
    seat = await openChatDesk(++disk, seat.server, seat.timing)
    await vi.waitFor(() => expect(seat.state.getState().link.kind).toBe('waiting'))
    expect(seat.codes()).toEqual(['chat-unreachable'])
    seat.server.refuseSignIn(undefined)
    seat.timing.pass(501)
    await vi.waitFor(() => expect(seat.state.getState().link).toEqual({ kind: 'up' }))
    expect(seat.codes()).toEqual([])
  })
})

describe('a file', () => {
  it('goes up by itself once the place for files is back, though the link was never gone', async () => {
    await seat.accept()
    seat.server.refuseUploads(problem('chat-unreachable'))
    const tried = vi.spyOn(seat.server.chat, 'share')
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    await seat.desk.share(room, { name: 'a.png', type: 'image/png', bytes })
    await vi.waitFor(() => expect(tried).toHaveBeenCalled())
    await new Promise((resolve) => setTimeout(resolve, 50))
    seat.server.refuseUploads(undefined)
    seat.timing.pass(10_001)
    await vi.waitFor(() => expect(seat.server.said(room)).toEqual(['me: file']))
  })
})
