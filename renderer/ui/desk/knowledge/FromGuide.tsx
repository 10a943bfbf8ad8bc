import { BookOpen } from 'lucide-react'
import { useStore } from 'zustand'

import type { FieldKey, FieldValue } from '../../../domain/case-field.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

export interface FromGuideProps {
  readonly case: CaseId
  readonly field: FieldKey
  readonly value: FieldValue
}

/** Below a field of a case whose value a guide has put there, as long as nobody has changed it since. */
export function FromGuide({ case: id, field, value }: FromGuideProps) {
  const { say } = useWords()
  const isFilled = useStore(useDesk().stores.knowledge, ({ inHand }) =>
    [...inHand.values()]
      .flatMap(({ runs }) => runs)
      .flatMap(({ filled }) => filled)
      .some((one) => one.case === id && one.field === field && value.length === 1 && value[0] === one.value),
  )
  if (!isFilled) return null
  return (
    <p className="case-field-state">
      <BookOpen aria-hidden />
      {say('guide.filled')}
    </p>
  )
}
