import { CircleAlert, Hourglass } from 'lucide-react'
import { useStore } from 'zustand'

import { commonFields } from '../../../domain/case-field.ts'
import type { CaseQueue, FieldDefinition, FieldKey, FieldValue } from '../../../domain/case-field.ts'
import { fieldOf, oneOf } from '../../../domain/case.ts'
import type { Case } from '../../../domain/case.ts'
import { isUnderWay, needsAgent } from '../../../domain/outbox.ts'
import type { OutboxEntry } from '../../../domain/outbox.ts'
import type { OpenCase } from '../../../state/case-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { FromGuide } from '../knowledge/FromGuide.tsx'
import { useMayWrite } from '../reading/may-write.ts'
import { EditableField, ShownValue } from './EditableField.tsx'
import { OneChoice } from './FieldControl.tsx'
import { OwnerField } from './OwnerField.tsx'
import { useFieldWords, useQueueOf } from './use-field-words.ts'
import type { FieldWords } from './use-field-words.ts'

/** A field that nobody has described here: it is shown, and left alone. */
const undescribed = (key: FieldKey): FieldDefinition => ({
  ...{ key, label: key, kind: 'other', several: false, options: [], writable: false },
})

/** What the queue defines, and whatever else the case has. The common ones come first. */
function definitionsOf(one: Case, queue: CaseQueue | undefined): readonly FieldDefinition[] {
  const defined = queue?.fields ?? []
  const others = [...one.fields.keys()].filter((key) => !defined.some((field) => field.key === key))
  const place = ({ key }: FieldDefinition): number => {
    const index = commonFields.findIndex((field) => field === key)
    return index < 0 ? commonFields.length : index
  }
  return [...defined, ...others.map(undescribed)].toSorted((a, b) => place(a) - place(b))
}

/** The fields of the open case, as its queue defines them: a new one appears by itself. */
export function FieldList({ open: { record, entries } }: { open: OpenCase }) {
  const { say } = useWords()
  const { cases } = useDesk()
  const { current } = record
  const mayWrite = useMayWrite(record)
  const queue = useQueueOf(current)
  const words = useFieldWords(queue)
  return (
    <section className="case-fields" aria-labelledby="case-fields-heading">
      <h3 id="case-fields-heading">{say('case.fields')}</h3>
      <div className="case-field-grid">
        {definitionsOf(current, queue).map((definition) => (
          <div key={definition.key} className={`case-field ${definition.kind}`}>
            <Field
              definition={mayWrite ? definition : { ...definition, writable: false }}
              one={current}
              words={words}
              onChange={(value) => cases.change(record.id, definition.key, value)}
            />
            <FieldState field={definition.key} entries={entries} />
            <FromGuide case={record.id} field={definition.key} value={fieldOf(current, definition.key)} />
          </div>
        ))}
      </div>
    </section>
  )
}

interface FieldProps {
  readonly definition: FieldDefinition
  readonly one: Case
  readonly words: FieldWords
  readonly onChange: (value: FieldValue) => Promise<boolean>
}

function Field({ definition, one, words, onChange }: FieldProps) {
  const { key, kind, several, writable } = definition
  const value = fieldOf(one, key)
  const options = useOptions(definition, one)
  if (!writable || kind === 'other') return <ReadOnlyField definition={definition} one={one} words={words} />
  if (key === 'owner') return <OwnerField value={value} onChange={(owner) => void onChange(owner)} />
  if (kind === 'choice' && !several)
    return (
      <OneChoice
        definition={{ ...definition, options }}
        label={words.label(key)}
        text={oneOf(one, key) ?? ''}
        option={(choice) => words.option(key, choice)}
        onText={(text) => void onChange(text === '' ? [] : [text])}
      />
    )
  return <EditableField definition={definition} value={value} words={words} onChange={onChange} />
}

/** A status is limited to those that may follow; a case can be given to any queue that the desk knows. */
function useOptions({ key, options }: FieldDefinition, one: Case): readonly string[] {
  const queues = useStore(useDesk().stores.cases, (state) => state.queues)
  if (key === 'queue') return queues.map(({ name }) => name)
  if (key !== 'status' || !one.nextStatuses) return options
  return [...new Set([...fieldOf(one, 'status'), ...one.nextStatuses])]
}

function ReadOnlyField({ definition: { key, kind }, one, words }: Omit<FieldProps, 'onChange'>) {
  const { say } = useWords()
  return (
    <>
      <span className="case-field-label">{words.label(key)}</span>
      <p className="case-value-fixed">
        <ShownValue words={words} field={key} value={fieldOf(one, key)} />
      </p>
      {kind === 'other' && <p className="quiet case-field-hint">{say('case.field.read-only')}</p>}
    </>
  )
}

/** Where the last change of this field is, while it is not in the case system. */
function FieldState({ field, entries }: { field: FieldKey; entries: readonly OutboxEntry[] }) {
  const { say } = useWords()
  const own = entries.filter(({ edit }) => edit.kind === 'change' && edit.step.field === field)
  if (own.some(needsAgent))
    return (
      <p className="case-field-state warn">
        <CircleAlert aria-hidden />
        {say('case.field.needs')}
      </p>
    )
  if (!own.some(isUnderWay)) return null
  return (
    <p className="case-field-state">
      <Hourglass aria-hidden />
      {say('case.field.waits')}
    </p>
  )
}
