import { useMemo } from 'react'

import type { Call } from '../../domain/call.ts'
import { activeCall, consultationFor, heldCall, offeredCall } from '../../state/call-store.ts'
import { callInFocus, isTalking, talkedIn } from './call/in-focus.ts'
import { useDesk } from './desk-context.tsx'
import { dialFieldId } from './dial/DialField.tsx'
import type { Commands } from './shortcuts.ts'

/** Runs what a key means for a call, if there is such a call. */
function on(call: Call | undefined, run: (call: Call) => unknown): boolean {
  if (!call) return false
  run(call)
  return true
}

/** What each key does at the moment of the press: the same as the button beside which it is shown. */
export function useCommands(toggleList: () => void): Commands {
  const { stores, callDesk, transfers, dialling } = useDesk()
  return useMemo(() => {
    const calls = () => stores.calls.getState()
    const inFocus = () => callInFocus(calls(), stores.work.getState())
    return {
      list() {
        toggleList()
        return true
      },
      answer: () => on(offeredCall(calls()), ({ id }) => callDesk.answer(id)),
      hangUp: () =>
        on(inFocus(), ({ id }) => {
          // Beside a colleague the key never costs the customer.
          const colleague = consultationFor(calls(), id)
          return colleague ? transfers.takeBack(colleague.id) : callDesk.hangUp(id)
        }),
      dial() {
        if (stores.dial.getState().open?.kind === 'call') document.getElementById(dialFieldId)?.focus()
        else dialling.open()
        return true
      },
      hold: () => {
        const call = inFocus()
        return on(call && isTalking(call) ? call : undefined, ({ id, state }) =>
          callDesk.setHeld(id, state !== 'held'),
        )
      },
      mute: () => {
        const call = talkedIn(calls(), inFocus())
        return on(call && isTalking(call) ? call : undefined, ({ id, muted }) =>
          callDesk.setMuted(id, !muted),
        )
      },
      swap: () => on(activeCall(calls()) && heldCall(calls()), () => callDesk.swap()),
    }
  }, [stores, callDesk, transfers, dialling, toggleList])
}
