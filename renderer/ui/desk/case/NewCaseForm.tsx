import { FilePlus2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Form } from 'react-aria-components/Form'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { FieldControl } from './FieldControl.tsx'
import { FilePicker } from './FilePicker.tsx'
import { LineField } from './LineField.tsx'
import { draftKey, fieldsToAsk, noFaults } from './new-case-draft.ts'
import { QueueField } from './QueueField.tsx'
import { UnlessPrivate } from './UnlessPrivate.tsx'
import { useFieldWords } from './use-field-words.ts'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import { useNewCase } from './use-new-case.ts'
import type { NewCaseFormProps, NewCaseState } from './use-new-case.ts'
import { WritingField } from './WritingField.tsx'
import './case-fields.css'
import './case-history.css'
import './case-forms.css'

/** Begins a case, with or without a link. What is typed stays as a draft until it is handed in. */
export function NewCaseForm({ onClose, contact, onBegun }: NewCaseFormProps) {
  const { say } = useWords()
  const heading = useId()
  const first = useRef<HTMLElement>(null)
  useEffect(() => {
    first.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [])
  const form = useNewCase({ onClose, contact, onBegun })
  useFocusOnFault(first, form.faults === noFaults ? undefined : form.faults)
  return (
    <section ref={first} className="new-case" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {contact ? say('new-case.for', { name: contact.name }) : say('new-case.heading')}
      </h2>
      {form.earlier !== undefined && (
        <div className="new-case-earlier">
          <p>
            {form.earlier === 'other'
              ? say('new-case.draft.other', { addresses: form.values['requestors'] ?? '' })
              : say('new-case.draft')}
          </p>
          <Button className="button" onPress={form.empty}>
            {say('new-case.empty')}
          </Button>
        </div>
      )}
      <UnlessPrivate case={undefined}>
        <Form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            void form.handIn()
          }}
        >
          <Inputs form={form} />
          <div className="actions">
            <CommandButton type="submit" className="button primary" isPending={form.busy}>
              <FilePlus2 aria-hidden />
              {say('new-case.go')}
            </CommandButton>
            <CommandButton className="button" onPress={onClose}>
              {say('new-case.cancel')}
            </CommandButton>
          </div>
        </Form>
      </UnlessPrivate>
    </section>
  )
}

function Inputs({ form: { values, put, faults, queue, files, handIn } }: { form: NewCaseState }) {
  const { say } = useWords()
  const words = useFieldWords(queue)
  return (
    <>
      <QueueField queue={queue?.name ?? ''} missing={faults.queue} onQueue={(name) => put({ queue: name })} />
      <LineField
        label={say('new-case.subject')}
        text={values['subject'] ?? ''}
        onText={(subject) => put({ subject })}
        fault={faults.subject ? say('new-case.subject.missing') : undefined}
      />
      <LineField
        label={say('new-case.requestors')}
        lines
        text={values['requestors'] ?? ''}
        onText={(requestors) => put({ requestors })}
        hint={say('new-case.requestors.hint')}
        fault={faults.requestors ? say('case.field.invalid.address') : undefined}
      />
      <WritingField
        label={say('new-case.text')}
        text={values['text'] ?? ''}
        onText={(text) => put({ text })}
        files={files}
        onHandIn={() => void handIn()}
        hint={say('compose.keys')}
      />
      <FilePicker files={files} />
      <div className="case-field-grid">
        {fieldsToAsk(queue).map((definition) => (
          <FieldControl
            key={definition.key}
            definition={definition}
            label={words.label(definition.key)}
            text={values[draftKey(definition.key)] ?? ''}
            onText={(text) => put({ [draftKey(definition.key)]: text })}
            option={(one) => words.option(definition.key, one)}
            fault={faults.fields.get(definition.key)}
          />
        ))}
      </div>
    </>
  )
}
