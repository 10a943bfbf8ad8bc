import { problem } from '../../domain/problem.ts'
import type { Chat, ChatAccount } from '../../ports/chat.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'

/** Milliseconds: the longest pause between two tries doubles from the first to the last. */
const [firstPause, lastPause] = [1000, 30_000]

export interface ChatSessionNeeds {
  readonly chat: Pick<Chat, 'signIn' | 'signOut'>
  readonly state: ChatStateStore
  readonly problems: Problems
  readonly timing: Timing
  readonly random: () => number
}

/**
 * Signs in to the chat server, and goes on trying while it cannot be reached: a shift does not wait for it. Once signed in,
 * the link is kept by the port itself.
 */
export function createChatSession({ chat, state, problems, timing, random }: ChatSessionNeeds) {
  let cancel: Undo | undefined
  let account: ChatAccount | undefined
  let tries = 0

  async function attempt(mine: ChatAccount): Promise<void> {
    const since = timing.now()
    const result = await chat.signIn(mine)
    if (account !== mine) return
    if (result.ok) {
      tries = 0
      state.setState({ link: { kind: 'up' } })
      problems.clear('chat-unreachable', 'chat-signed-out')
      return
    }
    if (result.problem.code === 'wrong-password') {
      state.setState({ link: { kind: 'signed-out' } })
      problems.show(problem('chat-signed-out'))
      return
    }
    problems.show(problem('chat-unreachable'))
    // Full jitter: desks that lost one server do not all come back in the same second.
    const pause = random() * Math.min(lastPause, firstPause * 2 ** tries++)
    state.setState({ link: { kind: 'waiting', since, retryAt: timing.now() + pause } })
    cancel = timing.after(pause, () => void attempt(mine))
  }

  return {
    begin(mine: ChatAccount): void {
      account = mine
      tries = 0
      state.setState({ link: { kind: 'trying', since: timing.now() } })
      void attempt(mine)
    },
    retry(): void {
      if (!account || !cancel || state.getState().link.kind !== 'waiting') return
      cancel()
      void attempt(account)
    },
    async end(): Promise<void> {
      account = undefined
      cancel?.()
      await chat.signOut()
    },
  }
}
