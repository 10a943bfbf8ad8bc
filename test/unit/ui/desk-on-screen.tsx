import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

import type { CallFact } from '../../../renderer/domain/call.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { noCases } from '../../../renderer/state/case-store.ts'
import type { CaseState } from '../../../renderer/state/case-store.ts'
import { createLanguageStore } from '../../../renderer/state/language-store.ts'
import { App } from '../../../renderer/ui/App.tsx'
// Fetched with the test, so that the desk is there at once.
import '../../../renderer/ui/desk/DeskScreen.tsx'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { sayIn } from '../../../renderer/words/say.ts'
import { dialled, offered, shiftStart } from '../../make.ts'
import { createCaseDeskStandIn } from '../../stand-ins/case-desk.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import { createMoodDeskStandIn } from '../../stand-ins/mood-desk.ts'

let disk = 200

/** A moment of the shift, for a fact about a call. */
export const at = (seconds: number, call = 'call-1') => ({
  call: asCallId(call),
  at: shiftStart + seconds * 1000,
})

/** A customer who has been answered. */
export const talking = (call = 'call-1', name = 'Amélie Tremblay', number = '+15145550123'): CallFact[] => [
  offered({ name, number }, call),
  { kind: 'call-answering', ...at(1, call) },
  { kind: 'call-connected', ...at(2, call) },
]

/** A colleague who is asked about the first call, and has answered. */
export const asked = (call = 'call-9'): CallFact[] => [
  dialled({ number: '2001', name: 'Dana Roy' }, call, asCallId('call-1')),
  { kind: 'call-rang', earlySound: false, ...at(4, call) },
  { kind: 'call-connected', ...at(5, call) },
]

/** The whole desk in a shift of practice, on the screen, with an agent who is available. */
export async function openDesk(
  language: Language = 'en',
  change: Partial<Desk> = {},
  caseState: Partial<CaseState> = { link: noCases.link },
) {
  disk += 1
  const desk = createDesk({ disk, language })
  await desk.signIn.signIn({ kind: 'practice' })
  await desk.availability.becomeAvailable()
  const cases = createCaseDeskStandIn(caseState)
  const moods = createMoodDeskStandIn({ isOn: false })
  const stores = { ...desk.stores, cases: cases.store, moods: moods.store }
  const { availability, callDesk, chats, guides, dialling, transfers, queueNews, check, writeUp, problems } =
    desk
  const { stories, wellBeing, outcomes } = desk
  const tried: string[] = []
  const shown: Desk = {
    ...{
      stores,
      cases: cases.desk,
      moods: moods.desk,
      stories,
      wellBeing,
      outcomes,
      chats,
      guides,
      availability,
      callDesk,
      dialling,
      transfers,
      queueNews,
      check,
      writeUp,
      problems,
    },
    devices: {
      choose: (role, device) => {
        tried.push(`${role} on ${device ?? 'system'}`)
        return Promise.resolve()
      },
      watchLevels: (listener) => {
        listener({ microphone: 0.6, speaker: 0 })
        return () => tried.push('no more levels')
      },
      tryOut: (role) => {
        tried.push(`sound on ${role}`)
        return () => undefined
      },
    },
    signOut: () => desk.signIn.signOut(),
    wipe: () => {
      tried.push('wipe')
      return Promise.resolve(true)
    },
    retryLink: () => tried.push('link'),
    setLanguage: () => undefined,
    now: () => desk.timing.now(),
    ...change,
  }
  render(
    <App
      centres={[]}
      stores={{ ...stores, language: createLanguageStore(language) }}
      onSignIn={() => undefined}
      onAgain={() => undefined}
      onLanguage={() => undefined}
      onDismiss={() => undefined}
      desk={() => shown}
    />,
  )
  await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 })
  // Whatever the first paint still wants to do.
  await act(() => Promise.resolve())
  const tell: typeof desk.wire.tell = (...facts) => act(() => desk.wire.tell(...facts))
  return { desk, cases, moods, tell, tried, user: userEvent.setup(), say: sayIn(language) }
}

/** What a screen reader was told at once: who rings, then what happened to the calls, newest last. */
export const spoken = (): string[] =>
  screen
    .getAllByRole('alert')
    .filter((region) => region.closest('[data-live-announcer]'))
    .flatMap((region) => [...(region.children.length > 0 ? region.children : [region])])
    .map(({ textContent }) => textContent)
    .filter((text) => text !== '')
