import { useStore } from 'zustand'

import { offeredCall, takenCall } from '../../state/call-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { useDesk } from './desk-context.tsx'

/** The window's title: what is most urgent, for whoever looks at another window. */
export function DeskTitle() {
  const { say } = useWords()
  const { stores } = useDesk()
  const calls = useStore(stores.calls)
  const work = useStore(stores.work)
  const title = offeredCall(calls)
    ? say('offer.title')
    : takenCall(calls)
      ? say('call.title')
      : say(pageInHand(work) ? 'wrapup.title' : 'app.title')
  return <title>{title}</title>
}
