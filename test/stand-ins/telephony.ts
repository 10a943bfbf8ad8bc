import type { Problem } from '../../renderer/domain/problem.ts'
import { done, failed } from '../../renderer/domain/result.ts'
import type { Result } from '../../renderer/domain/result.ts'
import type { Telephony, TelephonyFact } from '../../renderer/ports/telephony.ts'

/** The wire to the telephone: tells what the test says, and keeps what the desk asked for. */
export function createTelephonyStandIn() {
  const listeners = new Set<(fact: TelephonyFact) => void>()
  const asked: string[] = []
  let answer: Result<undefined, Problem> = done
  const ask = (what: string): Promise<Result<undefined, Problem>> => {
    asked.push(what)
    return Promise.resolve(answer)
  }
  const telephony: Telephony = {
    signIn: ({ user }) => ask(`sign in ${user}`),
    signOut: async () => {
      await ask('sign out')
    },
    prepare: () => undefined,
    answer: (call) => ask(`answer ${call}`),
    refuse: async (call, reason) => {
      await ask(`refuse ${call} ${reason}`)
    },
    hangUp: async (call) => {
      await ask(`hang up ${call}`)
    },
    setHeld: (call, held) => ask(`${held ? 'hold' : 'resume'} ${call}`),
    setMuted: (call, muted) => ask(`${muted ? 'mute' : 'unmute'} ${call}`),
    sendDigit: (call, digit) => ask(`digit ${digit} ${call}`),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    telephony,
    asked,
    tell: (...facts: readonly TelephonyFact[]) =>
      facts.forEach((fact) => listeners.forEach((listener) => listener(fact))),
    failWith: (problem: Problem) => (answer = failed(problem)),
    succeed: () => (answer = done),
  }
}
