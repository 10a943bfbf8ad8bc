import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { dialled, offered } from '../../make.ts'
import { at, openDesk, spoken, talking } from './desk-on-screen.tsx'

describe('the desk on the screen', () => {
  it('shows who calls, answers with one key, and puts the cursor into the note', async () => {
    const { desk, tell, user } = await openDesk()
    tell(offered({ name: undefined }))
    expect(await screen.findByRole('heading', { name: 'Amélie Tremblay is calling' })).toBeTruthy()
    expect(spoken()).toEqual(['Incoming call: Amélie Tremblay. Press F2 to answer.'])
    expect(document.title).toBe('Incoming call – Foyer')
    await user.keyboard('{F2}')
    expect(desk.wire.asked.at(-1)).toBe('answer call-1')
    tell({ kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    const note = await screen.findByRole('textbox', { name: 'Note' })
    expect(document.activeElement).toBe(note)
    await user.keyboard('Late payment')
    expect(note).toHaveProperty('value', 'Late payment')
  })

  it('leaves the cursor where somebody is writing when another thing comes up', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    const note = await screen.findByRole('textbox', { name: 'Note' })
    await user.type(note, 'in the middle of')
    act(() => desk.problems.show(problem('link-lost')))
    expect(document.activeElement).toBe(note)
  })

  it('has every control of a call under its name, by keyboard, and says what is on hold or muted', async () => {
    const { desk, tell, user } = await openDesk('fr')
    tell(...talking())
    const controls = await screen.findByRole('toolbar', { name: 'Commandes de l’appel' })
    await user.click(within(controls).getByRole('button', { name: 'Couper le micro' }))
    await user.click(within(controls).getByRole('button', { name: 'Mettre en attente' }))
    await user.click(within(controls).getByRole('button', { name: 'Clavier numérique' }))
    await user.keyboard('4#')
    await user.keyboard('{Escape}')
    await user.click(within(controls).getByRole('button', { name: 'Raccrocher' }))
    expect(desk.wire.asked.slice(-5)).toEqual([
      'mute call-1',
      'hold call-1',
      'digit 4 call-1',
      'digit # call-1',
      'hang up call-1',
    ])
    tell({ kind: 'call-muted', muted: true, ...at(3) })
    expect(
      screen.getByText('Micro coupé : on ne vous entend pas.', { ignore: '[role=alert] *' }),
    ).toBeTruthy()
    tell({ kind: 'call-held', ...at(4) })
    expect(screen.getByText('En attente : aucun de vous n’entend l’autre.')).toBeTruthy()
  })

  it('asks what came of the call before it lets the next one in', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    await user.click(await screen.findByRole('button', { name: 'Save and take the next call' }))
    expect(screen.getByText('Choose the outcome.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Resolved' }))
    await user.click(screen.getByRole('radio', { name: 'Resolved' }))
    await user.click(screen.getByRole('button', { name: 'Save and take the next call' }))
    await waitFor(() => expect(desk.stores.shift.getState().agent.kind).toBe('available'))
    const recent = screen.getByRole('region', { name: 'Your recent calls and chats' })
    expect(within(recent).getByText('Resolved')).toBeTruthy()
  })

  it('offers whoever called from a break to go back to it first', async () => {
    const { desk, tell, user } = await openDesk()
    act(() => desk.availability.becomeNotReady('lunch'))
    tell(dialled({ number: '2001', name: 'Dana Roy' }), { kind: 'call-connected', ...at(2) })
    expect(screen.queryByText(/proves nothing/)).toBeNull()
    expect(screen.queryByRole('textbox', { name: 'Who is this?' })).toBeNull()
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    const form = screen.getByRole('button', { name: 'Save and take the next call' }).parentElement
    const offers = [...(form?.children ?? [])].map(({ textContent }) => textContent)
    expect(offers).toEqual([
      'Save and stay not ready: lunch',
      'Save and take the next call',
      'Save and take a break',
    ])
    await user.click(screen.getByRole('radio', { name: 'Resolved' }))
    await user.click(screen.getByRole('button', { name: 'Save and stay not ready: lunch' }))
    await waitFor(() =>
      expect(desk.stores.shift.getState().agent).toMatchObject({ kind: 'not-ready', reason: 'lunch' }),
    )
  })

  it('measures nothing on hold', async () => {
    const { tell } = await openDesk()
    tell(...talking())
    expect(screen.getByRole('button', { name: 'Measuring the sound…' })).toBeTruthy()
    tell({ kind: 'call-held', ...at(3) })
    expect(screen.queryByRole('button', { name: /sound/ })).toBeNull()
  })

  it('gives the reason of a button that does nothing now', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    const why = 'Finish the call and its wrap-up first.'
    await user.click(screen.getByRole('button', { name: 'Sign out', description: why }))
    expect(desk.stores.shift.getState().agent.kind).toBe('on-interaction')
  })

  it('says that it is practice, all the time', async () => {
    const { tell, say } = await openDesk('fr')
    const banner = () =>
      screen.getAllByText((_text, element) => element?.textContent === say('practice.banner'))
    expect(banner()).not.toEqual([])
    tell(offered())
    await screen.findByText(say('offer.answer'))
    expect(banner()).not.toEqual([])
  })

  it.each(['en', 'fr'] as const)('gives each problem a sentence and its remedy, in %s', async (language) => {
    const { desk, user, say } = await openDesk(language)
    desk.breakMicrophone(problem('microphone-missing'))
    act(() => desk.problems.show(problem('microphone-missing')))
    expect(screen.getByText(say('problem.microphone-missing'))).toBeTruthy()
    desk.breakMicrophone(undefined)
    await user.click(screen.getByRole('button', { name: say('remedy.check-microphone') }))
    expect(screen.queryByText(say('problem.microphone-missing'))).toBeNull()
  })
})
