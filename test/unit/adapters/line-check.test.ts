import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createLineCheck } from '../../../renderer/adapters/line-check/line-check.ts'
import type { LineCheckNeeds } from '../../../renderer/adapters/line-check/line-check-needs.ts'
import { roundTripTo } from '../../../renderer/adapters/line-check/server-ping.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { ProblemCode } from '../../../renderer/domain/problem.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'
import type { SoundLevels } from '../../../renderer/ports/audio-devices.ts'
import type { Microphone } from '../../../renderer/ports/call-audio.ts'
import type { CheckWanted } from '../../../renderer/ports/line-check.ts'

const close = vi.fn()
const microphone = { track: {}, onReplaced: () => () => undefined, close } as unknown as Microphone

interface Headset {
  readonly refuses?: ProblemCode
  /** What the microphone picks up, tenth of a second by tenth of a second. */
  readonly levels?: readonly number[]
  readonly speakers?: number
}

function headset({ refuses, levels = [], speakers = 1 }: Headset) {
  const playing = new Set<object>()
  const devices: LineCheckNeeds['devices'] = {
    devices: () => {
      const speaker = Array.from({ length: speakers }, (_, index) => ({ id: `${index}`, label: 'Headset' }))
      return { present: { microphone: [], speaker, ringer: speaker }, chosen: {}, missing: [] }
    },
    watchLevels(listener: (levels: SoundLevels) => void) {
      const left = [...levels]
      const timer = setInterval(() => listener({ microphone: left.shift() ?? 0, speaker: 0 }), 100)
      return () => clearInterval(timer)
    },
    tryOut() {
      const sound = {}
      playing.add(sound)
      return () => void playing.delete(sound)
    },
  }
  const audio: LineCheckNeeds['audio'] = {
    openMicrophone: () => Promise.resolve(refuses ? failed(problem(refuses)) : ok(microphone)),
  }
  return { playing, check: createLineCheck({ audio, devices }) }
}

const wanted = (part: Partial<CheckWanted> = {}): CheckWanted => ({
  servers: [],
  iceServers: [],
  heard: () => Promise.resolve(true),
  stop: new AbortController().signal,
  ...part,
})

beforeEach(() => {
  vi.useFakeTimers()
  close.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Runs until it has an answer, however long that takes in the desk's time. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(65_000)
  return promise
}

describe('the test of the microphone', () => {
  const room = Array<number>(60).fill(0.25)
  it.each([
    ['passes when somebody speaks', [0, 0.5, 0.6, 0.5], 'good', 0.6],
    ['fails when nothing is picked up', [0, 0, 0.01], 'microphone-silent', 0.01],
    ['fails when only the room is heard', room, 'microphone-too-quiet', 0.25],
    ['is not taken in by a knock on the table', [0, 0.9, 0.1], 'microphone-too-quiet', 0.9],
  ])('%s', async (_name, levels, finding, level) => {
    const result = await inTime(headset({ levels }).check.run('microphone', wanted()))
    const verdict = finding === 'good' ? 'passed' : 'failed'
    expect(result).toEqual({ step: 'microphone', verdict, finding, figures: { level } })
    expect(close).toHaveBeenCalledOnce()
  })

  it.each([
    ['microphone-refused', 'permission-refused'],
    ['microphone-missing', 'microphone-missing'],
    ['microphone-busy', 'microphone-busy'],
  ] as const)('tells of %s', async (refuses, finding) => {
    const result = await inTime(headset({ refuses }).check.run('microphone', wanted()))
    expect(result).toEqual({ step: 'microphone', verdict: 'failed', finding, figures: {} })
  })
})

describe('the test of the permission', () => {
  const allowed = (state: PermissionState): void => {
    vi.stubGlobal('navigator', { permissions: { query: () => Promise.resolve({ state }) } })
  }

  it.each([
    ['granted', undefined, 'good'],
    ['granted', 'microphone-busy', 'good'],
    ['granted', 'microphone-missing', 'good'],
    ['prompt', 'microphone-missing', 'microphone-missing'],
    ['prompt', 'microphone-refused', 'permission-refused'],
    ['denied', undefined, 'permission-refused'],
  ] as const)('%s, then %s: %s', async (state, refuses, finding) => {
    allowed(state)
    const { check } = headset(refuses ? { refuses } : {})
    expect((await inTime(check.run('permission', wanted()))).finding).toBe(finding)
  })

  it('asks the microphone where the browser has no answer', async () => {
    vi.stubGlobal('navigator', {})
    expect((await inTime(headset({}).check.run('permission', wanted()))).finding).toBe('good')
  })
})

describe('the test of the speaker', () => {
  it('plays until the agent has answered, and no longer', async () => {
    const { check, playing } = headset({})
    const heard = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(true), 7_000))
    const running = check.run('speaker', wanted({ heard }))
    await vi.advanceTimersByTimeAsync(6_000)
    const during = playing.size
    const result = await inTime(running)
    expect({ during, after: playing.size, finding: result.finding }).toEqual({
      during: 1,
      after: 0,
      finding: 'good',
    })
  })

  it('does not ask about a speaker that is not there', async () => {
    const heard = vi.fn(() => Promise.resolve(true))
    const result = await inTime(headset({ speakers: 0 }).check.run('speaker', wanted({ heard })))
    expect([result.finding, heard.mock.calls.length]).toEqual(['speaker-missing', 0])
  })
})

describe('every step', () => {
  const steps = ['permission', 'microphone', 'speaker', 'server', 'relay'] as const

  it.each(steps)('%s fails in the words of the desk when the browser breaks', async (step) => {
    const broken = (): never => {
      throw new Error('broken')
    }
    const check = createLineCheck({
      audio: { openMicrophone: broken },
      devices: { devices: broken, watchLevels: broken, tryOut: broken },
    })
    const iceServers = [{ url: 'turn:relay.example', username: 'a', credential: 'b' }]
    const result = await inTime(check.run(step, wanted({ servers: ['ws://127.0.0.1:9'], iceServers })))
    expect(result).toMatchObject({ step, verdict: 'failed', figures: {} })
  })

  it.each(steps)('%s is not begun when the agent has stopped before', async (step) => {
    const result = await inTime(headset({}).check.run(step, wanted({ stop: AbortSignal.abort() })))
    expect(result).toEqual({ step, verdict: 'left-out', finding: 'stopped', figures: {} })
  })

  it('lets go of a microphone that opens only after the test was stopped', async () => {
    let open: (result: ReturnType<typeof ok<Microphone>>) => void = () => undefined
    const late = createLineCheck({
      audio: { openMicrophone: () => new Promise((resolve) => (open = resolve)) },
      devices: {
        devices: () => ({ present: { microphone: [], speaker: [], ringer: [] }, chosen: {}, missing: [] }),
        watchLevels: () => () => undefined,
        tryOut: () => () => undefined,
      },
    })
    const stopping = new AbortController()
    const running = late.run('microphone', wanted({ stop: stopping.signal }))
    stopping.abort()
    const result = await running
    open(ok(microphone))
    await inTime(Promise.resolve())
    expect([result.finding, close.mock.calls.length]).toEqual(['stopped', 1])
  })
})

describe('the test of the server', () => {
  it('takes an address that is none for a server that is not there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string().filter((text) => !/^(ws|http)s?:/i.test(text)),
        async (text) => {
          expect(await roundTripTo(text, new AbortController().signal)).toBeUndefined()
        },
      ),
      { numRuns: 40 },
    )
  })
})
