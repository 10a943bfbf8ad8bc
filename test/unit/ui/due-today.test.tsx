import './list-room.ts'

import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Promised } from '../../../renderer/domain/promise.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { openDesk } from './desk-on-screen.tsx'

const noon = new Date(2026, 10, 23, 12).getTime()
const hours = (count: number) => noon + count * 3_600_000

const promised = (change: Partial<Promised>): Promised => ({
  id: 'promise-1',
  kind: 'call-back',
  what: 'Say whether the cheque has left',
  dueAt: hours(-2),
  number: '+15145550123',
  keptAt: undefined,
  ...change,
})

const rail = () => within(screen.getByRole('navigation', { name: 'Now' }))
const items = () => [...document.querySelectorAll('.due-open')].map(({ textContent }) => textContent)

const open = (promises: readonly Promised[], id = 'case-1') =>
  makeCase({ id, fields: { requestors: ['amelie@example.com'] }, record: { promises } })

describe('call-backs and promises', () => {
  it('are in the rail when they are due today, whoever waits longest first', async () => {
    await openDesk(
      'en',
      { now: () => noon },
      {
        due: [
          open([
            promised({
              id: 'later',
              kind: 'promise',
              what: 'Send the form',
              dueAt: hours(3),
              number: undefined,
            }),
          ]),
          open([promised({}), promised({ id: 'tomorrow', dueAt: hours(26) })], 'case-2'),
        ],
      },
    )
    expect(items()).toEqual([
      'Call-back overdue since 10:00\u00a0a.m. amelie@example.com Say whether the cheque has left – Open the case',
      'Promise by 3:00\u00a0p.m. amelie@example.com Send the form – Open the case',
    ])
  })

  it('call the number, or open the case', async () => {
    const { cases, desk, user } = await openDesk('en', { now: () => noon }, { due: [open([promised({})])] })
    await user.click(rail().getByRole('button', { name: /Open the case$/ }))
    expect(cases.asked).toContain('open case-1')
    await user.click(rail().getByRole('button', { name: 'Call back – amelie@example.com' }))
    expect(desk.wire.asked.at(-1)).toBe('dial +15145550123')
  })

  it('are a few, with the way to the rest', async () => {
    const due = ['1', '2', '3', '4', '5'].map((id) => open([promised({ id })], `case-${id}`))
    const { cases, user } = await openDesk('en', { now: () => noon }, { due })
    expect(items()).toHaveLength(3)
    await user.click(rail().getByRole('button', { name: '2 more' }))
    expect(cases.asked[0]).toBe('show promises')
  })

  it('leave a sentence when there are none, and the cases say what is not sent', async () => {
    const { cases } = await openDesk(
      'en',
      { now: () => noon },
      { counts: { cases: 3, underWay: 0, needsAgent: 0 } },
    )
    expect(rail().getByText('Nothing is due today.')).toBeTruthy()
    const button = rail().getByRole('button', { name: /^Open the cases/ })
    expect(button.textContent).toBe('Open the cases everything is sentShift+F3')
    act(() => cases.store.setState({ counts: { cases: 3, underWay: 2, needsAgent: 1 } }))
    expect(button.textContent).toBe(
      'Open the cases 1 decision waits for you 2 changes are not sent yetShift+F3',
    )
  })
})
