import { changeAgentState, chosenReasons } from '../domain/agent-state.ts'
import type { AgentState, ChosenReason } from '../domain/agent-state.ts'
import { problem } from '../domain/problem.ts'
import type { CallAudio } from '../ports/call-audio.ts'
import type { Timing } from '../ports/timing.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { Problems } from './problems.ts'

export interface AvailabilityNeeds {
  readonly audio: Pick<CallAudio, 'openMicrophone'>
  readonly shift: ShiftStore
  readonly problems: Problems
  readonly timing: Timing
}

export type Availability = ReturnType<typeof createAvailability>

/** Whether the agent takes calls, and why not. */
export function createAvailability({ audio, shift, problems, timing }: AvailabilityNeeds) {
  const become = (next: AgentState): void =>
    shift.setState(({ agent }) => ({ agent: changeAgentState(agent, next) }))
  const is = (...kinds: readonly AgentState['kind'][]): boolean => kinds.includes(shift.getState().agent.kind)

  /** A desk without a microphone must not be offered a customer: `true` when there is one that may be used. */
  async function microphoneWorks(): Promise<boolean> {
    const microphone = problems.unwrap(await audio.openMicrophone())
    microphone?.close()
    if (microphone) problems.clear('microphone-refused', 'microphone-missing', 'microphone-busy')
    return microphone !== undefined
  }

  async function becomeAvailable(): Promise<void> {
    if (!is('not-ready', 'wrap-up')) return
    if (shift.getState().link.kind === 'signed-out') {
      problems.show(problem('signed-out'))
      return
    }
    const before = shift.getState().agent
    // The agent may have gone on a break or signed out, or the centre may have ended the shift, while the system asked.
    if ((await microphoneWorks()) && shift.getState().agent === before)
      become({ kind: 'available', since: timing.now() })
  }

  return {
    becomeAvailable,
    becomeNotReady(reason: ChosenReason): void {
      if (is('available', 'not-ready', 'wrap-up')) become({ kind: 'not-ready', reason, since: timing.now() })
    },
    /** A second call is part of the same stretch of work: its clock goes on. */
    beginInteraction(): void {
      if (is('on-interaction')) return
      const { agent } = shift.getState()
      // A call back from the wrap-up is part of the same stretch.
      if (agent.kind !== 'wrap-up') shift.setState({ resumeReason: chosenReasonOf(agent) })
      become({ kind: 'on-interaction', since: timing.now() })
    },
    beginWrapUp(): void {
      if (is('on-interaction')) become({ kind: 'wrap-up', since: timing.now() })
    },
    /** The centre has gone or does not know the agent any more: no customer can ring here. */
    stopTakingCalls(): void {
      if (is('available')) become({ kind: 'not-ready', reason: 'technical', since: timing.now() })
    },
    /** A call rang and nobody came: no further customer should ring an empty chair. */
    ringOut(): void {
      if (is('available')) become({ kind: 'not-ready', reason: 'rang-out', since: timing.now() })
    },
    /** After the wrap-up: on to the next customer, or a break first. */
    async endWrapUp(then: 'available' | ChosenReason): Promise<void> {
      if (!is('wrap-up')) return
      if (then !== 'available') {
        become({ kind: 'not-ready', reason: then, since: timing.now() })
        return
      }
      await becomeAvailable()
      if (is('wrap-up')) become({ kind: 'not-ready', reason: 'technical', since: timing.now() })
    },
    checkMicrophone: microphoneWorks,
  }
}

const chosenReasonOf = (agent: AgentState): ChosenReason | undefined =>
  agent.kind === 'not-ready' ? chosenReasons.find((reason) => reason === agent.reason) : undefined
