import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Language } from '../../../renderer/domain/language.ts'
import { createLanguageStore } from '../../../renderer/state/language-store.ts'
import { App } from '../../../renderer/ui/App.tsx'
// Fetched with the test, so that the screen is there at once.
import '../../../renderer/ui/desk/reading/ReadingScreen.tsx'
import { sayIn } from '../../../renderer/words/say.ts'
import { makeInteraction } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import { everythingIn, makeNewerStore } from '../adapters/newer-store.ts'
import './list-room.ts'

const tabs = { selector: '[role=tab]' }
/** A whole screen, its store and what is decrypted take their time where the computer is busy. */
const slowly = { timeout: 10_000 }

let disk = 4_000_000
beforeEach(() => {
  disk += 1
})

/** The window of an agent whose practice records a newer Foyer has written, with the real services and store. */
async function openReading(language: Language) {
  await makeNewerStore(disk)
  const before = await everythingIn(disk)
  const desk = createDesk({ disk })
  await desk.signIn.signIn({ kind: 'practice' })
  const { stores } = desk
  render(
    <App
      centres={[]}
      stores={{ ...stores, language: createLanguageStore(language) }}
      onSignIn={() => undefined}
      onAgain={() => undefined}
      onLanguage={() => undefined}
      onDismiss={() => undefined}
      desk={() => ({
        ...desk,
        devices: {
          choose: () => Promise.resolve(),
          watchLevels: () => () => undefined,
          tryOut: () => () => undefined,
        },
        signOut: () => desk.signIn.signOut(),
        wipe: () => Promise.resolve(false),
        retryLink: () => undefined,
        setLanguage: () => undefined,
        now: () => desk.timing.now(),
      })}
    />,
  )
  return { desk, before, user: userEvent.setup(), say: sayIn(language) }
}

describe('the window of an agent whose records a newer Foyer has written', { timeout: 30_000 }, () => {
  it.each(['en', 'fr'] as const)(
    'says all the time that nothing can be saved, why, and what to do (%s)',
    async (language) => {
      const { say, user } = await openReading(language)
      const banner = await screen.findByRole('region', { name: say('reading.heading') }, slowly)
      expect(banner.textContent).toContain(`${say('reading.why')} ${say('reading.remedy')}`)
      await within(banner).findByText(say('reading.strange', { count: 3 }), {}, slowly)
      for (const tab of ['reading.calls', 'chat.panel', 'cases.heading'] as const) {
        await user.click(screen.getByText(say(tab), tabs))
        expect(banner.isConnected).toBe(true)
      }
      expect(within(banner).queryByRole('button')).toBeNull()
    },
  )

  it('shows the calls with their notes, and the chats', async () => {
    const { say, user } = await openReading('en')
    await user.click(await screen.findByText(say('reading.calls'), tabs, slowly))
    screen.getByText('Amélie Tremblay')
    screen.getByText(makeInteraction().note)
    await user.click(screen.getByText(say('chat.panel'), tabs))
    await screen.findByText('Hélène Gagnon', {}, slowly)
  })

  it('finds and opens a case with its history, and offers nothing that would be written', async () => {
    const { say, user, desk, before } = await openReading('en')
    await user.click(await screen.findByRole('searchbox', { name: say('cases.search') }, slowly))
    await user.paste('prestation')
    await user.keyboard('{Enter}')
    await user.click(await screen.findByText('Prestation de mars jamais reçue', {}, slowly))
    await screen.findByText('Dossier demandé.', {}, slowly)
    const buttons = screen
      .getAllByRole('button')
      .map((one) => one.getAttribute('aria-label') ?? one.textContent)
    expect(buttons).toEqual(['Stop reading', 'Empty the search', 'Close the case', 'Find case 3'])
    expect(screen.queryAllByRole('textbox')).toEqual([])
    await act(() => desk.signIn.signOut())
    screen.getByRole('heading', { name: say('signin.heading') })
    expect(await everythingIn(disk)).toEqual(before)
  })
})
