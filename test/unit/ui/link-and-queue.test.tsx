import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { shiftStart } from '../../make.ts'
import { openDesk } from './desk-on-screen.tsx'

const news = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

describe('the link on the screen', () => {
  it('counts down to the next try, tries at once when asked, and is spoken once each way', async () => {
    const { desk, tried, user } = await openDesk()
    const shift = desk.stores.shift
    act(() =>
      shift.setState({ link: { kind: 'waiting', since: shiftStart - 5_000, retryAt: shiftStart + 1_700 } }),
    )
    expect(screen.getByText('next try in 2 s')).toBeTruthy()
    expect(screen.getByRole('timer', { name: 'Connection lost since 0:05' })).toBeTruthy()
    expect(news()).toContain('The connection to the centre is lost. The desk goes on trying by itself.')
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    expect(tried).toEqual(['link'])
    act(() => shift.setState({ link: { kind: 'trying', since: shiftStart - 5_000 } }))
    expect(screen.getByText('trying now', { selector: '.link-try' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try now', description: 'trying now' }))
    expect(tried).toEqual(['link'])
    act(() => shift.setState({ link: { kind: 'up' } }))
    expect(screen.getByText('Connected')).toBeTruthy()
    expect(news()).toContain('The connection to the centre is back.')
  })

  it('says that the queue does not know the agent’s state, once, with a way to tell it again', async () => {
    let again = 0
    const queueNews = { tellAgain: () => void (again += 1) }
    const { desk, user } = await openDesk('en', { queueNews })
    act(() => {
      desk.stores.shift.setState({ queue: 'untold' })
      desk.problems.show(problem('queue-not-told'))
    })
    await user.click(
      within(screen.getByRole('region', { name: 'Problems' })).getByRole('button', { name: 'Try again' }),
    )
    expect(screen.queryByText('The queue does not know your state')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.getByText('The queue does not know your state')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Tell the queue again' }))
    expect(again).toBe(2)
  })
})
