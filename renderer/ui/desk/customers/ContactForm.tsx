import { useRef } from 'react'
import { Form } from 'react-aria-components/Form'

import type { Contact } from '../../../domain/contact.ts'
import { useWords } from '../../frame/words.tsx'
import { LineField } from '../case/LineField.tsx'
import { useFocusOnFault } from '../case/use-focus-on-fault.ts'
import { BesideCheck } from '../chat/BesideForm.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { NeedsChoice } from './NeedsChoice.tsx'
import { useContactDraft } from './use-contact-draft.ts'

export interface ContactFormProps {
  readonly contact: Contact
  readonly onDone: (saved: boolean) => void
}

/** Who somebody is, how they are reached, and what they need. */
export function ContactForm({ contact, onDone }: ContactFormProps) {
  const { say } = useWords()
  const { draft, faults, put, save, busy } = useContactDraft(contact, () => onDone(true))
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFault(form, faults)
  return (
    <Form
      ref={form}
      className="form contact-form"
      validationBehavior="aria"
      aria-label={say('contact.form', { name: contact.name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      <LineField
        autoFocus
        label={say('contact.form.name')}
        text={draft.name}
        onText={(name) => put({ name })}
        fault={faults?.name && say('contact.form.name.missing')}
      />
      <Lines which="numbers" {...{ draft, put, faults }} />
      <Lines which="addresses" {...{ draft, put, faults }} />
      <LanguageChoice value={draft.language} onChoose={(language) => put({ language })} />
      <NeedsChoice value={draft.needs} onChoose={(needs) => put({ needs })} />
      <Hold {...{ draft, put, faults }} />
      <div className="actions">
        <CommandButton type="submit" className="button primary" isPending={busy}>
          {say('contact.form.save')}
        </CommandButton>
        <CommandButton className="button" onPress={() => onDone(false)}>
          {say('contact.form.cancel')}
        </CommandButton>
      </div>
    </Form>
  )
}

type PartProps = Pick<ReturnType<typeof useContactDraft>, 'draft' | 'put' | 'faults'>

/** Several numbers or addresses, one on each line. */
function Lines({ which, draft, put, faults }: PartProps & { which: 'numbers' | 'addresses' }) {
  const { say } = useWords()
  const wrong = faults?.[which]
  return (
    <LineField
      lines
      label={say(`contact.form.${which}`)}
      hint={say('contact.form.lines')}
      text={draft[which]}
      onText={(text) => put({ [which]: text })}
      fault={wrong === undefined ? undefined : say(`contact.form.${which}.fault`, { text: wrong })}
    />
  )
}

/** The law wants that nothing is deleted, for a reason that somebody can read later. */
function Hold({ draft: { isHeld, reason }, put, faults }: PartProps) {
  const { say } = useWords()
  return (
    <div className="contact-hold">
      <BesideCheck
        label={say('contact.form.hold')}
        isTicked={isHeld}
        onTick={(held) => put({ isHeld: held })}
      />
      <p className="quiet">{say('contact.form.hold.hint')}</p>
      {isHeld && (
        <LineField
          label={say('contact.form.reason')}
          text={reason}
          onText={(text) => put({ reason: text })}
          fault={faults?.reason && say('contact.form.reason.missing')}
        />
      )}
    </div>
  )
}
