import './list-room.ts'

import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import type { CaseState } from '../../../renderer/state/case-store.ts'
import { openDesk } from './desk-on-screen.tsx'

const counts = (underWay: number, needsAgent = 0) => ({ cases: 42, underWay, needsAgent })
const down = { kind: 'down', since: 0, retryAt: undefined } as const

/** As it is read, whatever the space between its parts. */
const words = () => button().textContent.replace(/\s+/g, ' ').trim()
const button = () => screen.getByRole('button', { name: /^Case system/ })

/** What a screen reader is told when there is a pause. */
const told = () =>
  screen
    .getAllByRole('status')
    .filter((region) => region.getAttribute('aria-relevant') === 'additions')
    .flatMap((region) => [...region.children].map(({ textContent }) => textContent))

async function openPanel(state: Partial<CaseState>) {
  const desk = await openDesk('en', {}, state)
  await desk.user.click(button())
  return { ...desk, panel: within(screen.getByRole('region', { name: 'What waits' })) }
}

describe('the case system in the agent bar', () => {
  it('is always told: what is sent, what waits, and what needs the agent', async () => {
    const { cases, desk } = await openDesk('en', {}, { counts: counts(0) })
    const shown = (state: Partial<CaseState>) => {
      act(() => cases.store.setState(state))
      return words()
    }
    expect(words()).toBe('Case system: All sent')
    expect(shown({ counts: counts(3) })).toBe('Case system: Sending 3')
    expect(
      shown({ link: { kind: 'down', since: 0, retryAt: desk.timing.now() + 12_000 }, counts: counts(3, 2) }),
    ).toBe('Case system: Cases offline 12 s 3 wait 2 need you')
    expect(shown({ link: { kind: 'signed-out' }, counts: counts(1) })).toBe(
      'Case system: Cases: sign in 1 waits',
    )
    act(() => cases.store.setState({ link: { kind: 'none' } }))
    expect(screen.queryByRole('button', { name: /^Case system/ })).toBeNull()
  })
})

describe('what waits', () => {
  it('says how the link is, tries it now, and leads to what is not sent', async () => {
    const { cases, panel, user } = await openPanel({ link: down, counts: counts(2) })
    expect(panel.getByText('The case system cannot be reached')).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Try now' }))
    expect(panel.getByText('2 changes are saved on this computer and wait to be sent.')).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Show these cases' }))
    expect(cases.asked).toEqual(['refresh', 'show unsent', 'show mine'])
    expect(screen.getByRole('tab', { name: 'Cases' }).getAttribute('aria-selected')).toBe('true')
  })

  it('shows how far a long fetching has come, and how much room is left', async () => {
    const { cases, panel } = await openPanel({
      progress: { what: 'fetching', done: 300, of: 1200 },
      room: 0.42,
    })
    const bar = panel.getByRole('progressbar', { name: 'Fetching cases' })
    expect(bar.getAttribute('aria-valuetext')).toBe('300 of 1,200')
    expect(panel.getByRole('meter').getAttribute('aria-valuetext')).toBe('42%')
    expect(panel.queryByText(/^Little room is left/)).toBeNull()
    act(() => cases.store.setState({ room: 0.9, progress: { what: 'fetching', done: 7, of: undefined } }))
    expect(panel.getByText(/^Little room is left/)).toBeTruthy()
    expect(panel.getByText('7 so far')).toBeTruthy()
  })

  it('asks who the agent is, and says why a sign-in was refused', async () => {
    const { cases, desk, panel, user } = await openPanel({
      link: { kind: 'signed-out' },
      asking: { kind: 'password', user: 'ada', busy: false },
    })
    expect(document.activeElement).toBe(panel.getByLabelText('Password'))
    await user.keyboard('{Enter}')
    expect(panel.getByText('Type your password.')).toBeTruthy()
    await user.keyboard('pass word{Enter}')
    expect(cases.asked).toEqual(['sign in ada pass word'])
    act(() => desk.stores.problems.setState({ problems: [problem('cases-wrong-password')] }))
    expect(panel.getByText(/^The case system does not accept this sign-in/)).toBeTruthy()
    act(() => cases.store.setState({ link: { kind: 'up' }, asking: undefined }))
    expect(panel.queryByLabelText('Password')).toBeNull()
  })

  it('takes a token where the case system wants one', async () => {
    const { cases, panel, user } = await openPanel({ asking: { kind: 'token', user: '', busy: false } })
    await user.type(panel.getByRole('textbox', { name: 'User name' }), 'ada')
    await user.type(panel.getByLabelText('Access token'), '1-14-abc{Enter}')
    expect(cases.asked).toEqual(['sign in ada 1-14-abc'])
  })
})

describe('what a screen reader hears of the case system', () => {
  it('is that it went, that something needs the agent, that it is back, and that all is sent', async () => {
    const { cases } = await openDesk('en', {}, { counts: counts(0) })
    act(() => cases.store.setState({ link: down }))
    act(() => cases.store.setState({ counts: counts(2) }))
    act(() => cases.store.setState({ counts: counts(1, 1) }))
    act(() => cases.store.setState({ link: { kind: 'up' } }))
    expect(told()).toEqual([
      'The case system cannot be reached. What you write is saved on this computer.',
      'A case needs a decision from you.',
      'The case system is back.',
    ])
    act(() => cases.store.setState({ counts: counts(0, 1) }))
    expect(told().at(-1)).toBe('What waited is in the case system, except what needs a decision from you.')
    act(() => cases.store.setState({ link: { kind: 'signed-out' }, counts: counts(1) }))
    act(() => cases.store.setState({ link: { kind: 'up' }, counts: counts(0) }))
    expect(told().slice(-2)).toEqual([
      'You are signed in to the case system.',
      'Everything that waited has reached the case system.',
    ])
  })

  it('is nothing of a note that goes at once', async () => {
    const { cases } = await openDesk('en', {}, { counts: counts(0) })
    act(() => cases.store.setState({ counts: counts(1) }))
    act(() => cases.store.setState({ counts: counts(0) }))
    expect(told()).toEqual([])
  })
})
