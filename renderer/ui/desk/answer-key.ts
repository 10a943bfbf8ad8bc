import { useEffect } from 'react'

import { liveCall } from '../../state/call-store.ts'
import { useDesk } from './desk-context.tsx'

/** Answers wherever the focus is: no text field uses it, and no screen reader command is on it alone. */
export const answerKey = 'F2'

/** One key answers the call that is ringing. */
export function useAnswerKey(): void {
  const { stores, callDesk } = useDesk()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== answerKey || event.repeat) return
      const call = liveCall(stores.calls.getState())
      if (call?.state !== 'offered') return
      event.preventDefault()
      void callDesk.answer(call.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [stores, callDesk])
}
