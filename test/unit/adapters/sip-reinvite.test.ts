import { RequestPendingError, SessionState } from 'sip.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Reinviter } from '../../../renderer/adapters/sip/reinvite.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

interface Invite {
  readonly requestDelegate: {
    onAccept(): void
    onReject(response: { message: { statusCode: number; hasHeader: (name: string) => boolean } }): void
  }
}

/** A session, a server and an agent who wants to offer something. */
function createSession({ awaitsAck = false } = {}) {
  const server = { answers: true }
  const listeners = new Set<() => void>()
  const request = {
    delegate: {} as object | undefined,
    dispose: vi.fn(),
    cancel: vi.fn(),
    onTransportError: vi.fn(),
  }
  const session = {
    state: SessionState.Established,
    dialog: { reinviteUserAgentServer: {} as object | undefined },
    invite: vi.fn<(invite: Invite) => Promise<object>>(() => Promise.resolve(request)),
  }
  const media = { rollbackDescription: vi.fn(() => Promise.resolve()) }
  const onForgotten = vi.fn()
  const reinviter = new Reinviter({
    session: session as never,
    media,
    line: {
      answersNow: () => Promise.resolve(server.answers),
      onBack(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    random: () => 0.5,
    awaitsAck,
    onForgotten,
  })
  const answer = (statusCode: number, ...headers: string[]): void => {
    const last = session.invite.mock.lastCall?.[0].requestDelegate
    if (statusCode < 300) last?.onAccept()
    else last?.onReject({ message: { statusCode, hasHeader: (name) => headers.includes(name) } })
  }
  const back = (): void => [...listeners].forEach((listener) => listener())
  return { reinviter, session, media, server, answer, back, request, onForgotten }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('an offer in a call', () => {
  it('is agreed, or refused', async () => {
    const { reinviter, answer } = createSession()
    for (const [status, agreed] of [
      [200, true],
      [488, false],
    ] as const) {
      const offering = reinviter.offer()
      await pass(0)
      answer(status)
      expect(await offering).toBe(agreed)
    }
  })

  it('waits until the other side has had our answer to their call', async () => {
    const { reinviter, session, answer } = createSession({ awaitsAck: true })
    const offering = reinviter.offer()
    await pass(4_000)
    expect(session.invite).not.toHaveBeenCalled()
    reinviter.acknowledged()
    await pass(0)
    answer(200)
    expect(await offering).toBe(true)
  })

  it('is given up where the other side never says that it has had our answer', async () => {
    const { reinviter, session } = createSession({ awaitsAck: true })
    const offering = reinviter.offer()
    await pass(5_000)
    expect(await offering).toBe(false)
    expect(session.invite).not.toHaveBeenCalled()
  })

  it('never goes into a socket that has not just answered', async () => {
    const { reinviter, session, server, back, answer } = createSession()
    server.answers = false
    const offering = reinviter.offer()
    await pass(4_000)
    expect(session.invite).not.toHaveBeenCalled()
    back()
    await pass(0)
    answer(200)
    expect(await offering).toBe(true)
    const second = reinviter.offer()
    await pass(5_000)
    expect([await second, session.invite.mock.calls.length]).toEqual([false, 1])
  })

  it('is made again after it crossed theirs, three times at most (RFC 3261 §14.1)', async () => {
    const { reinviter, session, answer } = createSession()
    const prepare = vi.fn()
    const offering = reinviter.offer({ prepare })
    for (let tried = 1; tried <= 4; tried += 1) {
      await pass(0)
      expect(session.invite).toHaveBeenCalledTimes(tried)
      answer(491)
      await pass(990)
      expect(session.invite).toHaveBeenCalledTimes(tried)
      await pass(10)
    }
    expect([await offering, prepare.mock.calls.length]).toEqual([false, 4])
  })

  it('waits when they ask for it, and is made again', async () => {
    const { reinviter, answer } = createSession()
    const offering = reinviter.offer()
    await pass(0)
    answer(500, 'retry-after')
    await pass(1_000)
    answer(200)
    expect(await offering).toBe(true)
  })

  it.each([481, 408])('ends a call that they have forgotten (%d)', async (status) => {
    const { reinviter, answer, onForgotten } = createSession()
    const offering = reinviter.offer()
    await pass(0)
    answer(status)
    expect([await offering, onForgotten.mock.calls.length]).toEqual([false, 1])
  })

  it('that is agreed too late is told all the same', async () => {
    const { reinviter, answer } = createSession()
    const onLateAgreement = vi.fn()
    const offering = reinviter.offer({ onLateAgreement })
    await pass(5_000)
    expect([await offering, onLateAgreement.mock.calls.length]).toEqual([false, 0])
    answer(200)
    await pass(0)
    expect(onLateAgreement).toHaveBeenCalledOnce()
  })

  it('that is late keeps the next one waiting, and no longer than until the link is lost', async () => {
    const { reinviter, session, answer, request } = createSession()
    const late = reinviter.offer()
    await pass(5_000)
    const next = reinviter.offer()
    await pass(5_000)
    expect([await late, await next, session.invite.mock.calls.length]).toEqual([false, false, 1])
    reinviter.linkLost()
    expect(request.dispose).toHaveBeenCalledOnce()
    const third = reinviter.offer()
    await pass(0)
    answer(200)
    expect([await third, session.invite.mock.calls.length]).toEqual([true, 2])
  })

  it('that is never answered is taken back, and then given up, also where the link is well', async () => {
    const { reinviter, session, answer, request } = createSession()
    void reinviter.offer()
    await pass(15_000)
    expect([request.cancel.mock.calls.length, request.dispose.mock.calls.length]).toEqual([1, 0])
    await pass(17_000)
    expect(request.dispose).toHaveBeenCalledOnce()
    const next = reinviter.offer()
    await pass(0)
    answer(200)
    expect([await next, session.invite.mock.calls.length]).toEqual([true, 2])
  })

  it('that was still being described when the link went is not left waiting', async () => {
    const { reinviter, session, request } = createSession()
    let sent: (request: object) => void = () => undefined
    session.invite.mockReturnValueOnce(new Promise((resolve) => (sent = resolve)))
    void reinviter.offer()
    await pass(0)
    reinviter.linkLost()
    sent(request)
    await pass(0)
    expect(request.dispose).toHaveBeenCalledOnce()
  })

  it('that was lost with the link blocks nothing, and is made again when the link is back', async () => {
    const { reinviter, session, request, answer } = createSession()
    const offering = reinviter.offer()
    await pass(0)
    reinviter.linkLost()
    expect([request.onTransportError.mock.calls.length, request.dispose.mock.calls.length]).toEqual([1, 1])
    expect([request.delegate, session.dialog.reinviteUserAgentServer]).toEqual([undefined, undefined])
    await pass(0)
    answer(200)
    expect([await offering, session.invite.mock.calls.length]).toEqual([true, 2])
  })

  it('is rolled back where SIP.js could not send it, but never the one before that is still on its way', async () => {
    const { reinviter, session, media, answer } = createSession()
    session.invite.mockRejectedValueOnce(new RequestPendingError('in progress'))
    const first = reinviter.offer()
    await pass(1_000)
    answer(200)
    expect([await first, media.rollbackDescription.mock.calls.length]).toEqual([true, 0])
    session.invite.mockRejectedValueOnce(new Error('ongoing re-INVITE server transaction'))
    const second = reinviter.offer()
    await pass(1_000)
    answer(200)
    expect([await second, media.rollbackDescription.mock.calls.length]).toEqual([true, 1])
  })

  it('waits for the one before it', async () => {
    const { reinviter, session, answer } = createSession()
    const both = Promise.all([reinviter.offer(), reinviter.offer()])
    await pass(0)
    expect(session.invite).toHaveBeenCalledOnce()
    answer(200)
    await pass(0)
    answer(488)
    expect(await both).toEqual([true, false])
  })
})
