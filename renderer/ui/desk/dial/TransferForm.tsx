import { MessageCircleQuestion, PhoneForwarded } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useStore } from 'zustand'

import type { CallId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { DialField } from './DialField.tsx'
import { descriptionOf, TypedNews } from './TypedNews.tsx'
import { useTyped } from './use-typed.ts'

/** Whom to hand the customer to: at once, or after a word with them. Enter asks first, since that can be taken back. */
export function TransferForm({ call }: { call: CallId }) {
  const { say } = useWords()
  const { stores, transfers, dialling } = useDesk()
  const typed = useTyped('transfer')
  const [asked, setAsked] = useState<string>()
  const busy = useStore(stores.calls, (state) => state.busy.has(call))
  const run = async (hand: (call: CallId, text: string) => Promise<boolean>): Promise<void> => {
    setAsked(typed.text)
    if (typed.dialable && (await hand(call, typed.text))) dialling.close()
  }
  const consult = (): void => void run((id, text) => transfers.consult(id, text))
  const handOver = (): void => void run((id, text) => transfers.transfer(id, text))
  const emergency = typed.dialled.kind === 'emergency'
  const unavailable = emergency ? typed.meaning : undefined
  const urgent = emergency || (asked === typed.text && !typed.dialable)
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        consult()
      }}
    >
      <DialField description={descriptionOf(say, typed, urgent)} />
      <TypedNews typed={typed} urgent={urgent} />
      <div className="actions">
        <CommandButton className="button primary" type="submit" unavailable={unavailable} isPending={busy}>
          <MessageCircleQuestion aria-hidden />
          {say('dial.transfer.ask')}
        </CommandButton>
        <CommandButton className="button" unavailable={unavailable} isPending={busy} onPress={handOver}>
          <PhoneForwarded aria-hidden />
          {say('dial.transfer.now')}
        </CommandButton>
      </div>
      <p className="quiet">{say('dial.transfer.hint')}</p>
    </Form>
  )
}
