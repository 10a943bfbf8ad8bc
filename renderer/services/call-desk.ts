import type { Call, CallFact } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import { problem } from '../domain/problem.ts'
import { reduceCall } from '../domain/reduce-call.ts'
import { done } from '../domain/result.ts'
import type { CallAudio } from '../ports/call-audio.ts'
import type { Attention } from '../ports/desktop.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import { activeCall, heldCall, offeredCall, takenCall } from '../state/call-store.ts'
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
    ringing.stopRingback(call.id)
    if (call.endCause === 'busy' || call.endCause === 'declined') ringing.busy()
    forget(call)
    problems.clear('transfer-failed')
    if (!wasOffered && !takenCall(callState())) lastEnded()
    if (call.endCause === 'failed' || call.endCause === 'forgotten') problems.show(problem('call-failed'))
  }

  /** Nobody is talked to any more: whoever rang softly in the ear is heard by an agent without a headset too. */
  function lastEnded(): void {
    availability.beginWrapUp()
    const waiting = offeredCall(callState())
    if (waiting) offers.ringAloud(waiting.id)
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
    if (call.earlySound) ringing.stopRingback(call.id)
    else ringing.startRingback(call.id)
    writeUp.follow(call)
  }

  function connected(call: Call): void {
    ringing.stopRingback(call.id)
    writeUp.follow(call)
  }

  /** Nobody took the customer: they are back with the agent, unless the agent talks to somebody else by now. */
  function transferRefused(call: Call): void {
    problems.show(problem('transfer-failed'))
    if (!activeCall(callState())) void setHeld(call.id, false)
  }

  /** What else happens when the call has become what the fact says; most facts only show. */
  const consequences: Partial<Record<CallFact['kind'], (call: Call) => void>> = {
    'call-dialled': begun,
    'call-answering': answering,
    'call-rang': rang,
    'call-connected': connected,
    'party-changed': (call) => void writeUp.partyChanged(call),
    'transfer-asked': () => problems.clear('transfer-failed'),
    'transfer-refused': transferRefused,
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

  const isHeld = (call: CallId): boolean => callState().calls.get(call)?.state === 'held'

  /** Resuming one call holds the other, and brings its page to the front. */
  async function setHeld(call: CallId, held: boolean): Promise<boolean> {
    const agreed = await command(call, () =>
      held
        ? oneConversation.inTurn(() => telephony.setHeld(call, true))
        : oneConversation.enter({
            call,
            isWanted: () => callState().calls.has(call),
            enter: () => (isHeld(call) ? telephony.setHeld(call, false) : Promise.resolve(done)),
          }),
    )
    if (agreed && !held) writeUp.showCall(callState().calls.get(call)?.consultFor ?? call)
    return agreed
  }

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
        const rings = (): boolean => callState().calls.get(call)?.state === 'offered'
        ringing.pauseLimit()
        const answered = await oneConversation.enter({
          call,
          isWanted: () => callState().calls.has(call),
          enter: () => telephony.answer(call),
        })
        if (!answered.ok && rings()) offers.restartLimit(call)
        return answered
      }),
    refuse: (call: CallId) => telephony.refuse(call, 'agent-refused'),
    hangUp: (call: CallId) => telephony.hangUp(call),
    setHeld,
    /** At once, whatever else is under way in the call: the agent has already stopped minding what they say. */
    async setMuted(call: CallId, muted: boolean): Promise<void> {
      problems.unwrap(await telephony.setMuted(call, muted))
    },
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
      ringing.stopAll()
      for (const undo of undos) undo()
    },
  }
}
