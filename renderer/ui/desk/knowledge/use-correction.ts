import { useCallback, useState } from 'react'
import { useStore } from 'zustand'

import type { GuideRunId } from '../../../domain/ids.ts'
import type { AnswerFault } from '../../../domain/knowledge/check-answer.ts'
import type { ShownField } from '../../../domain/knowledge/what-to-show.ts'
import { useDesk } from '../desk-context.tsx'
import { typedAtFirst } from './typed-answers.ts'

export interface Correction {
  readonly run: GuideRunId
  readonly shown: ShownField
  /** It is on the disk. */
  readonly onCorrected: () => void
  readonly onClose: () => void
}

/** What is typed in the place of an earlier answer, and handing it in. */
export function useCorrection({ run, shown, onCorrected, onClose }: Correction) {
  const { guides, stores } = useDesk()
  const country = useStore(stores.shift, ({ workplace }) => workplace?.dialling.country ?? 'CA')
  const [typed, setTyped] = useState<string | boolean>()
  const [fault, setFault] = useState<AnswerFault['fault']>()
  const { name } = shown.field
  const save = useCallback(async (): Promise<void> => {
    if (typed === undefined) {
      onClose()
      return
    }
    const came = await guides.correct(run, name, typed)
    if (came === true) {
      onCorrected()
      onClose()
      // What the disk has refused is told as a problem: what was typed stays where it is.
    } else if (came !== false) setFault(came[0]?.fault)
  }, [guides, run, name, typed, onCorrected, onClose])
  const type = (next: string | boolean): void => {
    setFault(undefined)
    setTyped(next)
  }
  return { value: typed ?? typedAtFirst(shown, country), type, fault, save }
}
