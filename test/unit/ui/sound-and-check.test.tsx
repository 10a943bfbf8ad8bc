import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { overallOf } from '../../../renderer/ui/desk/check/Verdict.tsx'
import type { CheckResult } from '../../../renderer/domain/line-check.ts'
import { loudnessOf } from '../../../renderer/ui/desk/sound/Levels.tsx'
import type { Desk } from '../../../renderer/ui/desk/desk-context.tsx'
import { openDesk, talking } from './desk-on-screen.tsx'

const nothing = () => Promise.resolve()
const silence: Desk['devices']['watchLevels'] = (listener) => {
  listener({ microphone: 0, speaker: 0 })
  return () => undefined
}
const headset = { id: 'abc', label: 'Jabra' }

describe('the sound devices', () => {
  it('are chosen and tried in the middle of a call, and one that has gone is named', async () => {
    const { desk, tell, tried, user } = await openDesk()
    tell(...talking())
    act(() =>
      desk.stores.audio.setState({
        devices: {
          present: { microphone: [], speaker: [headset], ringer: [headset] },
          chosen: { microphone: { id: 'gone', label: 'Plantronics' } },
          missing: ['microphone'],
        },
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Sound' }))
    const panel = screen.getByRole('region', { name: 'Sound devices' })
    expect(within(panel).getByText(/^Plantronics is not connected/)).toBeTruthy()
    await user.click(within(panel).getByRole('button', { name: /Headset or loudspeaker/ }))
    await user.click(await screen.findByRole('option', { name: 'Jabra' }))
    await user.click(screen.getByRole('button', { name: 'Play a sound on the ringer' }))
    expect(
      screen.getByRole('meter', { name: 'What your microphone hears' }).getAttribute('aria-valuetext'),
    ).toBe('clear')
    await user.click(screen.getByRole('button', { name: 'Close the sound devices' }))
    expect(tried).toEqual(['speaker on abc', 'sound on ringer', 'no more levels'])
  })

  it('tell a microphone that may not be heard from a silent room', async () => {
    const level = async (label: string): Promise<string | null> => {
      const devices = { watchLevels: silence, choose: nothing, tryOut: () => () => undefined }
      const { desk, user } = await openDesk('en', { devices })
      const microphone = [{ id: 'a', label }]
      act(() =>
        desk.stores.audio.setState({
          devices: { present: { microphone, speaker: [], ringer: [] }, chosen: {}, missing: [] },
        }),
      )
      await user.click(screen.getByRole('button', { name: 'Sound' }))
      const text = screen
        .getByRole('meter', { name: 'What your microphone hears' })
        .getAttribute('aria-valuetext')
      cleanup()
      return text
    }
    expect([await level('Jabra'), await level('')]).toEqual(['silent', 'no microphone, or not allowed'])
  })

  it('say in words how loud it is, from nothing to too much', () => {
    expect([0, 0.3, 0.6, 1].map(loudnessOf)).toEqual(['silent', 'quiet', 'clear', 'loud'])
  })
})

describe('the test of the equipment', () => {
  it('goes through its steps, asks what only the agent can tell, and ends in one sentence with its history', async () => {
    const { desk, user } = await openDesk()
    act(() => desk.availability.becomeNotReady('break'))
    await user.click(screen.getByRole('button', { name: 'Test my equipment' }))
    await user.click(screen.getByRole('button', { name: 'Start the test' }))
    await user.click(await screen.findByRole('button', { name: 'No' }))
    const test = screen.getByRole('region', { name: 'Test of your equipment' })
    await waitFor(() =>
      expect(desk.wire.asked.filter((asked) => asked.startsWith('dial '))).toEqual(['dial *43']),
    )
    expect(within(test).getByText(/You did not hear the sound/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop the test' }))
    expect(await within(test).findByText('The test was stopped.')).toBeTruthy()
    expect(screen.queryByRole('heading', { level: 1, name: '*43' })).toBeNull()
  })

  it('is put away while the agent is available', async () => {
    await openDesk()
    expect(screen.queryByRole('button', { name: 'Test my equipment' })).toBeNull()
  })

  it('is passed only when every step was tried and none failed', () => {
    const good = (step: CheckResult['step']): CheckResult => ({
      ...{ step, verdict: 'passed', finding: 'good', figures: {} },
    })
    const whole = (['permission', 'microphone', 'speaker', 'server', 'relay', 'line'] as const).map(good)
    const [first, ...others] = whole
    const broken: CheckResult = { ...good('permission'), verdict: 'failed', finding: 'permission-refused' }
    expect(
      [whole, [broken, ...others], [first, ...others.slice(1)]].map((r) => overallOf(r as CheckResult[])),
    ).toEqual(['passed', 'failed', 'stopped'])
  })
})
