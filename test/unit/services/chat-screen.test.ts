import { beforeEach, describe, expect, it } from 'vitest'

import type { Conversation } from '../../../renderer/domain/conversation.ts'
import { asConversationId } from '../../../renderer/domain/ids.ts'
import { createChatScreen } from '../../../renderer/services/chats/chat-screen.ts'
import type { ChatScreen } from '../../../renderer/services/chats/chat-screen.ts'
import { createChatStore } from '../../../renderer/state/chat-store.ts'
import type { OpenChat } from '../../../renderer/state/chat-store.ts'
import { shiftStart } from '../../make.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'

const shown = asConversationId('shown')
const beside = asConversationId('beside')
const other = asConversationId('other')

function conversation(id: Conversation['id'], unread = 0): Conversation {
  return {
    ...{ id, queue: 'Passports', handOver: undefined, reason: 'new', from: undefined, unread },
    customer: { name: id, language: 'en', number: undefined, address: undefined, question: undefined },
    ...{ askedAt: shiftStart, takenAt: shiftStart, endedAt: undefined, end: undefined, readTo: undefined },
    ...{ unansweredSince: undefined, firstAnswerAt: undefined, lastAt: shiftStart },
  }
}

const opened = (id: Conversation['id']): OpenChat => ({
  ...{ conversation: conversation(id), state: 'open', messages: [], hasOlder: false, participants: [] },
  ...{ draft: '', handingTo: undefined, sharing: undefined },
})

let state: ReturnType<typeof createChatStore>
let timing: ReturnType<typeof createTimingStandIn>
let screen: ChatScreen
let painted: number

beforeEach(() => {
  state = createChatStore()
  timing = createTimingStandIn(shiftStart)
  screen = createChatScreen({ state, timing, isShown: (id) => id === shown })
  for (const id of [shown, beside, other]) screen.add(opened(id))
  painted = 0
  state.subscribe(() => (painted += 1))
})

const arrive = (id: Conversation['id'], unread: number): void =>
  screen.showSoon(id, { conversation: conversation(id, unread) })
const unread = (id: Conversation['id']): number | undefined =>
  state.getState().chats.get(id)?.conversation.unread

describe('the screen', () => {
  it('shows at once what comes in the chat before the agent’s eyes', () => {
    arrive(shown, 1)
    expect([unread(shown), painted]).toEqual([1, 1])
  })

  it('shows what comes in many others together, a moment later', () => {
    for (let count = 1; count <= 20; count += 1) for (const id of [beside, other]) arrive(id, count)
    expect([unread(beside), painted]).toEqual([0, 0])
    timing.pass(250)
    expect([unread(beside), unread(other), painted]).toEqual([20, 20, 1])
    timing.pass(1_000)
    expect(painted).toBe(1)
  })

  it('never takes back what it does not show yet', () => {
    arrive(beside, 3)
    expect(screen.chat(beside)?.conversation.unread).toBe(3)
    screen.show(beside, { draft: 'Bon' })
    expect([unread(beside), state.getState().chats.get(beside)?.draft]).toEqual([3, 'Bon'])
  })

  it('brings nothing back of a chat that has been closed, nor of a shift that is over', () => {
    arrive(beside, 1)
    screen.remove(beside)
    timing.pass(250)
    expect([...state.getState().chats.keys(), screen.chat(beside)]).toEqual([shown, other, undefined])
    arrive(other, 1)
    screen.clear()
    timing.pass(250)
    expect(state.getState().chats.size).toBe(0)
  })
})
