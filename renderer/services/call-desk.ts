import type { Call, CallFact } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import { problem } from '../domain/problem.ts'
import { reduceCall } from '../domain/reduce-call.ts'
import { failed } from '../domain/result.ts'
import type { CallAudio } from '../ports/call-audio.ts'
import type { Attention } from '../ports/desktop.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import { activeCall, heldCall, takenCall } from '../state/call-store.ts'
import type { CallStore } from '../state/call-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import type { Availability } from './availability.ts'
import type { CallCommand } from './call-commands.ts'
import { createOffers } from './offers.ts'
import type { OneConversation } from './one-conversation.ts'
import type { Problems } from './problems.ts'
import { createRinging } from './ringing.ts'
import type { WriteUp } from './write-up.ts'

export interface CallDeskNeeds {
  readonly telephony: Telephony
  readonly audio: Pick<CallAudio, 'play'>
  readonly attention: Attention
  readonly availability: Availability
  readonly writeUp: WriteUp
  readonly problems: Problems
  readonly timing: Timing
  readonly command: CallCommand
  readonly oneConversation: OneConversation
  readonly stores: { readonly shift: ShiftStore; readonly calls: CallStore; readonly work: WorkStore }
}

export type CallDesk = ReturnType<typeof createCallDesk>

/** Takes and makes calls: from the first ring to the end of the conversation. */
export function createCallDesk(needs: CallDeskNeeds) {
  const { telephony, availability, writeUp, problems, timing, command, oneConversation, stores } = needs
  const ringing = createRinging(needs)
  const offers = createOffers({ ...needs, ringing })
  const callState = () => stores.calls.getState()

  function put(call: Call): void {
    stores.calls.setState(({ calls }) => ({ calls: new Map(calls).set(call.id, call) }))
  }

  function forget(call: Call): void {
    stores.calls.setState(({ calls }) => ({ calls: new Map([...calls].filter(([id]) => id !== call.id)) }))
    stores.work.setState(({ offer }) => ({ offer: offer?.call === call.id ? undefined : offer }))
  }

  /** `before`: what it was when it ended. */
  function ended(call: Call, before: Call): void {
    const wasOffered = before.state === 'offered'
    if (wasOffered) ringing.stop()
    // A word with a colleague has no page of its own.
    if (wasOffered || call.consultFor !== undefined) void writeUp.recordUnanswered(call)
    else writeUp.follow(call)
    if (call.direction === 'outgoing') ringing.stopRingback()
    if (call.endCause === 'busy' || call.endCause === 'declined') ringing.busy()
    forget(call)
    if (!wasOffered && !takenCall(callState())) availability.beginWrapUp()
    if (call.endCause === 'failed' || call.endCause === 'forgotten') problems.show(problem('call-failed'))
  }

  /** The agent has taken or made it: from now on it is work. */
  function begun(call: Call): void {
    availability.beginInteraction()
    if (call.consultFor === undefined) writeUp.begin(call)
  }

  function answering(call: Call): void {
    ringing.stop()
    begun(call)
    stores.work.setState({ offer: undefined })
  }

  function rang(call: Call): void {
    if (call.earlySound) ringing.stopRingback()
    else ringing.startRingback()
    writeUp.follow(call)
  }

  function connected(call: Call): void {
    ringing.stopRingback()
    writeUp.follow(call)
  }

  /** What else happens when the call has become what the fact says; most facts only show. */
  const consequences: Partial<Record<CallFact['kind'], (call: Call) => void>> = {
    'call-dialled': begun,
    'call-answering': answering,
    'call-rang': rang,
    'call-connected': connected,
    'party-changed': (call) => void writeUp.partyChanged(call),
    'transfer-refused': () => problems.show(problem('transfer-failed')),
  }

  function offered(call: Call): void {
    if (offers.offer(call))
      put(reduceCall(call, { kind: 'call-rang', call: call.id, earlySound: false, at: timing.now() }))
  }

  function follow(fact: CallFact): void {
    const before = callState().calls.get(fact.call)
    if (fact.kind === 'call-offered') {
      offered(reduceCall(before, fact))
      return
    }
    // One that was never shown here, or that the equipment test has made.
    if (!before && (fact.kind !== 'call-dialled' || fact.isTest)) return
    const call = reduceCall(before, fact)
    put(call)
    if (fact.kind === 'call-ended' && before) ended(call, before)
    else consequences[fact.kind]?.(call)
  }

  const setHeld = async (call: CallId, held: boolean): Promise<boolean> =>
    (held || (await oneConversation.makeRoom(call))) && command(call, () => telephony.setHeld(call, held))

  const undos = [
    telephony.listen((fact) => {
      if ('call' in fact) follow(fact)
    }),
    offers.watch(),
  ]

  return {
    /** Holds the call in hand first. The ring limit waits while the system opens the microphone. */
    answer: (call: CallId): Promise<boolean> =>
      command(call, async () => {
        ringing.pauseLimit()
        const answered = (await oneConversation.makeRoom(call))
          ? await telephony.answer(call)
          : failed(problem('control-failed'))
        if (!answered.ok && callState().calls.get(call)?.state === 'offered') offers.restartLimit(call)
        return answered
      }),
    refuse: (call: CallId) => telephony.refuse(call, 'agent-refused'),
    hangUp: (call: CallId) => telephony.hangUp(call),
    /** Resuming one call holds the other. */
    setHeld,
    setMuted: (call: CallId, muted: boolean) => command(call, () => telephony.setMuted(call, muted)),
    /** From the call in hand to the one that has waited longest, and back. */
    async swap(): Promise<void> {
      const [held, active] = [heldCall(callState()), activeCall(callState())]
      if (held) await setHeld(held.id, false)
      else if (active?.state === 'connected') await setHeld(active.id, true)
    },
    async sendDigit(call: CallId, digit: string): Promise<void> {
      problems.unwrap(await telephony.sendDigit(call, digit))
    },
    stop(): void {
      ringing.stop()
      ringing.stopRingback()
      for (const undo of undos) undo()
    },
  }
}
