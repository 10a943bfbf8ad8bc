import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { CallQuality } from '../../../renderer/domain/call-quality.ts'
import { drawnSpan, withMeasurements } from '../../../renderer/ui/desk/call/quality-history.tsx'
import { makeCall, shiftStart } from '../../make.ts'
import { at, openDesk, talking } from './desk-on-screen.tsx'

const quality = (change: Partial<CallQuality> = {}): CallQuality => ({
  ...{ mos: 4.2, band: 'good', cause: 'none', concealed: 0.001, lost: 0, lostThere: undefined },
  ...{ roundTrip: 48.4, jitter: 6 },
  ...change,
})

describe('the quality light', () => {
  it('names the band, the likely cause, what to try, and the figures in the agent’s way of writing', async () => {
    const { tell, user } = await openDesk('fr')
    tell(...talking(), { kind: 'quality-measured', quality: quality(), ...at(5) })
    tell({
      kind: 'quality-measured',
      quality: quality({ mos: 2.6, band: 'poor', cause: 'loss', lost: 0.042 }),
      ...at(10),
    })
    const light = await screen.findByRole('button', { name: 'Son médiocre' })
    expect(light.getAttribute('aria-expanded')).toBe('false')
    await user.click(light)
    const details = screen.getByRole('region', { name: 'Qualité sonore de l’appel' })
    expect(within(details).getByText(/se perdent en chemin/)).toBeTruthy()
    expect(within(details).getByText(/branchez un câble réseau/)).toBeTruthy()
    expect(
      within(details)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent),
    ).toEqual(['2,6', '0,1\u00a0%', '4,2\u00a0%', 'non communiqué', '48 ms', '6 ms'])
    expect(
      within(details).getByText('Les dernières minutes : entre 2,6 et 4,2 sur 4,5, maintenant 2,6'),
    ).toBeTruthy()
  })

  it('remembers the last minutes of a call, each measurement once, and forgets calls that have gone', () => {
    const call = { ...makeCall(), quality: quality() }
    const calls = new Map([[call.id, call]])
    const first = withMeasurements(new Map(), calls, shiftStart)
    const same = withMeasurements(first, calls, shiftStart + 1_000)
    expect(same.get(call.id)).toEqual([{ at: shiftStart, quality: call.quality }])
    const worse = { ...call, quality: quality({ mos: 3 }) }
    const later = withMeasurements(same, new Map([[call.id, worse]]), shiftStart + drawnSpan)
    expect(later.get(call.id)).toEqual([{ at: shiftStart + drawnSpan, quality: worse.quality }])
    expect(withMeasurements(later, new Map(), shiftStart).size).toBe(0)
  })
})
