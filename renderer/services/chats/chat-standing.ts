import type { ChatStanding } from '../../domain/chat-people.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Undo } from '../../ports/undo.ts'
import { takenCall } from '../../state/call-store.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { ShiftStore } from '../../state/shift-store.ts'

export interface ChatStandingNeeds {
  readonly chat: Pick<Chat, 'stand'>
  readonly state: ChatStateStore
  readonly shift: ShiftStore
  readonly calls: CallStore
}

/** Keeps the chat queue told of whether the agent takes chats and how many: fewer while they talk. */
export function createChatStanding({ chat, state, shift, calls }: ChatStandingNeeds): Undo {
  function standing(): ChatStanding {
    const { site } = state.getState()
    const { kind } = shift.getState().agent
    const most = (takenCall(calls.getState()) ? site?.mostInCall : site?.most) ?? 0
    const works = kind === 'available' || kind === 'on-interaction' || kind === 'wrap-up'
    return { takes: works && most > 0, most }
  }

  function tell(): void {
    const [before, now] = [state.getState().standing, standing()]
    if (before.takes === now.takes && before.most === now.most) return
    state.setState({ standing: now })
    if (state.getState().site) chat.stand(now)
  }

  const undos = [shift.subscribe(tell), calls.subscribe(tell), state.subscribe(tell)]
  return () => undos.forEach((undo) => undo())
}
