import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { offered } from '../../make.ts'
import { at, openDesk, talking } from './desk-on-screen.tsx'

const focused = async (element: () => HTMLElement): Promise<void> => {
  await waitFor(() => expect(document.activeElement).toBe(element()))
}
const heading = () => screen.getByRole('heading', { level: 1 })
const note = () => screen.getByRole('textbox', { name: 'Note' })

describe('the focus, when what had it goes from the screen', () => {
  it('goes to the note after a number was dialled from the first page', async () => {
    const { user } = await openDesk()
    await user.keyboard('{F3}6135550117{Enter}')
    await focused(note)
  })

  it('goes to the note after a colleague was asked, or the customer was handed over', async () => {
    const { tell, user } = await openDesk()
    tell(...talking())
    await user.click(await screen.findByRole('button', { name: 'Transfer…' }))
    await user.keyboard('2001')
    await user.click(screen.getByRole('button', { name: 'Consult first' }))
    await waitFor(() => expect(screen.queryByRole('searchbox', { name: 'Name or number' })).toBeNull())
    await waitFor(() => expect(document.activeElement).not.toBe(document.body))
  })

  it('goes to the heading after a customer was refused', async () => {
    const { tell, user } = await openDesk()
    tell(offered())
    await user.click(await screen.findByRole('button', { name: 'Refuse' }))
    tell({ kind: 'call-ended', cause: 'agent-refused', ...at(3) })
    await focused(heading)
    expect(heading().textContent).toBe('Ready for the next customer')
  })

  it('goes to the sign-in after signing out', async () => {
    const { user } = await openDesk()
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(heading().textContent).toBe('Start your shift'))
    await focused(heading)
  })

  it('goes to the button that stops the test once its question is answered', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.availability.becomeNotReady('break'))
    await user.click(screen.getByRole('button', { name: 'Test my equipment' }))
    act(() => desk.stores.check.setState({ running: 'speaker', asksHeard: true }))
    await user.click(screen.getByRole('button', { name: 'Yes, I heard it' }))
    act(() => desk.stores.check.setState({ running: 'server', asksHeard: false }))
    await focused(() => screen.getByRole('button', { name: 'Stop the test' }))
  })

  it('is left alone where somebody has put it nowhere', async () => {
    const { desk, tell, user } = await openDesk()
    tell(...talking())
    await user.click(await screen.findByRole('textbox', { name: 'Note' }))
    await user.click(document.body)
    act(() => desk.availability.becomeNotReady('break'))
    tell({ kind: 'call-held', ...at(4) })
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(document.activeElement).toBe(document.body)
  })
})
