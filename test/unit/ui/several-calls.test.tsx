import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { dialled, offered } from '../../make.ts'
import { asked, at, openDesk, spoken, talking } from './desk-on-screen.tsx'

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
    expect(spoken()[0]).toBe('Another call: John Okafor. F2 answers it and holds the call in hand.')
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

  it('has nothing in the bar that ends the customer’s call while a colleague is there', async () => {
    const { desk, tell, user } = await openDesk('fr')
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked())
    await screen.findByRole('region', { name: 'Consultation d’un collègue' })
    const controls = within(screen.getByRole('toolbar')).getAllByRole('button')
    expect(controls.map(({ textContent }) => textContent)).toEqual(['Couper le microF8', 'Clavier numérique'])
    await user.keyboard('{F4}')
    await user.click(screen.getByRole('button', { name: 'Quitter le collègue et reprendre le client' }))
    expect(desk.wire.asked.filter((what) => /^(hang up|hold|resume)/.test(what))).toEqual(['hang up call-9'])
  })

  it('hangs up on the page that is shown, and never on somebody who waits elsewhere', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...talking('call-2', 'John Okafor', '+16135550142'))
    await user.keyboard('{Shift>}{F2}{/Shift}')
    tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9, 'call-2') })
    expect(screen.getByRole('heading', { level: 1, name: '(613) 555-0142' })).toBeTruthy()
    await user.keyboard('{Shift>}{F2}{/Shift}{F4}{F8}')
    expect(desk.wire.asked.filter((what) => !/^(sign|dial)/.test(what))).toEqual(['hang up call-2'])
    await user.click(screen.getByRole('button', { name: 'Show – Amélie Tremblay' }))
    await user.keyboard('{F4}')
    await waitFor(() => expect(desk.wire.asked.at(-1)).toBe('resume call-1'))
  })

  it('mutes whoever hears the agent, whichever page is shown, and says so beside the others', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...talking('call-2', 'John Okafor', '+16135550142'))
    await user.click(within(rail()).getByRole('button', { name: /Amélie Tremblay/ }))
    const mute = within(screen.getByRole('toolbar')).getByRole('button', {
      name: 'Mute',
      description: 'The call is on hold: resume it first.',
    })
    await user.click(mute)
    expect(desk.wire.asked.filter((what) => what.startsWith('mute'))).toEqual([])
    await user.keyboard('{F8}')
    expect(desk.wire.asked.at(-1)).toBe('mute call-2')
    tell({ kind: 'call-muted', muted: true, ...at(5, 'call-2') })
    const others = screen.getByRole('region', { name: 'Other calls' })
    expect(within(others).getByText('muted')).toBeTruthy()
    await user.click(within(others).getByRole('button', { name: 'Unmute – John Okafor' }))
    expect(desk.wire.asked.at(-1)).toBe('unmute call-2')
  })

  it('says that a call being made is given up for one that comes, and offers no swap away from it', async () => {
    const { desk, tell, user } = await openDesk('fr')
    tell(...talking(), { kind: 'call-held', ...at(3) })
    tell(dialled({ name: 'John Okafor', number: '+16135550142' }, 'call-2'))
    tell(offered({ name: 'Ruth Abrams', number: '+16135550188' }, 'call-3'))
    expect(await screen.findByText('Répondre et abandonner l’autre appel')).toBeTruthy()
    expect(spoken()[0]).toBe(
      'Autre appel\u00a0: Ruth Abrams. Appuyez sur F2 pour répondre; l’appel que vous faites sera abandonné.',
    )
    expect(screen.queryByRole('button', { name: /^Alterner/ })).toBeNull()
    await user.keyboard('{F9}')
    expect(desk.wire.asked.filter((what) => /^(hang up|resume)/.test(what))).toEqual([])
  })

  it('completes a transfer only after the colleague has answered', async () => {
    const { desk, tell, user } = await openDesk('fr')
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked().slice(0, 2))
    const complete = () => screen.getByRole('button', { name: 'Effectuer le transfert' })
    const why = 'Possible dès que Dana Roy aura répondu.'
    expect(
      screen.getByRole('button', { name: 'Effectuer le transfert', description: why }).ariaDisabled,
    ).toBe('true')
    const colleague = screen.getByRole('region', { name: 'Consultation d’un collègue' })
    expect(
      within(colleague).getByText('Vous consultez Dana Roy (ça sonne chez le correspondant)'),
    ).toBeTruthy()
    tell({ kind: 'call-connected', ...at(6, 'call-9') })
    await user.click(complete())
    expect(desk.wire.asked.at(-1)).toBe('connect call-1 with call-9')
  })

  it('lets go of a colleague whose customer has hung up', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked())
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    const others = await screen.findByRole('region', { name: 'Other calls' })
    await user.click(within(others).getByRole('button', { name: 'Hang up – Dana Roy' }))
    expect(desk.wire.asked.at(-1)).toBe('hang up call-9')
  })

  it('says how long no sound has come, and that the call is held open', async () => {
    const { desk, tell } = await openDesk('fr')
    desk.timing.pass(70_000)
    tell(...talking(), { kind: 'sound-lost', ...at(58) })
    expect(spoken().at(-1)).toBe(
      'Aucun son n’arrive. L’appel est maintenu pendant que le poste cherche un chemin.',
    )
    expect(await screen.findByText(/chemin : 0:12/, {}, { timeout: 3_000 })).toBeTruthy()
    tell({ kind: 'sound-back', ...at(71) })
    expect(screen.queryByText(/chemin : /)).toBeNull()
  })
})
