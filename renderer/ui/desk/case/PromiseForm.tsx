import { Handshake, PhoneOutgoing } from 'lucide-react'
import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { useStore } from 'zustand'

import type { CaseRecord } from '../../../domain/case-record.ts'
import { fieldOf } from '../../../domain/case.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { DueField } from './DueField.tsx'
import { LineField } from './LineField.tsx'
import { kindIn, readPromise } from './promise-draft.ts'
import type { PromiseFault } from './promise-draft.ts'
import { useDraft } from './use-draft.ts'
import { useFocusOnFault } from './use-focus-on-fault.ts'

const kinds = ['promise', 'call-back'] as const

/** Something that the service will do for the customer, by when; or a time at which to call them. */
export function PromiseForm({ record }: { record: CaseRecord }) {
  const { say } = useWords()
  const { cases, now } = useDesk()
  const draft = useDraft(`promise:${record.id}`)
  const known = useKnownNumber(record)
  const number = draft.values['number'] ?? known
  const [faults, setFaults] = useState<readonly PromiseFault[]>([])
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFault(form, faults.length > 0 ? faults : undefined)
  const kind = kindIn(draft.values)
  const put = (change: Readonly<Record<string, string>>): void => {
    setFaults([])
    draft.put(change)
  }
  const handIn = async (): Promise<void> => {
    const read = readPromise(draft.values, number, now())
    if (!read.ok) {
      setFaults(read.faults)
      return
    }
    setBusy(true)
    if (await cases.promise(record.id, read.value)) {
      draft.drop()
      // The form begins anew, and so does whoever writes: a number that was asked for is no longer there.
      form.current?.querySelector<HTMLElement>('input:not([type=radio])')?.focus()
    }
    setBusy(false)
  }
  return (
    <Form
      ref={form}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void handIn()
      }}
    >
      <KindChoice kind={kind} onKind={(chosen) => put({ kind: chosen })} />
      <LineField
        label={say('promise.what')}
        text={draft.values['what'] ?? ''}
        onText={(what) => put({ what })}
        fault={faults.includes('what') ? say('promise.what.missing') : undefined}
      />
      <DueField text={draft.values['due'] ?? ''} onText={(due) => put({ due })} faults={faults} />
      {kind === 'call-back' && (
        <LineField
          label={say('promise.number')}
          type="tel"
          text={number}
          onText={(typed) => put({ number: typed })}
          fault={faults.includes('number') ? say('promise.number.missing') : undefined}
        />
      )}
      <HandIn kind={kind} busy={busy} />
    </Form>
  )
}

function HandIn({ kind, busy }: { kind: string; busy: boolean }) {
  const { say } = useWords()
  const isCallBack = kind === 'call-back'
  return (
    <div className="actions">
      <CommandButton type="submit" className="button primary" isPending={busy}>
        {isCallBack ? <PhoneOutgoing aria-hidden /> : <Handshake aria-hidden />}
        {say(isCallBack ? 'promise.go.call-back' : 'promise.go')}
      </CommandButton>
    </div>
  )
}

/** Of the customer in hand, else of whoever has one of the case's addresses. */
function useKnownNumber({ current }: CaseRecord): string {
  const { stores } = useDesk()
  const inHand = useStore(stores.work, (state) => pageInHand(state)?.interaction.number)
  const contacts = useStore(stores.work, (state) => state.contacts)
  const addresses = fieldOf(current, 'requestors').map((one) => one.toLowerCase())
  const contact = [...contacts.values()].find((one) =>
    one.addresses.some((address) => addresses.includes(address.toLowerCase())),
  )
  return inHand ?? contact?.numbers[0] ?? ''
}

function KindChoice({ kind, onKind }: { kind: string; onKind: (kind: string) => void }) {
  const { say } = useWords()
  return (
    <RadioGroup className="dispositions" value={kind} onChange={onKind}>
      <Label>{say('promise.kind')}</Label>
      <div className="disposition-list">
        {kinds.map((id) => (
          <RadioField key={id} value={id}>
            <RadioButton className="disposition">{say(`promise.kind.${id}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
