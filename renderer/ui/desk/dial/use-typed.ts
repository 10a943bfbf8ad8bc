import { useStore } from 'zustand'

import type { Dialled } from '../../../domain/dial.ts'
import type { Colleague } from '../../../state/shift-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { isDialable, meaningOf } from './meaning.ts'
import type { DialPlace } from './meaning.ts'

export interface Typed {
  readonly text: string
  readonly dialled: Dialled
  /** In a sentence. */
  readonly meaning: string
  readonly dialable: boolean
}

const none: readonly Colleague[] = []

/** What stands in the field, understood. */
export function useTyped(purpose: DialPlace['purpose']): Typed {
  const { say } = useWords()
  const { stores, dialling } = useDesk()
  const text = useStore(stores.dial, (state) => state.text)
  const workplace = useStore(stores.shift, (state) => state.workplace)
  const place = {
    purpose,
    practice: workplace?.practice ?? false,
    colleagues: workplace?.colleagues ?? none,
  }
  const dialled = dialling.understand(text)
  return { text, dialled, meaning: meaningOf(say, dialled, place), dialable: isDialable(dialled, place) }
}
