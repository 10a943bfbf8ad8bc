import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { asInteractionId } from '../../../renderer/domain/ids.ts'
import { languages } from '../../../renderer/domain/language.ts'
import type { DayEntry } from '../../../renderer/domain/well-being/day.ts'
import { shiftStart } from '../../make.ts'
import { openDesk } from './desk-on-screen.tsx'

const minute = 60_000
const entry = (minutes: number, state: DayEntry['state'], reason?: DayEntry['reason']): DayEntry => ({
  ...{ at: shiftStart + minutes * minute, state, reason },
})

describe.each(languages)('my day in %s', (language) => {
  it('is opened and read by keyboard alone: sums, load, breaks, and for whom it is', async () => {
    const { desk, user, say } = await openDesk(language)
    act(() =>
      desk.stores.day.setState({
        entries: [entry(-70, 'on-interaction'), entry(-20, 'not-ready', 'lunch'), entry(-5, 'available')],
      }),
    )
    screen.getByRole('button', { name: say('day.open') }).focus()
    await user.keyboard('{Enter}')
    const panel = within(screen.getByRole('region', { name: say('day.open') }))
    panel.getByText(say('day.private'))
    panel.getByText('50:00')
    panel.getByText('15:00')
    expect(panel.getAllByRole('row').length).toBeGreaterThan(1)
    expect(panel.getByRole('listitem').textContent).toContain(say('agent.reason.lunch'))
    await user.click(panel.getByRole('button', { name: say('day.close') }))
    expect(screen.queryByRole('region', { name: say('day.open') })).toBeNull()
  })

  it('says in words when an hour has gone without a break', async () => {
    const { desk, say } = await openDesk(language)
    act(() => desk.stores.day.setState({ entries: [entry(-75, 'available')] }))
    // Whole minutes, as the desk's clock has them.
    const name = screen.getByRole('button', { name: new RegExp(`^${say('day.open')}`) }).textContent
    expect(name).toMatch(/1:1\d:\d\d/)
  })

  it('offers two minutes after a hard contact, says why, and takes no focus', async () => {
    const { desk, user, say } = await openDesk(language)
    const focused = document.activeElement
    act(() => desk.stores.day.setState({ offer: { interaction: asInteractionId('i-1'), because: 'words' } }))
    expect(document.activeElement).toBe(focused)
    const strip = within(screen.getByRole('region', { name: say('breather.label') }))
    expect(strip.getByRole('status').textContent).toBe(say('breather.offer.words'))
    await user.click(strip.getByRole('button', { name: say('breather.take') }))
    expect(strip.getByRole('status').textContent).toBe(say('breather.now'))
    expect(strip.getByRole('timer').textContent).toMatch(/^(2:00|1:59)$/)
    expect(desk.stores.shift.getState().agent).toMatchObject({ kind: 'not-ready', reason: 'break' })
    act(() => desk.stores.day.setState({ breather: { kind: 'now', until: 0 } }))
    expect(strip.getByRole('status').textContent).toBe(say('breather.over'))
    await user.click(strip.getByRole('button', { name: say('breather.end') }))
    expect(desk.stores.shift.getState().agent.kind).toBe('available')
    expect(screen.queryByRole('region', { name: say('breather.label') })).toBeNull()
  })
})
