import type { ChatColleague, HandOnTarget } from '../../domain/chat-people.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { Chat } from '../../ports/chat.ts'
import type { ChatState, ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import type { ChatBook } from './chat-book.ts'

export interface ChatHandOnNeeds {
  readonly chat: Pick<Chat, 'people' | 'handOn' | 'end' | 'report'>
  readonly state: ChatStateStore
  readonly book: ChatBook
  readonly problems: Problems
  /** Who signed in: nobody hands a chat on to themselves. */
  readonly user: () => string
}

/** What takes a chat out of the agent's hands: to somebody else, to its end, or away from somebody who abuses it. */
export function createChatHandOn({ chat, state, book, problems, user: own }: ChatHandOnNeeds) {
  const done = (result: Result<undefined, Problem>): boolean => {
    if (!result.ok) problems.show(result.problem)
    return result.ok
  }

  return {
    async askPeople(): Promise<void> {
      const people = problems.unwrap(await chat.people())
      if (!people) return
      const isOther = ({ user }: ChatColleague): boolean => user.toLowerCase() !== own().toLowerCase()
      // Whoever can take it now stands first.
      const colleagues = people.colleagues
        .filter(isOther)
        .sort((a, b) => Number(hasRoom(b)) - Number(hasRoom(a)))
      state.setState({ people: { ...people, colleagues } })
    },
    /** What comes of it is told by the queue. */
    async handOn(id: ConversationId, to: HandOnTarget, note: string, keep: boolean): Promise<boolean> {
      book.show(id, { handingTo: nameOf(state.getState(), to) })
      const asked = done(await chat.handOn(id, to, { note, keep }))
      if (asked) problems.clear('chat-not-handed-on')
      else book.show(id, { handingTo: undefined })
      return asked
    },
    async end(id: ConversationId): Promise<boolean> {
      const ended = done(await chat.end(id))
      if (ended) problems.clear('chat-not-ended')
      return ended
    },
    report: async (id: ConversationId, reason: string, block: boolean): Promise<boolean> =>
      done(await chat.report(id, { reason, block })),
  }
}

const hasRoom = ({ takesChats, chats, most }: ChatColleague): boolean => takesChats && chats < most

/** The empty name is that of the leads: the screen has the word for them. */
function nameOf({ people }: ChatState, to: HandOnTarget): string {
  if (to.kind === 'queue') return to.queue
  if (to.kind === 'lead') return ''
  return people?.colleagues.find(({ user }) => user === to.user)?.name ?? to.user
}
