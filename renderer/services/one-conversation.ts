import type { Call } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { done, failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { Telephony } from '../ports/telephony.ts'
import { activeCall } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'

/** Something that lets the agent be heard in a call. */
export interface Entrance<T> {
  /** The call that is entered; a new one has no id yet. */
  readonly call?: CallId
  /** Looked at again when there is room: whoever has gone meanwhile is not entered. */
  readonly isWanted?: () => boolean
  readonly enter: () => Promise<Result<T, Problem>>
}

export interface OneConversation {
  /**
   * Enters a conversation after the one in hand has been put on hold (or given up, where nobody had answered). One
   * entrance after the other. Where it does not work, or is not wanted any more (`undefined`), the one that was in hand
   * is heard again.
   */
  enter<T>(entrance: Entrance<T>): Promise<Result<T | undefined, Problem>>
  /** Waits for the entrances before it: what holds must not cross what resumes. */
  inTurn<T>(run: () => Promise<T>): Promise<T>
}

/** An agent is heard in one call at a time: two customers never hear each other, or what is meant for the other. */
export function createOneConversation(
  telephony: Pick<Telephony, 'setHeld' | 'hangUp'>,
  calls: CallStore,
): OneConversation {
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }

  /** The way back to the one that was in hand, as long as it waits and the agent talks to nobody else. */
  const backTo = (call: Call) => async (): Promise<void> => {
    const waits = calls.getState().calls.get(call.id)?.state === 'held'
    if (waits && !activeCall(calls.getState())) await telephony.setHeld(call.id, false)
  }

  async function makeRoom(call: CallId | undefined): Promise<Result<() => Promise<void>, Problem>> {
    const active = activeCall(calls.getState())
    if (!active || active.id === call) return ok(() => Promise.resolve())
    // Being answered at this moment: whoever is about to be heard must not be put off.
    if (active.state === 'answering') return failed(problem('control-failed'))
    if (active.state !== 'connected') {
      await telephony.hangUp(active.id)
      return ok(() => Promise.resolve())
    }
    const held = await telephony.setHeld(active.id, true)
    return held.ok ? ok(backTo(active)) : held
  }

  return {
    inTurn,
    enter: <T>({ call, isWanted = () => true, enter }: Entrance<T>) =>
      inTurn<Result<T | undefined, Problem>>(async () => {
        if (!isWanted()) return done
        const room = await makeRoom(call)
        if (!room.ok) return room
        const entered = isWanted() ? await enter() : done
        if (!entered.ok || !isWanted()) await room.value()
        return entered
      }),
  }
}
