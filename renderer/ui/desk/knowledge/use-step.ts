import { useCallback, useRef, useState } from 'react'
import { useStore } from 'zustand'

import type { AnswerFault } from '../../../domain/knowledge/check-answer.ts'
import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import type { ShownStep } from '../../../domain/knowledge/what-to-show.ts'
import { useDesk } from '../desk-context.tsx'
import { useGuidePlaces } from './guide-places.tsx'
import type { Typed } from './guide-places.tsx'
import { answersOf, typedAtFirst } from './typed-answers.ts'

const noFaults: readonly AnswerFault[] = []

/** What is being answered at a step, and the way on. */
export function useStep(run: GuideRun, shown: ShownStep, onFaults: (faults: readonly AnswerFault[]) => void) {
  const { guides, stores } = useDesk()
  const places = useGuidePlaces()
  const country = useStore(stores.shift, ({ workplace }) => workplace?.dialling.country ?? 'CA')
  const [faults, setFaults] = useState(noFaults)
  const isGoing = useRef(false)
  const visit = run.visits.length
  const typed: Typed = places.typedAt(run.id, visit)

  const goOn = useCallback(async (): Promise<void> => {
    // A second press must not answer the step that comes next.
    if (isGoing.current) return
    isGoing.current = true
    const came =
      shown.step.kind === 'ask'
        ? await guides.answer(run.id, answersOf(shown.fields, typed, country))
        : await guides.next(run.id)
    isGoing.current = false
    if (typeof came === 'boolean') return
    setFaults(came)
    onFaults(came)
  }, [guides, run.id, shown, typed, country, onFaults])

  return {
    faults,
    goOn,
    valueOf: (field: ShownStep['fields'][number]) =>
      typed.get(field.field.name) ?? typedAtFirst(field, country),
    type: (name: string, value: string | boolean): void => {
      setFaults((before) => before.filter(({ field }) => field !== name))
      places.type(run.id, visit, [name, value])
    },
  }
}
