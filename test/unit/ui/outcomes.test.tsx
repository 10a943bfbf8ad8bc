import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { languages } from '../../../renderer/domain/language.ts'
import { makeInteraction, shiftStart } from '../../make.ts'
import { openDesk } from './desk-on-screen.tsx'

const day = 86_400_000

describe.each(languages)('my outcomes in %s', (language) => {
  it('are found by their tab, told in figures, narrowed, and saved as a file', async () => {
    const { desk, user, say } = await openDesk(language)
    for (const [at, queue] of ['Passports', 'Prestations', 'Passports'].entries()) {
      const offeredAt = shiftStart - (20 - at * 2) * day
      await desk.records.saveInteraction(
        makeInteraction({
          ...{ id: asInteractionId(`o-${String(at)}`), contact: asContactId('c-1'), queue, offeredAt },
          ...{ answeredAt: offeredAt, endedAt: offeredAt + 60_000, disposition: 'resolved' },
          ...{ direction: 'incoming', continues: undefined, channel: 'call', endCause: 'customer-hung-up' },
        }),
      )
    }
    await user.click(screen.getByRole('tab', { name: say('outcomes.heading') }))
    screen.getByRole('heading', { name: say('outcomes.heading'), level: 1 })
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(1)
    const sums = within(screen.getByRole('region', { name: say('outcomes.heading') }))
    // The first is the only first contact, and she came again: nothing was settled at once.
    sums.getAllByText(/0\s?% \(0 (of|sur) 1\)/)
    sums.getAllByText(/67\s?% \(2 (of|sur) 3\)/)

    await user.click(screen.getByRole('button', { name: new RegExp(say('outcomes.queue.all')) }))
    await user.click(screen.getByRole('option', { name: 'Prestations' }))
    sums.getAllByText(/100\s?% \(1 (of|sur) 1\)/)

    const saved: string[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
    )
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download)
    })
    await user.click(screen.getByRole('button', { name: say('outcomes.csv') }))
    expect(saved).toEqual([`${say('outcomes.csv.file')}.csv`])
    vi.restoreAllMocks()

    await user.click(screen.getByRole('tab', { name: say('cases.tab.between') }))
    expect(screen.queryByRole('heading', { name: say('outcomes.heading') })).toBeNull()
  })

  it('say what to do where nothing fits', async () => {
    const { user, say } = await openDesk(language)
    await user.click(screen.getByRole('tab', { name: say('outcomes.heading') }))
    expect((await screen.findByText(say('outcomes.none'))).getAttribute('role')).toBe('status')
  })
})
