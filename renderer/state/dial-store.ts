import { createStore } from 'zustand/vanilla'

import type { CallId } from '../domain/ids.ts'

export interface DialState {
  /** What the panel is open for: a new call, or somebody to hand this call to. */
  readonly open: { readonly kind: 'call' } | { readonly kind: 'transfer'; readonly call: CallId } | undefined
  /** What was typed, or came with a link from another program. */
  readonly text: string
  /** A call is about to go out: the microphone is being opened. */
  readonly dialling: boolean
  /** The last number that was called in this shift, as it was typed. */
  readonly last: string | undefined
}

/** As it is when a shift begins: nothing of the agent before. */
export const noDialling: DialState = { open: undefined, text: '', dialling: false, last: undefined }

export const createDialStore = () => createStore<DialState>(() => noDialling)

export type DialStore = ReturnType<typeof createDialStore>
