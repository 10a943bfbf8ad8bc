import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import type { LiveCentre } from '../../../renderer/domain/setup.ts'
import type { SignInChoice } from '../../../renderer/services/place.ts'
import { WordsProvider } from '../../../renderer/ui/frame/words.tsx'
import { SignInScreen } from '../../../renderer/ui/sign-in/SignInScreen.tsx'
import { makeCentre } from '../../make.ts'

function open(centres: readonly LiveCentre[], erased = false) {
  const chosen: SignInChoice[] = []
  render(
    <WordsProvider language="fr">
      <SignInScreen
        centres={centres}
        progress={undefined}
        erased={erased}
        onSignIn={(choice) => chosen.push(choice)}
        onLanguage={() => undefined}
        problems={null}
      />
    </WordsProvider>,
  )
  return { chosen, user: userEvent.setup() }
}

describe('the sign-in', () => {
  it('offers practice where nothing is configured, with one key', async () => {
    const { chosen, user } = open([])
    expect(screen.getByRole('radio', { name: /^Exercice/ })).toHaveProperty('checked', true)
    await user.click(screen.getByRole('button', { name: 'Commencer l’exercice' }))
    expect(chosen).toEqual([{ kind: 'practice' }])
  })

  it('says that the computer keeps nothing any more, after a shift that ended so', () => {
    open([], true)
    expect(screen.getByText('Tout ce que cet ordinateur gardait de ce centre est effacé.')).toBeTruthy()
  })

  it('asks for both halves of an account, in the agent’s language, and hands them over as typed', async () => {
    const centre = makeCentre()
    const { chosen, user } = open([centre])
    await user.click(screen.getByRole('button', { name: 'Se connecter' }))
    expect(chosen).toEqual([])
    expect(screen.getByText('Saisissez votre nom d’utilisateur.')).toBeTruthy()
    await user.type(screen.getByLabelText('Nom d’utilisateur'), ' agent1 ')
    await user.type(screen.getByLabelText('Mot de passe'), ' s3cret ')
    await user.click(screen.getByRole('button', { name: 'Se connecter' }))
    expect(chosen).toEqual([{ kind: 'live', centre, user: 'agent1', password: ' s3cret ' }])
  })
})
