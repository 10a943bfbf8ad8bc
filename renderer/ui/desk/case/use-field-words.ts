import { useMemo } from 'react'
import { useStore } from 'zustand'

import { commonFields, customName } from '../../../domain/case-field.ts'
import type {
  CaseQueue,
  FieldDefinition,
  FieldKey,
  FieldKind,
  FieldValue,
} from '../../../domain/case-field.ts'
import { oneOf } from '../../../domain/case.ts'
import type { Case } from '../../../domain/case.ts'
import { queueNamed } from '../../../state/case-store.ts'
import { locales } from '../../../words/locales.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { statusName } from '../cases/status-name.ts'
import { useDesk } from '../desk-context.tsx'

/** What the fields of a case are called, and how their values are written for people. */
export interface FieldWords {
  readonly label: (key: FieldKey) => string
  readonly option: (key: FieldKey, option: string) => string
  /** Whether it can have several values. */
  readonly several: (key: FieldKey) => boolean
  /** Several values with commas; nothing says so. */
  readonly value: (key: FieldKey, value: FieldValue) => string
}

/** The queue of a case, as far as the desk knows it. */
export const useQueueOf = (one: Pick<Case, 'fields'> | undefined): CaseQueue | undefined =>
  useStore(useDesk().stores.cases, (state) => queueNamed(state, one && oneOf(one, 'queue')))

export function useFieldWords(queue: CaseQueue | undefined): FieldWords {
  const { say, language } = useWords()
  return useMemo(() => {
    const definitions = new Map(queue?.fields.map((field) => [field.key, field]))
    const option = (key: FieldKey, text: string): string =>
      key === 'status'
        ? statusName(say, text)
        : dateIn(kindOf(key, definitions.get(key)), text, (at, wholeDay) =>
            wholeDay
              ? new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium' }).format(at)
              : dayAndHour(language, at),
          )
    return {
      label: (key) => {
        const common = commonFields.find((field) => field === key)
        return common ? say(`case.field.${common}`) : (definitions.get(key)?.label ?? customName(key) ?? key)
      },
      option,
      several: (key) => definitions.get(key)?.several ?? false,
      value: (key, value) =>
        value.length === 0
          ? say('case.field.empty')
          : value.map((one) => option(key, one)).join(say('case.field.and')),
    }
  }, [say, language, queue])
}

const kindOf = (key: FieldKey, definition: FieldDefinition | undefined): FieldKind | undefined =>
  key === 'due' ? 'date-time' : definition?.kind

/** A date in the words of the agent's language; what is none stays as it is. */
function dateIn(
  kind: FieldKind | undefined,
  text: string,
  write: (at: number, wholeDay: boolean) => string,
): string {
  if (kind !== 'date' && kind !== 'date-time') return text
  const day = /^\d{4}-\d\d-\d\d$/.test(text)
  const at = Date.parse(day ? `${text}T00:00` : text)
  return Number.isNaN(at) ? text : write(at, day)
}
