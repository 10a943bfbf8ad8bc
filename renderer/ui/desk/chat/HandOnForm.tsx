import { Share2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Form } from 'react-aria-components/Form'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useEscape } from '../panel/use-escape.ts'
import { HandOnTargets, keyOf } from './HandOnTargets.tsx'
import { useHandOnChoices } from './use-hand-on-choices.ts'

/** To whom, with what note, and whether the agent stays. The customer reads nothing of it. */
export function HandOnForm({ chat, onClose }: { chat: OpenChat; onClose: () => void }) {
  const { say } = useWords()
  const { chats } = useDesk()
  const choices = useHandOnChoices()
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState('')
  const [stays, setStays] = useState(false)
  const [asked, setAsked] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const target = choices?.find((choice) => keyOf(choice.target) === chosen)?.target
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onClose)
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (!target) group.current?.querySelector('input')?.focus()
    else if (await chats.handOn(chat.conversation.id, target, note.trim(), stays)) onClose()
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
      <h2 ref={title} tabIndex={-1}>
        {say('hand-on.heading')}
      </h2>
      {choices?.length === 0 && <p role="status">{say('hand-on.nobody')}</p>}
      <HandOnTargets {...{ group, choices, chosen }} isMissing={asked && !target} onChoose={setChosen} />
      <TextField className="field" value={note} onChange={setNote} maxLength={2000}>
        <Label>{say('hand-on.note')}</Label>
        <TextArea rows={2} />
        <Text slot="description">{say('hand-on.note.hint')}</Text>
      </TextField>
      <div className="actions">
        <CheckboxField isSelected={stays} onChange={setStays}>
          <CheckboxButton className="case-check">
            <span className="case-check-box" aria-hidden />
            {say('hand-on.stay')}
          </CheckboxButton>
        </CheckboxField>
        <CommandButton type="submit" className="button primary">
          <Share2 aria-hidden />
          {say('hand-on.go')}
        </CommandButton>
      </div>
    </Form>
  )
}
