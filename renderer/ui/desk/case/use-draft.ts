import { useStore } from 'zustand'

import { useDesk } from '../desk-context.tsx'

export type DraftValues = Readonly<Record<string, string>>

const nothing: DraftValues = {}

export interface Draft {
  readonly values: DraftValues
  readonly has: boolean
  /** Kept on the disk as it is typed. */
  readonly put: (change: DraftValues) => void
  readonly drop: () => void
  /** The draft as it is at this moment, which may be later than what is on the screen. */
  readonly now: () => DraftValues | undefined
}

/** What somebody is writing in one form: it is there again after a crash, and after looking at something else. */
export function useDraft(id: string): Draft {
  const { stores, cases } = useDesk()
  const draft = useStore(stores.cases, (state) => state.drafts.get(id))
  const now = (): DraftValues | undefined => stores.cases.getState().drafts.get(id)
  return {
    values: draft ?? nothing,
    has: draft !== undefined,
    put: (change) => cases.draft(id, { ...now(), ...change }),
    drop: () => cases.draft(id, undefined),
    now,
  }
}
