import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Form } from 'react-aria-components/Form'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useStore } from 'zustand'

import type { CaseState } from '../../../state/case-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

type Asking = NonNullable<CaseState['asking']>

const valueOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

/** Who the agent is for the case system. Nothing else of the desk waits for it. */
export function CaseSignIn({ asking: { kind, user, busy } }: { asking: Asking }) {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const refused = useStore(stores.problems, ({ problems }) =>
    problems.some(({ code }) => code === 'cases-wrong-password'),
  )
  return (
    <Form
      className="form sync-signin"
      aria-label={say('sync.signin.heading')}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        void cases.signIn({ user: valueOf(form, 'user').trim(), secret: valueOf(form, 'secret') })
      }}
    >
      <h3>{say('sync.signin.heading')}</h3>
      <p className="quiet">{say('sync.signin.about')}</p>
      <TextField className="field" name="user" defaultValue={user} isRequired isReadOnly={busy}>
        <Label>{say('signin.user')}</Label>
        <Input
          autoCapitalize="none"
          autoComplete="username"
          spellCheck={false}
          {...(user === '' && { 'data-first-focus': true })}
        />
        <FieldError>{say('signin.user.missing')}</FieldError>
      </TextField>
      <TextField className="field" name="secret" type="password" isRequired isReadOnly={busy}>
        <Label>{say(kind === 'token' ? 'sync.signin.token' : 'signin.password')}</Label>
        <Input
          autoComplete={kind === 'token' ? 'off' : 'current-password'}
          {...(user !== '' && { 'data-first-focus': true })}
        />
        {kind === 'token' && <Text slot="description">{say('sync.signin.token.hint')}</Text>}
        <FieldError>
          {say(kind === 'token' ? 'sync.signin.token.missing' : 'signin.password.missing')}
        </FieldError>
      </TextField>
      {refused && !busy && <p className="sync-refused">{say('problem.cases-wrong-password')}</p>}
      <Button type="submit" className="button primary" isPending={busy}>
        {say(busy ? 'sync.signin.busy' : 'sync.signin.go')}
      </Button>
    </Form>
  )
}
