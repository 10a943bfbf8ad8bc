import { Flag } from 'lucide-react'
import { useRef, useState } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { FieldError } from 'react-aria-components/FieldError'
import { Form } from 'react-aria-components/Form'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useEscape } from '../panel/use-escape.ts'

/** Abuse is told to the leads at once, and need not be borne. */
export function ReportForm({ chat, onClose }: { chat: OpenChat; onClose: () => void }) {
  const { say } = useWords()
  const { chats } = useDesk()
  const [reason, setReason] = useState('')
  const [block, setBlock] = useState(false)
  const [asked, setAsked] = useState(false)
  const missing = asked && reason.trim() === ''
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onClose)
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (reason.trim() !== '' && (await chats.report(chat.conversation.id, reason.trim(), block))) onClose()
  }
  return (
    <Form
      ref={form}
      className="form beside"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{say('report.heading')}</h2>
      <p className="quiet">{say('report.about')}</p>
      <TextField className="field" value={reason} onChange={setReason} isInvalid={missing} maxLength={2000}>
        <Label>{say('report.reason')}</Label>
        {/* The form was opened to write here. */}
        <TextArea rows={2} autoFocus />
        <FieldError>{say('report.missing')}</FieldError>
      </TextField>
      <div className="actions">
        <CheckboxField isSelected={block} onChange={setBlock}>
          <CheckboxButton className="case-check">
            <span className="case-check-box" aria-hidden />
            {say('report.block')}
          </CheckboxButton>
        </CheckboxField>
        <CommandButton type="submit" className="button danger">
          <Flag aria-hidden />
          {say('report.go')}
        </CommandButton>
      </div>
    </Form>
  )
}
