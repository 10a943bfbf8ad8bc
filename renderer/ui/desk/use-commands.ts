import { useMemo } from 'react'

import type { Call } from '../../domain/call.ts'
import { consultationFor, heldCall, offeredCall } from '../../state/call-store.ts'
import { callInFocus, isTalking, listeningCall } from './call/in-focus.ts'
import { useCaseCommands } from './cases/use-case-commands.ts'
import { useCustomersCommand } from './customers/use-customers-command.ts'
import { useChatCommandKeys } from './chat/use-chat-command-keys.ts'
import { useDesk } from './desk-context.tsx'
import { useKnowledgeCommands } from './knowledge/use-knowledge-commands.ts'
import { dialFieldId } from './dial/DialField.tsx'
import type { Commands } from './shortcuts.ts'

/** Runs what a key means for a call, if there is such a call. */
function on(call: Call | undefined, run: (call: Call) => unknown): boolean {
  if (!call) return false
  run(call)
  return true
}

/** What keys open that stands beside the work. */
export interface PanelCommands {
  readonly toggleList: () => void
  readonly findChat: () => void
}

/** What each key does at the moment of the press: the same as the button beside which it is shown. */
export function useCommands({ toggleList, findChat }: PanelCommands): Commands {
  const { stores, callDesk, transfers, dialling } = useDesk()
  const caseCommands = useCaseCommands()
  const knowledgeCommands = useKnowledgeCommands()
  const customers = useCustomersCommand()
  const chatKeys = useChatCommandKeys(findChat)
  return useMemo(() => {
    const calls = () => stores.calls.getState()
    const inFocus = () => callInFocus(calls(), stores.work.getState())
    const colleagueOf = ({ id }: Call) => consultationFor(calls(), id)
    return {
      ...caseCommands,
      ...knowledgeCommands,
      customers,
      ...{ nextChat: chatKeys.nextChat, findChat: chatKeys.findChat },
      list() {
        toggleList()
        return true
      },
      // A call that rings is answered first; the oldest chat that is offered then.
      answer: () => on(offeredCall(calls()), ({ id }) => callDesk.answer(id)) || chatKeys.accept(),
      hangUp: () =>
        on(inFocus(), (call) => {
          // Beside a colleague the key never costs the customer.
          const colleague = colleagueOf(call)
          return colleague ? transfers.takeBack(colleague.id) : callDesk.hangUp(call.id)
        }),
      dial() {
        // Whatever is being typed there is not thrown away.
        if (stores.dial.getState().open) document.getElementById(dialFieldId)?.focus()
        else dialling.open()
        return true
      },
      hold() {
        const call = inFocus()
        // Beside a colleague, waiting is a matter of the swap.
        const canHold = call && isTalking(call) && !colleagueOf(call)
        return on(canHold ? call : undefined, ({ id, state }) => callDesk.setHeld(id, state !== 'held'))
      },
      mute: () => on(listeningCall(calls()), ({ id, muted }) => callDesk.setMuted(id, !muted)),
      // Not while somebody is being called: there is no way back to them.
      swap: () => on(listeningCall(calls()) && heldCall(calls()), () => callDesk.swap()),
    }
  }, [
    stores,
    callDesk,
    transfers,
    dialling,
    toggleList,
    caseCommands,
    knowledgeCommands,
    customers,
    chatKeys,
  ])
}
