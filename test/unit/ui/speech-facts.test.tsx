// @vitest-environment jsdom
import './setup.ts'

import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Language } from '../../../renderer/domain/language.ts'
import { usualStory } from '../../../renderer/domain/setup.ts'
import { nothingHeard } from '../../../renderer/domain/speech-facts.ts'
import type { SpeechFacts as Facts } from '../../../renderer/domain/speech-facts.ts'
import { createShiftStore } from '../../../renderer/state/shift-store.ts'
import { DeskProvider } from '../../../renderer/ui/desk/desk-context.tsx'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { SpeechFacts } from '../../../renderer/ui/desk/story/SpeechFacts.tsx'
import { WordsProvider } from '../../../renderer/ui/frame/words.tsx'
import { at, openDesk, talking } from './desk-on-screen.tsx'
import { axeFaults } from './mood-on-screen.tsx'

const none = nothingHeard.facts

interface Where {
  readonly language?: Language
  readonly isOn?: boolean
}

function show(speech: Facts | undefined, { language = 'en', isOn = true }: Where = {}) {
  const shift = createShiftStore()
  shift.setState({
    workplace: {
      ...{ realm: 'practice', name: undefined, practice: true, user: 'ada', domain: 'practice.invalid' },
      ...{ dialling: { country: 'CA', echo: undefined }, wrapUpSeconds: undefined, colleagues: [] },
      story: { ...usualStory, speech: isOn },
    },
  })
  // The rest of the desk is not asked here.
  const desk = { stores: { shift } } as unknown as Desk
  return render(
    <WordsProvider language={language}>
      <DeskProvider value={desk}>
        <SpeechFacts interaction={{ speech }} />
      </DeskProvider>
    </WordsProvider>,
  ).container
}

/** As it is read, without the spaces that no line may be torn at. */
const read = (container: HTMLElement): string[] =>
  [...container.querySelectorAll('dl > div')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replace(/[\u00a0\u202f]/g, ' ')).join(': '),
  )

describe('who spoke in a call that is over', () => {
  it('is told in words and times, with each side’s share of the talking', async () => {
    const whole = { me: 62_000, customer: 125_900, both: 4_000, silence: 30_000 }
    const container = show({ ...whole, heldByMe: 3_723_000, heldByCustomer: 9_000 })
    expect(read(container)).toEqual([
      'The customer spoke: 2:05 67% of the talking',
      'You spoke: 1:02 33% of the talking',
      'Nobody spoke: 0:30',
      'Both at once: 0:04',
      'You held the call: 1:02:03',
      'The customer held the call: 0:09',
    ])
    expect(screen.getByRole('group', { name: 'Measured from the sound' })).toBeTruthy()
    expect(container.querySelector('time')?.dateTime).toBe('PT125S')
    expect(await axeFaults()).toEqual([])
  })

  it('leaves out a hold and talking at once where there was none, and is told in French', () => {
    const container = show({ ...none, me: 1_000, customer: 7_000, both: 999 }, { language: 'fr' })
    expect(read(container)).toEqual([
      'Le client a parlé: 0:07 87 % du temps de parole',
      'Vous avez parlé: 0:01 13 % du temps de parole',
      'Personne n’a parlé: 0:00',
    ])
  })

  it('has no shares where nobody spoke', () => {
    expect(read(show({ ...none, silence: 5_000 }))).toEqual([
      'The customer spoke: 0:00',
      'You spoke: 0:00',
      'Nobody spoke: 0:05',
    ])
  })

  it('is nothing where it was not measured, or where IT has it off', () => {
    expect(show(undefined).textContent).toBe('')
    expect(show({ ...none, me: 5_000 }, { isOn: false }).textContent).toBe('')
  })

  it('stands on the page while the call is wrapped up, not before', async () => {
    const { desk, tell } = await openDesk()
    tell(...talking())
    act(() => desk.callWords.sound(3_000, 'c'))
    expect(screen.queryByRole('group', { name: 'Measured from the sound' })).toBeNull()
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(30) })
    const facts = await screen.findByRole('group', { name: 'Measured from the sound' })
    expect(read(facts)[0]).toBe('The customer spoke: 0:03 100% of the talking')
  })
})
