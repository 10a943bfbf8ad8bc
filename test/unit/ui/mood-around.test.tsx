// @vitest-environment jsdom
import './setup.ts'

import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Language } from '../../../renderer/domain/language.ts'
import { trendOf } from '../../../renderer/domain/moods/mood-trend.ts'
import type { MoodPoint } from '../../../renderer/domain/moods/mood-trend.ts'
import type { MoodState } from '../../../renderer/state/mood-store.ts'
import { MoodOfInteraction } from '../../../renderer/ui/desk/mood/MoodOfInteraction.tsx'
import { MoodQuestionCard } from '../../../renderer/ui/desk/mood/MoodQuestionCard.tsx'
import { MoodsPanel } from '../../../renderer/ui/desk/mood/MoodsPanel.tsx'
import { MoodTrendLine } from '../../../renderer/ui/desk/mood/MoodTrendLine.tsx'
import { SpokenWords } from '../../../renderer/ui/desk/mood/SpokenWords.tsx'
import { shiftStart } from '../../make.ts'
import { readAs } from '../../stand-ins/mood-desk.ts'
import { axeFaults, fallenMood, interaction, makeSaid, readMap, showMoods } from './mood-on-screen.tsx'

const plain = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '')
const day = 24 * 3600_000

describe('the trend of a contact', () => {
  const pointsAgo = (...days: readonly (readonly [number, number])[]): MoodPoint[] =>
    days.map(([ago, score]) => ({ at: shiftStart - ago * day, score }))
  const falling = pointsAgo([300, 0.6], [250, 0.5], [200, 0.4], [12, -0.6], [1, -0.8])

  function show(points: readonly MoodPoint[], language: Language = 'en') {
    const trend = trendOf(points)
    if (!trend) throw new Error('no points')
    return showMoods(<MoodTrendLine trend={trend} />, {}, language)
  }

  it('is said in words, and the line is for the eyes alone', () => {
    const { container } = show(falling)
    expect(container.querySelector('.mood-tag')?.textContent).toBe(
      'Negative lately, falling since November 11, 2026',
    )
    expect(container.querySelector('.mood-drawing')?.getAttribute('aria-hidden')).toBe('true')
    expect(container.querySelector('polyline')?.getAttribute('points')?.split(' ')).toHaveLength(5)
  })

  it('says the month of what is long ago, in French too', () => {
    const { container } = show(pointsAgo([300, 0.1], [250, 0.1]), 'fr')
    expect(container.querySelector('.mood-tag')?.textContent).toBe(
      'Neutre ces derniers temps, stable depuis janvier',
    )
  })

  it('can be read as a table, newest first', async () => {
    const { user } = show(falling)
    await user.click(screen.getByRole('button', { name: 'As a table' }))
    const rows = within(screen.getByRole('table', { name: 'Mood of the customer’s words' })).getAllByRole(
      'row',
    )
    expect(rows).toHaveLength(6)
    expect(rows[1]?.textContent).toContain('Negative (-0.80)')
    expect(await axeFaults()).toEqual([])
  })
})

describe('the mood of an interaction', () => {
  it('has its quote, and nothing where it is neutral', () => {
    const { container } = showMoods(<MoodOfInteraction mood={fallenMood} />)
    expect(plain(container.textContent)).toBe('The customer’s words: negative, said “never again”')
    const { container: other } = showMoods(<MoodOfInteraction mood={{ ...fallenMood, mood: 'neutral' }} />)
    expect(other.textContent).toBe('')
  })
})

describe('"Was this right?"', () => {
  const text = 'I will never again call you.'
  const question = { said: makeSaid('said-1', text), text, mood: readAs(text) }
  const show = (language: Language = 'en') => showMoods(<MoodQuestionCard />, { question }, language)

  it('takes no focus, and shows the words that decided', async () => {
    const { container } = showMoods(<MoodQuestionCard />)
    const { store } = show()
    expect(document.activeElement).toBe(document.body)
    expect(container.querySelector('mark')).toBeNull()
    expect(document.querySelectorAll('mark').length).toBeGreaterThan(0)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await axeFaults()).toEqual([])
    act(() => store.setState({ isOn: false }))
    expect(screen.queryByText('Was this right?')).toBeNull()
  })

  it.each([
    ['That is right', 'answer negative'],
    ['It was neutral', 'answer neutral'],
    ['It was positive', 'answer positive'],
    ['I cannot say', 'answer cannot say'],
  ])('%s: by keyboard', async (name, expected) => {
    const { user, asked } = show()
    expect(screen.queryByRole('button', { name: 'It was negative' })).toBeNull()
    await user.tab()
    const buttons = screen.getAllByRole('button')
    for (let at = 0; at < buttons.length && document.activeElement?.textContent !== name; at++)
      await user.tab()
    await user.keyboard('{Enter}')
    expect(asked).toEqual([expected])
  })

  it('is never asked again where the agent says so', async () => {
    const { user, asked, store } = show('fr')
    await user.click(screen.getByRole('button', { name: 'Ne plus demander' }))
    expect(asked).toEqual(['choose {"prompts":false}', 'answer cannot say'])
    expect([store.getState().choices.prompts, screen.queryByText('Était-ce juste?')]).toEqual([false, null])
  })
})

