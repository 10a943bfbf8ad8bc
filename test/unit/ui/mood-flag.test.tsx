// @vitest-environment jsdom
import './setup.ts'

import { act, screen, waitFor, within } from '@testing-library/react'
import { useRef } from 'react'
import { describe, expect, it } from 'vitest'

import { MoodFlag } from '../../../renderer/ui/desk/mood/MoodFlag.tsx'
import { useMoodKey } from '../../../renderer/ui/desk/mood/use-mood-key.ts'
import { useMoodOf } from '../../../renderer/ui/desk/mood/use-moods.ts'
import { readAs } from '../../stand-ins/mood-desk.ts'
import { axeFaults, interaction, readMap, showMoods } from './mood-on-screen.tsx'

const of = { interaction, said: 'said-1' }

/** As it stands in a conversation: with what the store says of it now. */
function Flag({ text, asked }: { text: string; asked?: boolean }) {
  const mood = useMoodOf(of)
  return mood ? <MoodFlag {...{ text, mood, of }} {...(asked && { asked })} /> : null
}

const show = (text: string, language: 'en' | 'fr' = 'en', asked = false) =>
  showMoods(<Flag text={text} asked={asked} />, { read: readMap({ 'said-1': text }) }, language)

const plain = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '')
const flag = () => screen.getByRole('button', { expanded: false })
const told = () => screen.getByRole('status').textContent

describe('the flag of what a customer said', () => {
  it('says the words that decided, never a colour alone', () => {
    const { container } = show('I will never again call you.')
    expect(plain(flag().textContent)).toBe('Negative: said “I will never again call you”')
    expect(container.querySelectorAll('button svg')).toHaveLength(1)
  })

  it('says them in French', () => {
    show('Je n’ai jamais reçu mon passeport, et personne ne me répond !!', 'fr')
    expect(plain(flag().textContent)).toBe('Négatif\u00a0: a dit «\u00a0et personne ne me répond\u00a0»')
  })

  it('keeps the negation with what it negates, and says "perhaps" where it is not sure', () => {
    show('I would not recommend this to anybody, but the agent was very kind.')
    expect(plain(flag().textContent)).toBe('Perhaps negative: said “I would not recommend this to anybody”')
  })

  it('shows nothing where it is neutral, unless it is asked for', () => {
    const { container } = show('My file number is 12345.')
    expect(container.querySelector('button')).toBeNull()
    show('My file number is 12345.', 'en', true)
    expect(flag().textContent).toBe('Neutral')
  })

  it('is not there where the centre has switched moods off', () => {
    const { container } = showMoods(
      <MoodFlag text="terrible" mood={readAs('terrible')} of={of} />,
      { isOn: false },
      'en',
    )
    expect(container.querySelector('button')).toBeNull()
  })

  it('opens on the text with what weighed marked, and how, for whoever listens', async () => {
    const { user } = show('I would not recommend this to anybody, but the agent was very kind.')
    await user.click(flag())
    const dialog = await screen.findByRole('dialog', { name: 'The words that decided' })
    const marks = [...dialog.querySelectorAll('mark')].map(({ textContent }) => textContent)
    expect(marks).toContain('weighs against: recommend (negated, before “but”)')
    expect(marks.some((mark) => mark.startsWith('weighs for: '))).toBe(true)
    expect(dialog.querySelector('.mood-said')?.getAttribute('lang')).toBe('en')
    expect(await axeFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'How it was worked out' }))
    expect(within(dialog).getAllByRole('table')).toHaveLength(2)
    expect(within(dialog).queryAllByRole('link')).toEqual([])
    expect(await axeFaults()).toEqual([])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(flag()))
  })

  it('is corrected by the buttons, which say what counts now', async () => {
    const { user, asked } = show('I will never again call you.')
    await user.click(flag())
    const button = (name: string) => screen.getByRole('button', { name })
    expect(button('Negative').getAttribute('aria-pressed')).toBe('true')
    await user.click(button('Positive'))
    expect(button('Positive').getAttribute('aria-pressed')).toBe('true')
    expect(told()).toBe('Mood corrected: positive')
    await user.click(button('As it was read'))
    expect(told()).toBe('Correction taken back. As it was read: negative')
    expect(asked).toEqual(['correct said-1 to positive', 'correct said-1 to as read'])
  })

  it('keeps the key while it is open: four presses of M come back to what was read', async () => {
    const { user, asked } = show('I will never again call you.')
    await user.click(flag())
    await screen.findByRole('dialog')
    await user.keyboard('mmMm')
    expect(asked).toEqual([
      'correct said-1 to neutral',
      'correct said-1 to positive',
      'correct said-1 to negative',
      'correct said-1 to as read',
    ])
    await user.keyboard('{Control>}m{/Control}')
    expect(asked).toHaveLength(4)
  })
})

describe('a line of what was said', () => {
  /** With a field in it, as a line has in which something is written beside it. */
  function Line() {
    const place = useRef<HTMLLIElement>(null)
    const mood = useMoodOf(of)
    useMoodKey(place, mood && { of, mood })
    return (
      <li ref={place} tabIndex={-1}>
        <input aria-label="Note" />
      </li>
    )
  }

  it('has the key on itself, and leaves the letter to a field in it', async () => {
    const { user, asked } = showMoods(
      <ul>
        <Line />
      </ul>,
      { read: readMap({ 'said-1': 'terrible' }) },
    )
    await user.click(screen.getByRole('textbox'))
    await user.keyboard('mm')
    expect([screen.getByRole<HTMLInputElement>('textbox').value, asked]).toEqual(['mm', []])
    act(() => screen.getByRole('listitem').focus())
    await user.keyboard('m')
    expect(asked).toEqual(['correct said-1 to neutral'])
  })
})

describe('whatever a customer writes', () => {
  const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'
  it.each([
    ['emoji in one piece', `terrible ${family}\u{1f621} service`],
    ['right to left', 'عندي مشكلة terrible service שלום'],
    ['turned about', 'terrible \u202eecivres\u2066 x'],
    ['a word without an end', `terrible ${'a'.repeat(9000)}`],
    ['half a character', 'terrible \ud800 service \udc00'],
    ['names of objects', '__proto__ constructor terrible {0} <b>x</b>'],
  ])('%s stands in the details unchanged', async (_name, text) => {
    const { user } = show(text, 'fr')
    await user.click(flag())
    const dialog = await screen.findByRole('dialog')
    const shown = dialog.querySelector('.mood-said')?.cloneNode(true) as HTMLElement
    shown.querySelectorAll('.visually-hidden').forEach((hidden) => hidden.remove())
    expect(shown.textContent).toBe(text)
    expect(shown.getAttribute('dir')).toBe('auto')
    for (const mark of dialog.querySelectorAll('mark'))
      expect(mark.textContent).not.toMatch(/^\u200d|\u200d$/)
  })
})
