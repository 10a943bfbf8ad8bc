import { Link2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'

import type { CaseRecord } from '../../../domain/case-record.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { LineField } from './LineField.tsx'
import { readLink } from './link-draft.ts'
import type { LinkFault } from './link-draft.ts'
import { useFocusOnFault } from './use-focus-on-fault.ts'

export interface LinkFormProps {
  readonly record: CaseRecord
  readonly onClose: () => void
}

/** Refers to another case, or to an address of the web. */
export function LinkForm({ record: { id, current }, onClose }: LinkFormProps) {
  const { say } = useWords()
  const { cases } = useDesk()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<{ readonly why: LinkFault }>()
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFault(form, fault)
  const handIn = async (): Promise<void> => {
    const read = readLink(text, current)
    if (!read.ok) setFault({ why: read.fault })
    else if (await cases.link(id, read.link)) onClose()
  }
  return (
    <Form
      ref={form}
      className="form case-link-form"
      onSubmit={(event) => {
        event.preventDefault()
        void handIn()
      }}
    >
      <LineField
        label={say('case.link.target')}
        text={text}
        onText={(typed) => {
          setFault(undefined)
          setText(typed)
        }}
        hint={say('case.link.hint')}
        fault={fault && say(`case.link.${fault.why}`)}
        autoFocus
      />
      <div className="actions">
        <CommandButton type="submit" className="button primary">
          <Link2 aria-hidden />
          {say('case.link.save')}
        </CommandButton>
        <CommandButton className="button" onPress={onClose}>
          {say('case.link.cancel')}
        </CommandButton>
      </div>
    </Form>
  )
}
