import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import { makeInteraction, shiftStart } from '../../make.ts'
import { at, openDesk, talking } from './desk-on-screen.tsx'

const unanswered = (id: string, change: Partial<Interaction>): Interaction =>
  makeInteraction({
    ...{
      id: asInteractionId(id),
      contact: undefined,
      answeredAt: undefined,
      note: '',
      disposition: undefined,
    },
    ...{ endCause: 'agent-not-ready' as const },
    ...change,
  })

const recent: readonly Interaction[] = [
  unanswered('missed', {}),
  unanswered('never-rang', { rangAt: undefined }),
  unanswered('refused', { endCause: 'agent-refused' }),
  unanswered('busy', { direction: 'outgoing', endCause: 'busy', number: '+16135550117' }),
  unanswered('withheld', { number: undefined }),
]

const list = () => screen.getByRole('region', { name: 'Your recent calls and chats' })
const rows = () =>
  within(list())
    .queryAllByRole('listitem')
    .map((row) => [...row.querySelectorAll('.tag')].map(({ textContent }) => textContent).join())

describe('the list of calls', () => {
  it('tells apart what was missed, refused, and never rang, and shows each kind alone', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.stores.work.setState({ recent }))
    expect(rows()).toEqual([
      'Missed: it rang and nobody answered',
      'Never rang here',
      'Refused by you',
      'Line busy',
      'Missed: it rang and nobody answered',
    ])
    await user.click(within(list()).getByRole('radio', { name: 'Missed' }))
    expect(rows()).toEqual([
      'Missed: it rang and nobody answered',
      'Never rang here',
      'Missed: it rang and nobody answered',
    ])
    await user.click(within(list()).getByRole('radio', { name: 'Made by me' }))
    expect(rows()).toEqual(['Line busy'])
  })

  it('calls back with one press, and has no button where there is no number', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.stores.work.setState({ recent }))
    expect(within(list()).getAllByRole('button', { name: /^Call (back|again)/ })).toHaveLength(4)
    await user.click(within(list()).getByRole('button', { name: 'Call again – (613) 555-0117' }))
    expect(desk.wire.asked.at(-1)).toBe('dial +16135550117')
  })

  it('opens the panel, which says why, for what cannot be called back', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.stores.work.setState({ recent: [unanswered('short', { number: '911' })] }))
    await user.click(within(list()).getByRole('button', { name: /^Call back/ }))
    const panel = await screen.findByRole('region', { name: 'Call somebody' })
    expect(within(panel).getByRole('alert').textContent).toMatch(/do not work in practice/)
  })
})

describe('the wrap-up clock', () => {
  it('says how long it should take, and when it is over, and takes nothing away', async () => {
    const { desk, tell } = await openDesk()
    act(() =>
      desk.stores.shift.setState(({ workplace }) => ({
        workplace: workplace && { ...workplace, wrapUpSeconds: 120 },
      })),
    )
    tell(...talking(), { kind: 'call-ended', cause: 'transferred', ...at(9) })
    expect(await screen.findByText('You transferred the customer.')).toBeTruthy()
    expect(screen.getByText(/of 2:00/)).toBeTruthy()
    expect(screen.queryByText(/Longer than a wrap-up should take/)).toBeNull()
    act(() => {
      desk.timing.pass(121_000)
      desk.stores.shift.setState(({ agent }) => ({ agent: { ...agent } }))
    })
    expect(await screen.findByText(/Longer than a wrap-up should take/, {}, { timeout: 3_000 })).toBeTruthy()
    expect(desk.stores.shift.getState().agent).toEqual({ kind: 'wrap-up', since: shiftStart })
  })
})
