import { Phone, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { DialField } from './DialField.tsx'
import { DialKeypad } from './DialKeypad.tsx'
import { LastNumbers } from './LastNumbers.tsx'
import { descriptionOf, TypedNews } from './TypedNews.tsx'
import { useTyped } from './use-typed.ts'

/** A call of the agent's own. An emergency number is called on the second press, after what must be known first. */
export function CallForm() {
  const { say } = useWords()
  const { dialling } = useDesk()
  const typed = useTyped('call')
  const [warnedOf, setWarnedOf] = useState<string>()
  const [asked, setAsked] = useState<string>()
  const emergency = typed.dialled.kind === 'emergency'
  const urgent = emergency || (asked === typed.text && !typed.dialable)
  const confirmed = emergency && typed.dialable && warnedOf === typed.text
  const submit = async (): Promise<void> => {
    setAsked(typed.text)
    if (!typed.dialable) return
    if (emergency && !confirmed) {
      setWarnedOf(typed.text)
      return
    }
    if (await dialling.dial(typed.text, { emergencyConfirmed: confirmed })) dialling.close()
  }
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <DialField description={descriptionOf(say, typed, urgent)} />
      <TypedNews typed={typed} urgent={urgent} />
      <div className="actions">
        <CommandButton
          className={`button ${confirmed ? 'danger' : 'answer'}`}
          type="submit"
          // Nothing that is pressed here can call it.
          unavailable={emergency && !typed.dialable ? typed.meaning : undefined}
        >
          <Phone aria-hidden />
          {say(confirmed ? 'dial.go.anyway' : 'dial.go')}
        </CommandButton>
        <Redial />
        <DialKeypad />
      </div>
      <LastNumbers />
    </Form>
  )
}

function Redial() {
  const { say } = useWords()
  const { stores, dialling } = useDesk()
  const who = useWho()
  const last = useStore(stores.dial, (state) => state.last)
  if (last === undefined) return null
  const redial = async (): Promise<void> => {
    if (await dialling.redial()) dialling.close()
  }
  return (
    <CommandButton className="button" onPress={() => void redial()}>
      <RotateCcw aria-hidden />
      {say('dial.redial', { number: who.number(last) })}
    </CommandButton>
  )
}
