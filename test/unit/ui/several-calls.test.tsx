// @vitest-environment jsdom
import './setup.ts'

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { offered } from '../../make.ts'
import { asked, at, openDesk, talking } from './desk-on-screen.tsx'

const rail = () => screen.getByRole('navigation', { name: 'Now' })
const inRail = () =>
  within(rail())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('several calls on the screen', () => {
  it('offers a second call at the foot, and its key holds the first before it answers', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    tell(offered({ name: 'John Okafor', number: '+16135550142' }, 'call-2'))
    expect(await screen.findByText('Answer and hold the other call')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toBe(
      'Another call: John Okafor. F2 answers it and holds the call in hand.',
    )
    expect(screen.getByRole('heading', { level: 1, name: 'Amélie Tremblay' })).toBeTruthy()
    await user.keyboard('{F2}')
    await waitFor(() => expect(desk.wire.asked.slice(-2)).toEqual(['hold call-1', 'answer call-2']))
  })

  it('lists each call with its state, shows the page that is chosen, and swaps with one key', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    tell({ kind: 'call-held', ...at(3) })
    tell(...talking('call-2', 'John Okafor', '+16135550142'))
    expect(inRail()).toEqual([
      expect.stringMatching(/^Amélie Tremblay On hold/),
      expect.stringMatching(/^John Okafor Connected/),
    ])
    const others = screen.getByRole('region', { name: 'Other calls' })
    expect(within(others).getByRole('button', { name: 'Swap – Amélie Tremblay' })).toBeTruthy()
    await user.keyboard('{F9}')
    await waitFor(() => expect(desk.wire.asked.slice(-2)).toEqual(['hold call-2', 'resume call-1']))
    await user.click(within(rail()).getByRole('button', { name: /Amélie Tremblay On hold/ }))
    expect(screen.getByRole('heading', { level: 1, name: 'Amélie Tremblay' })).toBeTruthy()
    expect(within(screen.getByRole('region', { name: 'Other calls' })).getByText('John Okafor')).toBeTruthy()
  })

  it('keeps what is written on each page when the agent goes between them', async () => {
    const { tell, user } = await openDesk()
    tell(...talking())
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'first')
    tell({ kind: 'call-held', ...at(3) }, ...talking('call-2', 'John Okafor', '+16135550142'))
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'second')
    await user.click(within(rail()).getByRole('button', { name: /Amélie Tremblay/ }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'first')
    await user.click(within(rail()).getByRole('button', { name: /John Okafor/ }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'second')
  })

  it('asks a colleague in the same bar, and the key to hang up never costs the customer', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked())
    const colleague = await screen.findByRole('region', { name: 'Asking a colleague' })
    expect(within(colleague).getByText('Asking Dana Roy (connected)')).toBeTruthy()
    await user.keyboard('{F8}')
    await user.keyboard('{Shift>}{F2}{/Shift}')
    tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9, 'call-9') })
    await waitFor(() => expect(desk.wire.asked.at(-1)).toBe('resume call-1'))
    expect(desk.wire.asked.filter((what) => /^(mute|hang up)/.test(what))).toEqual([
      'mute call-9',
      'hang up call-9',
    ])
  })

  it('completes a transfer only after the colleague has answered', async () => {
    const { desk, tell, user } = await openDesk('fr')
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked().slice(0, 2))
    const complete = () => screen.getByRole('button', { name: 'Terminer le transfert' })
    const why = 'Possible dès que Dana Roy aura répondu.'
    expect(screen.getByRole('button', { name: 'Terminer le transfert', description: why })).toHaveProperty(
      'disabled',
      true,
    )
    const colleague = screen.getByRole('region', { name: 'Consultation d’un collègue' })
    expect(within(colleague).getByText('Vous consultez Dana Roy (sonnerie à l’autre bout)')).toBeTruthy()
    tell({ kind: 'call-connected', ...at(6, 'call-9') })
    await user.click(complete())
    expect(desk.wire.asked.at(-1)).toBe('connect call-1 with call-9')
  })

  it('lets go of a colleague whose customer has hung up', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked())
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    const others = await screen.findByRole('region', { name: 'Other calls' })
    await user.click(within(others).getByRole('button', { name: 'Hang up' }))
    expect(desk.wire.asked.at(-1)).toBe('hang up call-9')
  })

  it('says how long no sound has come, and that the call is held open', async () => {
    const { desk, tell } = await openDesk('fr')
    desk.timing.pass(70_000)
    tell(...talking(), { kind: 'sound-lost', ...at(58) })
    expect(screen.getByRole('alert').textContent).toBe(
      'Aucun son n’arrive. L’appel est maintenu pendant que le poste cherche un chemin.',
    )
    expect(screen.getByText(/chemin : 0:12/)).toBeTruthy()
    tell({ kind: 'sound-back', ...at(71) })
    expect(screen.queryByText(/chemin : /)).toBeNull()
  })
})
