import { Flag } from 'lucide-react'
import { useRef, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { BesideCheck, BesideForm } from './BesideForm.tsx'
import { useChatPlaces } from './chat-places.tsx'
import type { BesideDraft } from './chat-places.tsx'

/** Abuse is told to the leads at once, and need not be borne. */
export function ReportForm({ chat, onClose }: { chat: OpenChat; onClose: () => void }) {
  const { say } = useWords()
  const { chats } = useDesk()
  const places = useChatPlaces()
  const { id } = chat.conversation
  const { text: reason, isTicked: block } = places.draft(id, 'report')
  const fillIn = (change: Partial<BesideDraft> | undefined): void => places.fillIn(id, 'report', change)
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const missing = asked && reason.trim() === ''
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (reason.trim() === '') field.current?.focus()
    else if (await chats.report(id, reason.trim(), block)) {
      fillIn(undefined)
      onClose()
    }
  }
  return (
    <BesideForm heading={say('report.heading')} onSubmit={() => void submit()} onClose={onClose}>
      <p className="quiet">{say('report.about')}</p>
      <TextField
        className="field"
        value={reason}
        onChange={(text) => fillIn({ text })}
        isInvalid={missing}
        maxLength={2000}
      >
        <Label>{say('report.reason')}</Label>
        {/* The form was opened to write here. */}
        <TextArea ref={field} rows={2} autoFocus />
        <FieldError>{say('report.missing')}</FieldError>
      </TextField>
      <div className="actions">
        <BesideCheck
          label={say('report.block')}
          isTicked={block}
          onTick={(isTicked) => fillIn({ isTicked })}
        />
        <CommandButton type="submit" className="button danger">
          <Flag aria-hidden />
          {say('report.go')}
        </CommandButton>
      </div>
    </BesideForm>
  )
}
