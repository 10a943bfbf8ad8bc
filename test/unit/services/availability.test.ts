import { describe, expect, it, vi } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { ok } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import type { Microphone } from '../../../renderer/ports/call-audio.ts'
import { createAvailability } from '../../../renderer/services/availability.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { createShiftStore } from '../../../renderer/state/shift-store.ts'
import { later } from '../../later.ts'
import { shiftStart } from '../../make.ts'
import { createMicrophoneStandIn } from '../../stand-ins/microphone.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'

function withMicrophone(openMicrophone: () => Promise<Result<Microphone, never>>) {
  const shift = createShiftStore()
  shift.setState({ agent: { kind: 'not-ready', reason: 'signed-in', since: shiftStart } })
  const store = createProblemStore()
  const problems = createProblems(store, { report: () => undefined })
  const timing = createTimingStandIn(shiftStart)
  const codes = () => store.getState().problems.map(({ code }) => code)
  return {
    shift,
    codes,
    availability: createAvailability({ audio: { openMicrophone }, shift, problems, timing }),
  }
}

describe('becoming available', () => {
  it('closes the microphone again after the check', async () => {
    const close = vi.fn()
    const { availability } = withMicrophone(() => Promise.resolve(ok(createMicrophoneStandIn(close))))
    await availability.becomeAvailable()
    expect(close).toHaveBeenCalledOnce()
  })

  it('is too late for somebody who signed out while the system asked', async () => {
    const asking = later<Result<Microphone, never>>()
    const { shift, availability } = withMicrophone(() => asking.promise)
    const becoming = availability.becomeAvailable()
    shift.setState({ agent: { kind: 'signed-out' } })
    asking.resolve(ok(createMicrophoneStandIn()))
    await becoming
    expect(shift.getState().agent.kind).toBe('signed-out')
  })
})

describe('an agent who changes their mind', () => {
  it('and goes on a break while the microphone is looked at, stays on the break', async () => {
    const asking = later<Result<Microphone, never>>()
    const { shift, availability } = withMicrophone(() => asking.promise)
    const becoming = availability.becomeAvailable()
    availability.becomeNotReady('break')
    asking.resolve(ok(createMicrophoneStandIn()))
    await becoming
    expect(shift.getState().agent).toMatchObject({ kind: 'not-ready', reason: 'break' })
  })

  it('is not available where the centre has signed them out, and is told so', async () => {
    const { shift, availability, codes } = withMicrophone(() =>
      Promise.resolve(ok(createMicrophoneStandIn())),
    )
    shift.setState({ link: { kind: 'signed-out' } })
    await availability.becomeAvailable()
    expect([shift.getState().agent.kind, codes()]).toEqual(['not-ready', ['signed-out']])
  })
})

describe('a remedy', () => {
  it('never sends a refused password again: that is how accounts get locked', () => {
    expect(problem('wrong-password').remedy).toBe('none')
  })
})
