// @vitest-environment jsdom
import './setup.ts'

import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { pageInHand } from '../../../renderer/state/work-store.ts'
import { readAs } from '../../stand-ins/mood-desk.ts'
import { composer, log, openChats, settle } from './chats-on-screen.tsx'
import { axeFaults, fallenMood } from './mood-on-screen.tsx'

/** A chat in hand in which the customer has written these, each read as the desk's own reader does. */
async function openRead(texts: readonly string[], language: Language = 'en') {
  const shown = await openChats(language)
  const { desk, moods, says, take } = shown
  const id = await take('Hélène')
  for (const text of texts) await says('Hélène', text)
  await waitFor(() => expect(log().querySelectorAll('.message.customer')).toHaveLength(texts.length))
  const interaction = pageInHand(desk.stores.work.getState())?.interaction.id
  if (!interaction) throw new Error('no chat is in hand')
  const customers = (desk.stores.chats.getState().chats.get(id)?.messages ?? []).flatMap((message) =>
    message.from.role === 'customer' && message.body.kind === 'text'
      ? [[`${interaction}/${message.id}`, readAs(message.body.text)] as const]
      : [],
  )
  act(() => moods.store.setState({ isOn: true, read: new Map(customers) }))
  return { ...shown, interaction, id }
}

const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
const flags = (): string[] =>
  [...log().querySelectorAll('.mood-flag')].map(({ textContent }) => plain(textContent))
const focused = () => document.activeElement?.textContent ?? ''

const [angry, plainWords, thanks] = [
  'This is ridiculous!',
  'My file number is 12345.',
  'Thank you so much',
] as const

describe('a chat whose customer is read', () => {
  it('has a flag at what was negative and positive, and none at what the agent writes', async () => {
    const { user } = await openRead([angry, plainWords, thanks])
    await user.click(composer())
    await user.keyboard('This is terrible, sorry{Enter}')
    await settle()
    expect(flags()).toEqual(['Negative: said “This is ridiculous”', 'Positive: said “Thank you so much”'])
  })

  it('is without any of it where the centre has switched moods off', async () => {
    const { moods, interaction, say } = await openRead([angry])
    act(() =>
      moods.store.setState({
        isOn: false,
        alerts: [interaction],
        interactions: new Map([[interaction, fallenMood]]),
      }),
    )
    expect(document.querySelectorAll('[class*="mood"], [data-said]')).toHaveLength(0)
    expect(screen.queryByRole('button', { name: say('mood.panel') })).toBeNull()
  })

  it('is corrected by one key on a message, neutral ones too, and by the same key back again', async () => {
    const { user, moods } = await openRead([angry, plainWords])
    act(() => log().focus())
    await user.keyboard('m')
    expect(moods.asked).toEqual([])
    expect(focused()).toContain('12345')
    expect(flags()).toContain('Neutral')
    await user.keyboard('mm')
    expect(flags()).toEqual(['Negative: said “This is ridiculous”', 'Negative, as you say'])
    const announcer = document.querySelector('.visually-hidden[data-live-announcer]')
    expect(announcer?.textContent).toContain('Mood corrected: negative')
    await user.keyboard('mm')
    expect(moods.asked).toHaveLength(4)
    expect(moods.asked.at(-1)).toMatch(/ to as read$/)
    await user.keyboard('{ArrowUp}m')
    expect(focused()).toContain(angry)
    expect(flags()[0]).toBe('Neutral, as you say')
  })

  it('leaves the letter to whoever writes', async () => {
    const { user, moods } = await openRead([angry])
    await user.click(composer())
    await user.keyboard('Mmm')
    expect([composer().value, moods.asked]).toEqual(['Mmm', []])
  })

  it('says at its head how the customer sounds, and quietly that the mood has fallen, once', async () => {
    const { user, moods, interaction, tried } = await openRead([angry], 'fr')
    const before = document.activeElement
    act(() => {
      moods.store.setState({
        interactions: new Map([[interaction, { ...fallenMood, interaction }]]),
        alerts: [interaction],
      })
    })
    const head = screen.getByRole('region', { name: /^Hélène/ })
    expect(plain(head.textContent)).toContain(
      'Propos du client\u00a0: négatifs, a dit «\u00a0never again\u00a0»',
    )
    expect(document.activeElement).toBe(before)
    const told = () =>
      plain(document.querySelector('.visually-hidden[data-live-announcer]')?.textContent ?? '')
    const sentence = 'L’humeur du client a nettement baissé\u00a0: a dit «\u00a0never again\u00a0».'
    expect(told().split(sentence)).toHaveLength(2)
    // Worked out anew: nothing that has to be heard again.
    const lastTold = document.querySelector('.visually-hidden[data-live-announcer] > :last-child > p')
    act(() => moods.store.setState({ alerts: [interaction] }))
    expect(document.querySelector('.visually-hidden[data-live-announcer] > :last-child > p')).toBe(lastTold)
    await user.click(screen.getByRole('button', { name: 'Vu' }))
    expect(moods.asked).toEqual([`dismiss ${interaction}`])
    // Of somebody who is not in hand nothing is said.
    act(() => moods.store.setState({ alerts: [asInteractionId('another')] }))
    expect(told().split(sentence)).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Vu' })).toBeNull()
    expect(tried).toEqual([])
  })

  it('is accessible, with its panel, in both languages', async () => {
    const { user } = await openRead([angry, thanks], 'fr')
    await user.click(screen.getByRole('button', { name: 'Humeurs' }))
    const panel = screen.getByRole('region', { name: 'Humeurs' })
    expect(within(panel).getByText(/jamais de vous/)).toBeTruthy()
    expect(await axeFaults()).toEqual([])
  })

  it('has its key in the list of keys', async () => {
    const { user } = await openRead([angry])
    await user.keyboard('{F1}')
    expect(screen.getByText('On a customer’s message: correct how it was read')).toBeTruthy()
  })
})
