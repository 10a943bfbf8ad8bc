import { Pencil } from 'lucide-react'
import { Fragment, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'

import type { FieldDefinition, FieldValue } from '../../../domain/case-field.ts'
import { sameValue } from '../../../domain/case-field.ts'
import { useWords } from '../../frame/words.tsx'
import { FieldControl } from './FieldControl.tsx'
import { readText, textOf } from './field-text.ts'
import type { Fault } from './field-text.ts'
import type { FieldWords } from './use-field-words.ts'

export interface EditableFieldProps {
  readonly definition: FieldDefinition
  readonly value: FieldValue
  readonly words: FieldWords
  /** `false` when it did not get onto the disk: what was typed then stays where it is. */
  readonly onChange: (value: FieldValue) => Promise<boolean>
}

/** A field that is read until its value is pressed: then it is changed where it stands. */
export function EditableField(props: EditableFieldProps) {
  const { definition, value, words } = props
  const { say } = useWords()
  const [editing, setEditing] = useState(false)
  const back = useRef<HTMLButtonElement>(null)
  const label = words.label(definition.key)
  const close = (byKey: boolean): void => {
    setEditing(false)
    // Whoever pressed a key goes on from here; whoever pressed elsewhere is there already.
    if (byKey) setTimeout(() => back.current?.focus())
  }
  if (editing) return <FieldEditor {...props} label={label} onClose={close} />
  return (
    <>
      <span className="case-field-label">{label}</span>
      <Button ref={back} className="case-value" onPress={() => setEditing(true)}>
        <span className="visually-hidden">{say('case.field.edit', { field: label })} – </span>
        <ShownValue words={words} field={definition.key} value={value} />
        <Pencil aria-hidden />
      </Button>
    </>
  )
}

interface ShownValueProps extends Pick<EditableFieldProps, 'value' | 'words'> {
  readonly field: FieldDefinition['key']
}

/** Text as text: lines as they were written, and each of several values by itself. */
export function ShownValue({ words, field, value }: ShownValueProps) {
  if (value.length === 0) return <span className="quiet">{words.value(field, value)}</span>
  return (
    <span className="case-value-text">
      {value.map((one, index) => (
        <Fragment key={`${String(index)} ${one}`}>
          {index > 0 && <span className="visually-hidden">, </span>}
          <span className={value.length > 1 ? 'tag' : undefined}>{words.option(field, one)}</span>
        </Fragment>
      ))}
    </span>
  )
}

interface FieldEditorProps extends EditableFieldProps {
  readonly label: string
  readonly onClose: (byKey: boolean) => void
}

function FieldEditor({ definition, value, words, label, onChange, onClose }: FieldEditorProps) {
  const { say } = useWords()
  const [text, setText] = useState(() => textOf(definition, value))
  const [fault, setFault] = useState<Fault>()
  const isOver = useRef(false)
  const lines = definition.kind !== 'choice' && (definition.several || definition.kind === 'long-text')
  const commit = async (byKey: boolean): Promise<void> => {
    if (isOver.current) return
    const read = readText(definition, text)
    if (!read.ok) {
      setFault(read.fault)
      return
    }
    isOver.current = true
    // A control that shows minutes must not take the seconds off a date that nobody has touched.
    const isNew = text !== textOf(definition, value) && !sameValue(read.value, value)
    if (!isNew || (await onChange(read.value))) onClose(byKey)
    else isOver.current = false
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      isOver.current = true
      onClose(true)
    } else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void commit(true)
    }
  }
  const onBlur = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
      void commit(false)
  }
  return (
    // It takes keys and the loss of focus for the control inside; nothing here is pressed itself.
    <div role="presentation" className="case-editor" onKeyDown={onKeyDown} onBlur={onBlur}>
      <FieldControl
        definition={definition}
        label={label}
        text={text}
        onText={setText}
        option={(one) => words.option(definition.key, one)}
        fault={fault}
        hint={say(lines ? 'case.field.keys.several' : 'case.field.keys')}
        autoFocus
      />
      <Button className="button" onPress={() => void commit(true)}>
        {say('case.field.done')}
      </Button>
    </div>
  )
}
