import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

import type { Contact } from '../../../domain/contact.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { CustomerSearch } from './CustomerSearch.tsx'
import { Found as FoundCustomer } from './FoundCustomers.tsx'

/** Nobody reads a longer list in a form; who is not in it is found by typing more. */
const most = 8

interface Found {
  /** What was looked for. */
  readonly text: string
  readonly others: readonly Contact[]
}

function foundWords(say: Say, { text, others: { length: count } }: Found): string {
  if (text === '') return ''
  if (count === 0) return say('customers.none', { text })
  return count > most ? say('customers.found.many', { count: most }) : say('customers.found', { count })
}

export interface MergeFormProps {
  readonly contact: Contact
  readonly onDone: () => void
}

/** Who is looked for, who was chosen, and whose name stays. */
function useMerge({ contact, onDone }: MergeFormProps) {
  const { stories } = useDesk()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found>()
  const [other, setOther] = useState<Contact>()
  const [kept, setKept] = useState(contact.id)
  const asked = useRef(0)
  const look = async (wanted: string): Promise<void> => {
    const mine = ++asked.current
    const all = await stories.contactsLike(wanted)
    if (mine !== asked.current) return
    setFound({ text: wanted.trim(), others: all.filter(({ id }) => id !== contact.id) })
  }
  /** Whose name stays was said of the two that were chosen then. */
  const choose = (chosen: Contact | undefined): void => {
    setOther(chosen)
    setKept(contact.id)
  }
  const merge = async (): Promise<void> => {
    if (!other) return
    const gone = kept === contact.id ? other.id : contact.id
    onDone()
    await stories.merge(kept, gone)
  }
  return {
    ...{ text, found, other, kept, setKept, choose, look, merge },
    type: (typed: string): void => {
      setText(typed)
      choose(undefined)
    },
  }
}

/** Two that turned out to be one person: who the other one is, and which of the two names stays. */
export function MergeForm(props: MergeFormProps) {
  const { say } = useWords()
  const { contact, onDone } = props
  const { text, type, found, other, kept, setKept, choose, look, merge } = useMerge(props)
  return (
    <Form
      className="form contact-form"
      onSubmit={(event) => {
        event.preventDefault()
        void merge()
      }}
    >
      <p>{say('merge.about')}</p>
      <CustomerSearch
        autoFocus
        label={say('merge.heading', { name: contact.name })}
        text={text}
        onText={type}
        onLook={(wanted) => void look(wanted)}
      />
      <p role="status" className="quiet">
        {found && foundWords(say, found)}
      </p>
      {found && found.others.length > 0 && (
        <Others found={found.others.slice(0, most)} other={other} onOther={choose} />
      )}
      {other && <Names contact={contact} other={other} kept={kept} onKept={setKept} />}
      <div className="actions">
        <CommandButton
          type="submit"
          className="button primary"
          unavailable={other ? undefined : say('merge.missing')}
        >
          {say('merge.go')}
        </CommandButton>
        <CommandButton className="button" onPress={onDone}>
          {say('merge.cancel')}
        </CommandButton>
      </div>
    </Form>
  )
}

interface OthersProps {
  readonly found: readonly Contact[]
  readonly other: Contact | undefined
  readonly onOther: (other: Contact | undefined) => void
}

function Others({ found, other, onOther }: OthersProps) {
  const { say } = useWords()
  return (
    <RadioGroup
      className="merge-others"
      value={other?.id ?? null}
      onChange={(id) => onOther(found.find((one) => one.id === id))}
    >
      <Label>{say('merge.other')}</Label>
      {found.map((one) => (
        <RadioField key={one.id} value={one.id}>
          <RadioButton className="disposition found-customer">
            <FoundCustomer contact={one} />
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}

interface NamesProps {
  readonly contact: Contact
  readonly other: Contact
  readonly kept: Contact['id']
  readonly onKept: (kept: Contact['id']) => void
}

function Names({ contact, other, kept, onKept }: NamesProps) {
  const { say } = useWords()
  const both = [contact, other]
  return (
    <RadioGroup
      className="dispositions"
      value={kept}
      onChange={(id) => onKept(both.find((one) => one.id === id)?.id ?? contact.id)}
    >
      <Label>{say('merge.name')}</Label>
      <div className="disposition-list">
        {both.map(({ id, name }) => (
          <RadioField key={id} value={id}>
            <RadioButton className="disposition">{name}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
