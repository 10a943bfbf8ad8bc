// @vitest-environment jsdom
import './setup.ts'

import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { lastNumbers } from '../../../renderer/ui/desk/dial/LastNumbers.tsx'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import { makeInteraction } from '../../make.ts'
import { openDesk, talking } from './desk-on-screen.tsx'

type Opened = Awaited<ReturnType<typeof openDesk>>

/** As if the centre were a real one. */
const goLive = ({ desk }: Opened) =>
  act(() =>
    desk.stores.shift.setState(({ workplace }) => ({
      workplace: workplace && { ...workplace, practice: false },
    })),
  )

const field = () => screen.findByRole('searchbox', { name: 'Name or number' })
const dialled = ({ desk }: Opened) => desk.wire.asked.filter((asked) => asked.startsWith('dial '))

describe('calling somebody', () => {
  it('opens with one key, says what is understood while it is typed, and calls with Enter', async () => {
    const opened = await openDesk()
    await opened.user.keyboard('{F3}')
    expect(document.activeElement).toBe(await field())
    await opened.user.keyboard('6135550117')
    expect(screen.getByText('Calls (613) 555-0117')).toBeTruthy()
    await opened.user.keyboard('{Enter}')
    expect(dialled(opened)).toEqual(['dial +16135550117'])
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Call somebody' })).toBeNull())
    expect(screen.getByRole('heading', { level: 1, name: '(613) 555-0117' })).toBeTruthy()
    expect(screen.getAllByText('Calling…').length).toBeGreaterThan(0)
  })

  it('says what is wrong with a number, and what to do, in the agent’s language', async () => {
    const opened = await openDesk('fr')
    await opened.user.keyboard('{F3}')
    await opened.user.keyboard('5550117{Enter}')
    expect(
      within(screen.getByRole('region', { name: 'Appeler quelqu’un' })).getByRole('alert').textContent,
    ).toBe('Le numéro est trop court. Avez-vous saisi l’indicatif régional?')
    expect(dialled(opened)).toEqual([])
  })

  it('finds a colleague by a part of the name, with the arrows', async () => {
    const opened = await openDesk()
    await opened.user.keyboard('{F3}')
    await opened.user.type(await field(), 'dan')
    await screen.findByRole('option', { name: /Dana Roy/ })
    await opened.user.keyboard('{ArrowDown}{Enter}')
    expect(screen.getByText('Calls Dana Roy, extension 2001')).toBeTruthy()
    await opened.user.keyboard('{Enter}')
    expect(dialled(opened)).toEqual(['dial 2001'])
  })

  it('refuses an emergency number in practice with a sentence', async () => {
    const opened = await openDesk()
    await opened.user.keyboard('{F3}')
    await opened.user.keyboard('911{Enter}{Enter}')
    expect(screen.getByText(/Emergency numbers do not work in practice/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Call anyway' })).toBeNull()
    expect(dialled(opened)).toEqual([])
  })

  it('calls an emergency number of a live centre on the second press, after a warning', async () => {
    const opened = await openDesk()
    goLive(opened)
    await opened.user.keyboard('{F3}')
    await opened.user.keyboard('911{Enter}')
    expect(screen.getByText(/sent to the centre’s address/)).toBeTruthy()
    expect(dialled(opened)).toEqual([])
    await opened.user.click(screen.getByRole('button', { name: 'Call anyway' }))
    expect(dialled(opened)).toEqual(['dial 911'])
  })

  it('warns anew when another emergency number is typed', async () => {
    const opened = await openDesk()
    goLive(opened)
    await opened.user.keyboard('{F3}')
    await opened.user.keyboard('911{Enter}')
    await opened.user.clear(await field())
    await opened.user.keyboard('112{Enter}')
    expect(dialled(opened)).toEqual([])
    await opened.user.keyboard('{Enter}')
    expect(dialled(opened)).toEqual(['dial 112'])
  })

  it('fills in what another program’s link asks for, and calls nobody by itself', async () => {
    const opened = await openDesk()
    act(() => opened.desk.computer.followLink('tel:+1-613-555-0117'))
    expect(await field()).toHaveProperty('value', 'tel:+1-613-555-0117')
    expect(screen.getByText('Calls (613) 555-0117')).toBeTruthy()
    expect(dialled(opened)).toEqual([])
  })

  it('dials the last number again, and offers the newest of each number', async () => {
    const opened = await openDesk()
    await act(() => opened.desk.dialling.dial('613 555 0117'))
    await opened.user.keyboard('{F3}')
    await opened.user.click(screen.getByRole('button', { name: 'Redial (613) 555-0117' }))
    await waitFor(() => expect(dialled(opened)).toEqual(['dial +16135550117', 'dial +16135550117']))
    const [a, b] = [makeInteraction(), makeInteraction({ id: asInteractionId('older') })]
    const withheld = makeInteraction({ number: undefined })
    expect(lastNumbers([a, withheld, b])).toEqual([a])
  })
})

describe('handing a customer over', () => {
  it('asks first with Enter, and hands over at once with the other button', async () => {
    const opened = await openDesk()
    opened.tell(...talking())
    await opened.user.click(await screen.findByRole('button', { name: 'Transfer…' }))
    await opened.user.keyboard('2001')
    await opened.user.click(screen.getByRole('button', { name: 'Hand over now' }))
    expect(opened.desk.wire.asked.at(-1)).toBe('transfer call-1 to 2001')
    await opened.user.click(screen.getByRole('button', { name: 'Transfer…' }))
    await opened.user.keyboard('2001{Enter}')
    await waitFor(() => expect(opened.desk.wire.asked.slice(-2)).toEqual(['hold call-1', 'dial 2001']))
  })

  it('hands nobody over to an emergency number', async () => {
    const opened = await openDesk('fr')
    goLive(opened)
    opened.tell(...talking())
    await opened.user.click(await screen.findByRole('button', { name: 'Transférer…' }))
    await opened.user.keyboard('911{Enter}')
    await opened.user.click(screen.getByRole('button', { name: 'Transférer maintenant' }))
    expect(screen.getByText(/ne peut pas être transféré à un numéro d’urgence/)).toBeTruthy()
    expect(opened.desk.wire.asked.filter((what) => /^(transfer|dial)/.test(what))).toEqual([])
  })
})
