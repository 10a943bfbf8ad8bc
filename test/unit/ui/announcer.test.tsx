import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { dialled, offered } from '../../make.ts'
import { asked, at, openDesk, spoken, talking } from './desk-on-screen.tsx'

const states = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

describe('what a screen reader is told', () => {
  it('names the person with what became of their call, and what it came to', async () => {
    const { tell } = await openDesk()
    tell(...talking())
    tell({ kind: 'call-held', ...at(3) })
    expect(spoken()).toEqual(['Amélie Tremblay: connected', 'Amélie Tremblay: on hold'])
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    expect(spoken().at(-1)).toBe('Amélie Tremblay: The other person ended the call.')
  })

  it('hears of two people who come into the same state one after the other', async () => {
    const { tell } = await openDesk()
    tell(...talking())
    tell({ kind: 'call-held', ...at(3) })
    tell(...talking('call-2', 'John Okafor', '+16135550142'))
    expect(spoken().at(-1)).toBe('John Okafor: connected')
  })

  it('hears of the microphone each way, and of a colleague who cannot hear, without calling them a customer', async () => {
    const { tell } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked())
    tell({ kind: 'call-muted', muted: true, ...at(6, 'call-9') })
    expect(spoken().at(-1)).toBe('Microphone off: nobody can hear you.')
    expect(document.querySelector('.call-notes')?.textContent).toBe('Microphone off: nobody can hear you.')
    tell({ kind: 'call-muted', muted: false, ...at(7, 'call-9') })
    expect(spoken().at(-1)).toBe('Microphone on.')
  })

  it('hears once of a customer who was handed over', async () => {
    const { tell } = await openDesk()
    tell(...talking(), { kind: 'call-held', ...at(3) }, ...asked())
    tell({ kind: 'call-ended', cause: 'transferred', ...at(9) })
    tell({ kind: 'call-ended', cause: 'transferred', ...at(9, 'call-9') })
    expect(spoken().at(-1)).toBe('Amélie Tremblay: You transferred the customer.')
  })

  it('hears of a customer who gives up, and no longer that they ring', async () => {
    const { tell } = await openDesk('fr')
    tell(offered())
    tell({ kind: 'call-ended', cause: 'customer-gave-up', ...at(5) })
    expect(spoken()).toEqual(['Amélie Tremblay\u00a0: Le client a raccroché avant la réponse.'])
  })

  it('hears that something sounds before anybody has answered', async () => {
    const { tell } = await openDesk()
    tell(dialled({ name: 'Dana Roy' }), { kind: 'call-rang', earlySound: true, ...at(1) })
    expect(spoken().at(-1)).toBe(
      'Dana Roy: ringing at the other end. You hear the other end already; nobody has answered yet.',
    )
  })

  it('hears a ring while a menu is open, and its key answers there', async () => {
    const { desk, tell, user } = await openDesk()
    await user.click(screen.getByRole('button', { name: /^Your state/ }))
    await screen.findByRole('menu')
    tell(offered())
    expect(spoken()).toEqual(['Incoming call: Amélie Tremblay. Press F2 to answer.'])
    await user.keyboard('{F2}')
    expect(desk.wire.asked.at(-1)).toBe('answer call-1')
    tell({ kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' })))
  })

  it('hears why the agent is not ready, and when that changes', async () => {
    const { desk } = await openDesk()
    act(() => desk.availability.becomeNotReady('break'))
    expect(states()).toContain('Your state: Not ready: break')
    act(() => desk.availability.becomeNotReady('lunch'))
    expect(states()).toContain('Your state: Not ready: lunch')
  })

  it('hears each step of the test from the first, and its verdict', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.availability.becomeNotReady('break'))
    await user.click(screen.getByRole('button', { name: 'Test my equipment' }))
    const panel = screen.getByRole('region', { name: 'Test of your equipment' })
    const live = panel.querySelector('[role=status]')
    act(() => desk.stores.check.setState({ running: 'permission' }))
    expect(live?.textContent).toMatch(/^Step 1 of 6: Permission/)
    act(() =>
      desk.stores.check.setState({
        running: undefined,
        results: [{ step: 'permission', verdict: 'left-out', finding: 'stopped', figures: {} }],
      }),
    )
    expect(live?.isConnected).toBe(true)
    expect(live?.textContent).toBe('The test was stopped.')
    expect(panel.querySelector('.check-steps')?.textContent).toContain('Not tested')
    expect([...panel.querySelectorAll('p')].filter(({ textContent }) => textContent === '')).toEqual([])
  })
})
