import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'

import { useWords } from '../frame/words.tsx'
import { CommandButton } from './CommandButton.tsx'

/** Gives somebody who is not known yet a name; what the network says is a suggestion. */
export function NameForm({ suggested, onName }: { suggested: string; onName: (name: string) => void }) {
  const { say } = useWords()
  const [name, setName] = useState(suggested)
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onName(name)
      }}
    >
      <TextField className="field" value={name} onChange={setName} maxLength={120}>
        <Label>{say('contact.name')}</Label>
        <Input />
        <Text slot="description">{say('contact.name.hint')}</Text>
      </TextField>
      <CommandButton
        type="submit"
        className="button"
        unavailable={name.trim() === '' ? say('contact.name.missing') : undefined}
      >
        {say('contact.name.save')}
      </CommandButton>
    </Form>
  )
}