describe('the panel', () => {
  const errors = { asked: 40, wrong: 2, from: 0.0138, to: 0.165 }
  const show = (state: Partial<MoodState> = {}, language: Language = 'en') =>
    showMoods(<MoodsPanel onClose={() => undefined} />, state, language)

  it('says how often the reader is wrong, and how sure that is', () => {
    show({ errors })
    expect(screen.getByText('Wrong in 2 of 40 asked: 5%, between 1% and 17%.')).toBeTruthy()
  })

  it('says so in French, and when nobody was asked', () => {
    show({ errors }, 'fr')
    const rate = 'Erreur dans 2 sur 40 demandées\u00a0: 5\u00a0%, entre 1\u00a0% et 17\u00a0%.'
    expect(screen.getByText((_text, element) => element?.textContent === rate)).toBeTruthy()
    show({}, 'fr')
    expect(screen.getByText('On ne vous a encore rien demandé.')).toBeTruthy()
  })

  it('has the two choices, the alert off and the question on at first', async () => {
    const { user, asked } = show()
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox')
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true])
    for (const box of boxes) await user.click(box)
    expect(asked).toEqual(['choose {"alert":true}', 'choose {"prompts":false}'])
    expect(await axeFaults()).toEqual([])
  })
})

describe('the words of a call', () => {
  const said = [
    makeSaid('said-1', 'How can I help?', 'me'),
    makeSaid('said-2', 'This is ridiculous!'),
    { ...makeSaid('said-3', ''), body: { kind: 'left-out' as const, why: 'private' as const } },
  ]
  const read = readMap({ 'said-2': 'This is ridiculous!' })
  const show = (state: Partial<MoodState> = {}, language: Language = 'en') =>
    showMoods(
      <SpokenWords interaction={interaction} />,
      { spoken: new Map([[interaction, said]]), read, ...state },
      language,
    )

  it('are a log that is not read out while somebody talks, with flags at the customer’s', async () => {
    show()
    const log = screen.getByRole('log', { name: 'Words of the call' })
    expect(log.getAttribute('aria-live')).toBe('off')
    expect(within(log).getAllByRole('listitem')).toHaveLength(3)
    expect(plain(log.querySelector('.mood-flag')?.textContent ?? '')).toBe(
      'Negative: said “This is ridiculous”',
    )
    expect(log.textContent).toContain('A message of a private stretch')
    expect(await axeFaults()).toEqual([])
  })

  it('stay without flags where moods are off, and are not there where nothing was said', () => {
    show({ isOn: false })
    expect(screen.getByRole('log', { name: 'Words of the call' }).textContent).toContain(
      'This is ridiculous!',
    )
    expect(document.querySelector('.mood-flag, [data-said]')).toBeNull()
    const { container } = showMoods(<SpokenWords interaction={interaction} />)
    expect(container.querySelector('[role=log]')).toBeNull()
  })

  it('are gone to and corrected with the key', async () => {
    const { user, asked } = show({}, 'fr')
    act(() => screen.getByRole('log', { name: 'Propos de l’appel' }).focus())
    await user.keyboard('mm')
    expect(asked).toEqual(['correct said-2 to neutral'])
    expect(screen.getByRole('status').textContent).toBe('Humeur corrigée\u00a0: neutre')
  })

  it('are sixty at once, however long the call is', async () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      makeSaid(`said-${String(at)}`, `line ${String(at)}`, 'me'),
    )
    const { user } = show({ spoken: new Map([[interaction, many]]) })
    expect(screen.getAllByRole('listitem')).toHaveLength(60)
    await user.click(screen.getByRole('button', { name: 'Show 60 earlier lines' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(120)
  })
})
