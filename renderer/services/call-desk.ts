import { takesCalls } from '../domain/agent-state.ts'
import type { Call, CallFact } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { reduceCall } from '../domain/reduce-call.ts'
import type { Result } from '../domain/result.ts'
import type { CallAudio } from '../ports/call-audio.ts'
import type { Attention } from '../ports/desktop.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import type { Undo } from '../ports/undo.ts'
import { liveCall } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import type { Availability } from './availability.ts'
import type { Problems } from './problems.ts'
import type { WriteUp } from './write-up.ts'

/** Milliseconds after which an unanswered call goes back to its queue, and the agent to not ready. */
const ringLimit = 20_000

export interface CallDeskNeeds {
  readonly telephony: Telephony
  readonly audio: Pick<CallAudio, 'ring'>
  readonly attention: Attention
  readonly availability: Availability
  readonly writeUp: WriteUp
  readonly problems: Problems
  readonly timing: Timing
  readonly stores: { readonly shift: ShiftStore; readonly calls: CallStore; readonly work: WorkStore }
}

export type CallDesk = ReturnType<typeof createCallDesk>

/** Takes calls: from the ring to the end of the conversation. */
export function createCallDesk(needs: CallDeskNeeds) {
  const { telephony, availability, writeUp, problems, stores } = needs
  let silence: Undo = () => undefined
  let stopRingLimit: Undo = () => undefined

  /** A call that rings for too long goes back: the state tells the queue so, and the chair stays empty. */
  const startRingLimit = (): void => {
    stopRingLimit()
    stopRingLimit = needs.timing.after(ringLimit, () => availability.ringOut())
  }

  const startRinging = (): void => {
    const stopSound = needs.audio.ring()
    needs.attention.alert('call-offered')
    startRingLimit()
    silence = () => {
      stopSound()
      stopRingLimit()
      needs.attention.calm()
      silence = () => undefined
    }
  }

  function put(call: Call): void {
    stores.calls.setState(({ calls }) => ({ calls: new Map(calls).set(call.id, call) }))
  }

  function offered(call: Call): void {
    if (!takesCalls(stores.shift.getState().agent) || liveCall(stores.calls.getState())) {
      void telephony.refuse(call.id, 'agent-not-ready')
      return
    }
    put(call)
    stores.work.setState({ offer: { call: call.id, contact: undefined, past: [] } })
    startRinging()
    telephony.prepare(call.id)
    void writeUp.recognise(call)
  }

  function ended(call: Call, wasOffered: boolean): void {
    if (wasOffered) {
      silence()
      void writeUp.recordUnanswered(call)
    } else {
      writeUp.follow(call)
      availability.beginWrapUp()
    }
    stores.calls.setState(({ calls }) => {
      const left = new Map(calls)
      left.delete(call.id)
      return { calls: left }
    })
    if (call.endCause === 'failed') problems.show(problem('call-failed'))
    stores.work.setState(({ offer }) => ({ offer: offer?.call === call.id ? undefined : offer }))
  }

  function follow(fact: CallFact): void {
    const before = stores.calls.getState().calls.get(fact.call)
    if (!before && fact.kind !== 'call-offered') return // refused before it was shown
    const call = reduceCall(before, fact)
    if (fact.kind === 'call-offered') {
      offered(call)
      return
    }
    put(call)
    if (fact.kind === 'call-answering') {
      silence()
      availability.beginInteraction()
      writeUp.begin(call)
      stores.work.setState({ offer: undefined })
    } else if (fact.kind === 'call-ended') ended(call, before?.state === 'offered')
    else if (fact.kind === 'call-connected') writeUp.follow(call)
  }

  /** Runs a command on a call, with the call shown as busy meanwhile and a failure shown as a problem. */
  async function command(call: CallId, run: () => Promise<Result<undefined, Problem>>): Promise<void> {
    if (stores.calls.getState().busy.has(call)) return
    const mark = (busy: boolean): void =>
      stores.calls.setState((state) => {
        const marked = new Set(state.busy)
        if (busy) marked.add(call)
        else marked.delete(call)
        return { busy: marked }
      })
    mark(true)
    try {
      const result = await run()
      problems.unwrap(result)
      if (result.ok)
        problems.clear('control-failed', 'microphone-busy', 'microphone-missing', 'microphone-refused')
    } finally {
      mark(false)
    }
  }

  const undos = [
    telephony.listen((fact) => {
      if ('call' in fact) follow(fact)
    }),
    // An agent who takes no more calls, for whatever reason, gives back the one that is ringing.
    stores.shift.subscribe(({ agent }) => {
      const call = liveCall(stores.calls.getState())
      const gone = agent.kind === 'not-ready' || agent.kind === 'signed-out'
      if (gone && call?.state === 'offered') void telephony.refuse(call.id, 'agent-not-ready')
    }),
  ]

  return {
    /** The ring limit waits while the system opens the microphone, and counts anew if it does not. */
    answer: (call: CallId) =>
      command(call, async () => {
        stopRingLimit()
        const answered = await telephony.answer(call)
        if (!answered.ok && stores.calls.getState().calls.get(call)?.state === 'offered') startRingLimit()
        return answered
      }),
    refuse: (call: CallId) => telephony.refuse(call, 'agent-refused'),
    hangUp: (call: CallId) => telephony.hangUp(call),
    setHeld: (call: CallId, held: boolean) => command(call, () => telephony.setHeld(call, held)),
    setMuted: (call: CallId, muted: boolean) => command(call, () => telephony.setMuted(call, muted)),
    async sendDigit(call: CallId, digit: string): Promise<void> {
      problems.unwrap(await telephony.sendDigit(call, digit))
    },
    stop(): void {
      silence()
      for (const undo of undos) undo()
    },
  }
}
