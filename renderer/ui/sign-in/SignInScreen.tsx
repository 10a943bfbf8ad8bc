import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Form } from 'react-aria-components/Form'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

import type { Language } from '../../domain/language.ts'
import { practiceRealm } from '../../domain/setup.ts'
import type { LiveCentre } from '../../domain/setup.ts'
import type { SignInChoice } from '../../services/place.ts'
import type { ShiftState } from '../../state/shift-store.ts'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { focusHome } from '../frame/use-kept-focus.ts'
import { useWords } from '../frame/words.tsx'
import { Credentials } from './Credentials.tsx'

export interface SignInScreenProps {
  readonly centres: readonly LiveCentre[]
  readonly progress: ShiftState['signingIn']
  /** The last shift ended by erasing what the computer kept. */
  readonly erased: boolean
  readonly onSignIn: (choice: SignInChoice) => void
  readonly onLanguage: (language: Language) => void
  readonly problems: React.ReactNode
}

/** The first screen: where to work, and as whom. */
export function SignInScreen({
  centres,
  progress,
  erased,
  onSignIn,
  onLanguage,
  problems,
}: SignInScreenProps) {
  const { say } = useWords()
  const [place, setPlace] = useState(centres[0]?.id ?? practiceRealm)
  const centre = centres.find(({ id }) => id === place)
  return (
    <div className="sign-in">
      <title>{say('app.title')}</title>
      <header className="sign-in-bar">
        <LanguageSwitch onChoose={onLanguage} />
      </header>
      <main className="sign-in-card">
        <p className="brand">{say('app.name')}</p>
        <h1 tabIndex={-1} {...focusHome}>
          {say('signin.heading')}
        </h1>
        <p className="lead">{say('signin.lead')}</p>
        {problems}
        <p className="sign-in-erased" role="status">
          {erased && say('erase.done')}
        </p>
        <Form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            const choice = choiceOf(centre, new FormData(event.currentTarget))
            if (!progress) onSignIn(choice)
          }}
        >
          <Places {...{ centres, place }} onPlace={setPlace} isDisabled={progress !== undefined} />
          {centre && <Credentials key={centre.id} isDisabled={progress !== undefined} />}
          <Button type="submit" className="button primary large" isPending={progress !== undefined}>
            {say(centre ? 'signin.go' : 'signin.go.practice')}
          </Button>
          <p className="progress" role="status">
            {progress && say(`signin.step.${progress}`)}
          </p>
        </Form>
      </main>
    </div>
  )
}

interface PlacesProps extends Pick<SignInScreenProps, 'centres'> {
  readonly place: string
  readonly onPlace: (place: string) => void
  readonly isDisabled: boolean
}

function Places({ centres, place, onPlace, isDisabled }: PlacesProps) {
  const { say } = useWords()
  return (
    <RadioGroup className="places" value={place} onChange={onPlace} isDisabled={isDisabled}>
      <Label>{say('signin.where')}</Label>
      {centres.map(({ id, name, telephony }) => (
        <Place key={id} value={id} name={name}>
          {say('signin.live.about', {
            server: telephony.servers.map((url) => new URL(url).host).join(', '),
          })}
        </Place>
      ))}
      <Place value={practiceRealm} name={say('signin.practice')}>
        {say('signin.practice.about')}
      </Place>
    </RadioGroup>
  )
}

function Place({ value, name, children }: { value: string; name: string; children: string }) {
  return (
    <RadioField value={value}>
      <RadioButton className="place">
        <strong>{name}</strong>
        <span>{children}</span>
      </RadioButton>
    </RadioField>
  )
}

function choiceOf(centre: LiveCentre | undefined, fields: FormData): SignInChoice {
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return centre
    ? { kind: 'live', centre, user: text('user').trim(), password: text('password') }
    : { kind: 'practice' }
}
