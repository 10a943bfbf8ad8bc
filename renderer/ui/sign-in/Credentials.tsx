import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'

import { useWords } from '../frame/words.tsx'

/** User name and password for a live centre. */
export function Credentials({ isDisabled }: { isDisabled: boolean }) {
  const { say } = useWords()
  return (
    <>
      <TextField className="field" name="user" isRequired isDisabled={isDisabled} autoComplete="username">
        <Label>{say('signin.user')}</Label>
        <Input autoCapitalize="none" spellCheck={false} />
        <FieldError>{say('signin.user.missing')}</FieldError>
      </TextField>
      <TextField
        className="field"
        name="password"
        type="password"
        isRequired
        isDisabled={isDisabled}
        autoComplete="current-password"
      >
        <Label>{say('signin.password')}</Label>
        <Input />
        <FieldError>{say('signin.password.missing')}</FieldError>
      </TextField>
    </>
  )
}
