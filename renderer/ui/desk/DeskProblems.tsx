import { useStore } from 'zustand'

import type { Problem } from '../../domain/problem.ts'
import { Problems } from '../frame/Problems.tsx'
import { useDesk } from './desk-context.tsx'

/** What is wrong during a shift, with what the desk can do about each. */
export function DeskProblems() {
  const { stores, problems, writeUp, availability, queueNews, signOut } = useDesk()
  const shown = useStore(stores.problems, (state) => state.problems)
  const { kind } = useStore(stores.shift, (state) => state.agent)
  const mayLeave = kind === 'not-ready' || kind === 'available'
  /** Notes of calls are saved again here. A case's form has its own button; then this sentence has said its part. */
  const saveAgain = async (): Promise<void> => {
    writeUp.saveAgain()
    if (await writeUp.flush()) problems.clear('not-saved')
  }
  const retry = ({ code }: Problem): void => {
    if (code === 'not-saved') void saveAgain()
    else if (code === 'queue-not-told') queueNews.tellAgain()
    else problems.clear(code)
  }
  return (
    <Problems
      problems={shown}
      onDismiss={(code) => problems.clear(code)}
      remedies={{
        'check-microphone': () => void availability.checkMicrophone(),
        // In a call and its wrap-up the sentence stands alone: the button comes when it can do something.
        ...(mayLeave && { 'sign-in-again': () => void signOut() }),
        retry,
      }}
    />
  )
}
