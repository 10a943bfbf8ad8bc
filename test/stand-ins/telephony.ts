import type { QueueState } from '../../renderer/domain/queue-state.ts'
import { asCallId } from '../../renderer/domain/ids.ts'
import type { Problem } from '../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../renderer/domain/result.ts'
import type { Result } from '../../renderer/domain/result.ts'
import type { CallQueue } from '../../renderer/ports/call-queue.ts'
import type { Telephony, TelephonyFact } from '../../renderer/ports/telephony.ts'
import { shiftStart } from '../make.ts'

/** The wire to the telephone: tells what the test says, and keeps what the desk asked for. */
export function createTelephonyStandIn() {
  const listeners = new Set<(fact: TelephonyFact) => void>()
  const asked: string[] = []
  let answer: Result<undefined, Problem> = done
  let dialled = 0
  const ask = (what: string): Promise<Result<undefined, Problem>> => {
    asked.push(what)
    return Promise.resolve(answer)
  }
  const tell = (...facts: readonly TelephonyFact[]): void =>
    facts.forEach((fact) => listeners.forEach((listener) => listener(fact)))
  const telephony: Telephony = {
    signIn: ({ user }) => ask(`sign in ${user}`),
    signOut: async () => {
      await ask('sign out')
    },
    doubtLink: (why) => void asked.push(`doubt ${why}`),
    prepare: () => undefined,
    answer: (call) => ask(`answer ${call}`),
    refuse: async (call, reason) => {
      await ask(`refuse ${call} ${reason}`)
    },
    async dial({ user }, { party, consultFor, isTest = false }) {
      const result = await ask(`dial ${user}`)
      if (!result.ok) return result
      const call = asCallId(`dialled-${(dialled += 1)}`)
      tell({ kind: 'call-dialled', call, party, consultFor, isTest, at: shiftStart })
      return ok(call)
    },
    hangUp: async (call) => {
      await ask(`hang up ${call}`)
    },
    setHeld: (call, held) => ask(`${held ? 'hold' : 'resume'} ${call}`),
    setMuted: (call, muted) => ask(`${muted ? 'mute' : 'unmute'} ${call}`),
    setRecordingPaused: (call, paused) => ask(`${paused ? 'rest' : 'record'} ${call}`),
    sendDigit: (call, digit) => ask(`digit ${digit} ${call}`),
    transfer: (call, { user }) => ask(`transfer ${call} to ${user}`),
    completeTransfer: (call, consultation) => ask(`connect ${call} with ${consultation}`),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    telephony,
    asked,
    tell,
    failWith: (problem: Problem) => (answer = failed(problem)),
    succeed: () => (answer = done),
  }
}

/** The wire to the queue: keeps what it was told. */
export function createQueueStandIn() {
  const told: string[] = []
  let answer: Result<undefined, Problem> = done
  const name = (state: QueueState): string =>
    state.kind === 'not-ready' ? `not-ready: ${state.reason}` : state.kind
  const queue: CallQueue = {
    tell: (state) => {
      told.push(name(state))
      return Promise.resolve(answer)
    },
  }
  return {
    queue,
    told,
    failWith: (problem: Problem) => (answer = failed(problem)),
    succeed: () => (answer = done),
  }
}
