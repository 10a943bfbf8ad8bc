import './list-room.ts'

import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { CaseListState, CaseState } from '../../../renderer/state/case-store.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { openDesk } from './desk-on-screen.tsx'

const list = (change: Partial<CaseListState> = {}): CaseListState => ({
  show: { kind: 'view', view: 'mine' },
  records: [makeCase(), makeCase({ id: 'case-2' })],
  loading: false,
  more: false,
  ...change,
})

async function openCases(state: Partial<CaseState> = {}) {
  const desk = await openDesk('en', {}, { link: { kind: 'up' }, list: list(), ...state })
  await desk.user.keyboard('{Shift>}{F3}{/Shift}')
  desk.cases.asked.length = 0
  return desk
}

describe('the search for a case', () => {
  it('looks when the typing pauses, and goes back to the list when it is emptied', async () => {
    const { cases, user } = await openCases()
    await user.keyboard('{Control>}k{/Control}')
    const field = screen.getByRole('searchbox', { name: 'Find a case' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    await user.keyboard('march')
    await waitFor(() => expect(cases.asked).toEqual(['search march']))
    act(() => cases.store.setState({ list: list({ show: { kind: 'search', text: 'march' } }) }))
    await user.click(screen.getByRole('button', { name: 'Empty the search' }))
    expect(cases.asked).toEqual(['search march', 'show mine'])
  })

  it('looks at once with Enter, and only once', async () => {
    const { cases, user } = await openCases()
    await user.type(screen.getByRole('searchbox', { name: 'Find a case' }), 'march{Enter}')
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)))
    expect(cases.asked).toEqual(['search march'])
  })

  it('shows how far it has come, can be stopped, and says where it has looked', async () => {
    const found = list({ show: { kind: 'search', text: 'march' } })
    const { cases, user } = await openCases({
      list: found,
      progress: { what: 'searching', done: 30, of: 120 },
    })
    const bar = screen.getByRole('progressbar', { name: 'Searching' })
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')]).toEqual([
      '30',
      '30 of 120',
    ])
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(cases.asked).toEqual(['stop'])
    act(() => cases.store.setState({ progress: undefined }))
    expect(screen.getByText('2 cases found. The search was stopped: there may be more.')).toBeTruthy()
    const again = list({ show: { kind: 'search', text: 'may' } })
    act(() => cases.store.setState({ list: again }))
    expect(screen.getByText('2 cases found. Searched: this computer and the case system.')).toBeTruthy()
    act(() => cases.store.setState({ link: { kind: 'down', since: 0, retryAt: undefined } }))
    expect(screen.getByText(/Searched: this computer only/)).toBeTruthy()
  })
})
