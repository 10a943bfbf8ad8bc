import { UserAgent } from 'sip.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { reconnect } from '../../../renderer/adapters/sip/reconnect.ts'
import { register } from '../../../renderer/adapters/sip/registration.ts'
import { createSipTelephony } from '../../../renderer/adapters/sip/sip-telephony.ts'
import { userAgentOptions } from '../../../renderer/adapters/sip/user-agent-options.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'

vi.mock(import('../../../renderer/adapters/sip/registration.ts'), async (actual) => ({
  ...(await actual()),
  register: vi.fn(),
}))

const account = {
  server: 'ws://127.0.0.1:1',
  domain: 'foyer.test',
  user: 'agent1',
  password: 'x',
  iceServers: [],
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a lost line', () => {
  it('waits longer with each try, up to 2 s, and stops when it is undone', async () => {
    const tried: number[] = []
    const start = Date.now()
    const undo = reconnect({
      attempt() {
        tried.push(Date.now() - start)
        return Promise.reject(new Error('not yet'))
      },
      onBack: () => undefined,
      random: () => 1,
    })
    await vi.advanceTimersByTimeAsync(8_000)
    expect(tried).toEqual([250, 750, 1_750, 3_750, 5_750, 7_750])
    undo()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(tried).toHaveLength(6)
  })

  it('does not send a refused password twice', async () => {
    const facts: TelephonyFact[] = []
    const started = vi.spyOn(UserAgent.prototype, 'start').mockResolvedValue()
    const back = vi.spyOn(UserAgent.prototype, 'reconnect').mockResolvedValue()
    vi.mocked(register)
      .mockResolvedValueOnce(done)
      .mockResolvedValue(failed(problem('wrong-password')))
    const telephony = createSipTelephony({
      audio: {} as never,
      now: () => 0,
      newId: () => '00000000-0000-4000-8000-000000000001',
      random: () => 0,
    })
    telephony.listen((fact) => facts.push(fact))
    await telephony.signIn(account)
    const line = started.mock.contexts[0] as UserAgent
    line.delegate?.onDisconnect?.(new Error('lost'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect([back.mock.calls.length, vi.mocked(register).mock.calls.length]).toEqual([1, 2])
    expect(facts.map(({ kind }) => kind)).toEqual(['link-lost', 'signed-out-by-server'])
  })

  it('writes nothing of a message to any log', () => {
    expect(userAgentOptions(account, 'id')).toMatchObject({
      logBuiltinEnabled: false,
      logConfiguration: false,
      transportOptions: { traceSip: false },
    })
  })
})
