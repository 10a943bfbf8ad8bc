import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { lastNumbers } from '../../../renderer/ui/desk/dial/LastNumbers.tsx'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import { makeInteraction } from '../../make.ts'
import { at, openDesk, talking } from './desk-on-screen.tsx'

type Opened = Awaited<ReturnType<typeof openDesk>>

/** As if the centre were a real one. */
const goLive = ({ desk }: Opened) =>
  act(() =>
    desk.stores.shift.setState(({ workplace }) => ({
      workplace: workplace && { ...workplace, practice: false },
    })),
  )

const field = () => screen.findByRole('searchbox', { name: /Name or number|Nom ou numéro/ })
const panel = () =>
  screen.getByRole('searchbox', { name: /Name or number|Nom ou numéro/ }).closest<HTMLElement>('.panel') ??
  document.body
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
    expect(within(panel()).getByRole('alert').textContent).toBe(
      'Le numéro est trop court. Avez-vous saisi l’indicatif régional?',
    )
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
    expect(within(panel()).getByRole('alert').textContent).toMatch(/do not work in practice/)
    expect(screen.queryByRole('button', { name: 'Call anyway' })).toBeNull()
    expect(within(panel()).getByRole('button', { name: 'Call' }).ariaDisabled).toBe('true')
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

  it('empties the field with the first Escape, and closes with the second', async () => {
    const { desk, user } = await openDesk()
    await user.keyboard('{F3}613{Escape}')
    expect(await field()).toHaveProperty('value', '')
    expect(document.activeElement).toBe(await field())
    await user.keyboard('{Escape}')
    expect(desk.stores.dial.getState().open).toBeUndefined()
  })

  it('tells services from extensions, and says nothing of what was typed before', async () => {
    const opened = await openDesk('fr')
    await opened.user.keyboard('{F3}')
    const says = async (text: string) => {
      await opened.user.clear(screen.getByRole('searchbox', { name: /Name or number|Nom ou numéro/ }))
      await opened.user.type(screen.getByRole('searchbox', { name: /Name or number|Nom ou numéro/ }), text)
      return panel().querySelector('.dial-meaning')?.textContent
    }
    expect([await says('811'), await says('*43'), await says('2001'), await says('2009')]).toEqual([
      'Appel au 811',
      'Appel au *43',
      'Appel à Dana Roy, poste 2001',
      'Appel au poste 2009',
    ])
    await waitFor(() => expect(within(panel()).getByRole('status').textContent).toBe('Appel au poste 2009'))
    await opened.user.keyboard('1')
    expect(within(panel()).getByRole('status').textContent).toBe('')
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
    await opened.user.click(screen.getByRole('button', { name: 'Transfer now' }))
    expect(opened.desk.wire.asked.at(-1)).toBe('transfer call-1 to 2001')
    await opened.user.click(screen.getByRole('button', { name: 'Transfer…' }))
    await opened.user.keyboard('2001{Enter}')
    await waitFor(() => expect(opened.desk.wire.asked.slice(-2)).toEqual(['hold call-1', 'dial 2001']))
  })

  it('goes with the customer, and its key leads back into its field while they are there', async () => {
    const { tell, user } = await openDesk()
    tell(...talking())
    await user.click(await screen.findByRole('button', { name: 'Transfer…' }))
    await user.keyboard('200')
    await user.click(screen.getByRole('textbox', { name: 'Note' }))
    await user.keyboard('{F3}1')
    expect(await field()).toHaveProperty('value', '2001')
    expect(within(panel()).getByText('To Dana Roy, extension 2001')).toBeTruthy()
    tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    await waitFor(() =>
      expect(screen.queryByRole('searchbox', { name: /Name or number|Nom ou numéro/ })).toBeNull(),
    )
  })

  it('names the colleague to whom a customer goes', async () => {
    const { tell } = await openDesk()
    tell(...talking(), { kind: 'transfer-asked', to: '2001', ...at(4) })
    const notes = document.querySelector('.call-notes')
    expect(notes?.textContent).toMatch(/^Transferring the customer to Dana Roy\./)
  })

  it('hands nobody over to an emergency number', async () => {
    const opened = await openDesk('fr')
    goLive(opened)
    opened.tell(...talking())
    await opened.user.click(await screen.findByRole('button', { name: 'Transférer…' }))
    await opened.user.keyboard('911{Enter}')
    await opened.user.click(screen.getByRole('button', { name: 'Transférer maintenant' }))
    expect(within(panel()).getByRole('alert').textContent).toMatch(/transféré à un numéro d’urgence/)
    expect(opened.desk.wire.asked.filter((what) => /^(transfer|dial)/.test(what))).toEqual([])
  })
})
