import type { AgentState } from '../domain/agent-state.ts'
import type { InteractionId } from '../domain/ids.ts'
import { dayEntryOf, startOfDay } from '../domain/well-being/day.ts'
import { hardBecause } from '../domain/well-being/hard-contact.ts'
import type { DayLog } from '../ports/day-log.ts'
import type { Timing } from '../ports/timing.ts'
import { noDay } from '../state/day-store.ts'
import type { DayStore } from '../state/day-store.ts'
import type { MoodStore } from '../state/mood-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import type { Availability } from './availability.ts'

export interface WellBeingNeeds {
  readonly log: DayLog
  readonly availability: Pick<Availability, 'becomeNotReady' | 'becomeAvailable'>
  readonly timing: Timing
  readonly stores: {
    readonly day: DayStore
    readonly shift: ShiftStore
    readonly work: WorkStore
    readonly moods: MoodStore
  }
}

/** Milliseconds of a breather. The desk says when they are over, and brings nobody back by itself. */
export const breatherLasts = 120_000

/** What an agent can do about a hard contact. */
export interface WellBeing {
  /** Now, or as soon as the wrap-up is finished; in a call, after it. */
  takeBreather(): void
  declineBreather(): void
  endBreather(): Promise<void>
}

const mayRest = ({ kind }: AgentState): boolean => kind === 'available' || kind === 'not-ready'

/** Keeps the agent's day, and offers two minutes after a hard contact. Nothing of it is told to anybody. */
export function createWellBeing({ log, availability, timing, stores }: WellBeingNeeds) {
  const { day, shift, work, moods } = stores
  /** Of these the agent was asked, or they had ended before the shift. */
  const asked = new Set<InteractionId>()
  let last: AgentState = shift.getState().agent
  let saving: Promise<unknown> = Promise.resolve()

  async function begin(): Promise<void> {
    for (const { interaction } of work.getState().pages)
      if (interaction.endedAt !== undefined) asked.add(interaction.id)
    const earlier = await log.dayEntriesSince(startOfDay(timing.now()))
    if (!earlier.ok) return
    day.setState(({ entries }) => ({
      entries: [...earlier.value.filter(({ at }) => entries.every((one) => one.at !== at)), ...entries],
    }))
  }

  function keep(agent: AgentState): void {
    const entry = dayEntryOf(agent, timing.now())
    if (!entry) return
    day.setState(({ entries }) => ({ entries: [...entries, entry] }))
    // A disk that is full is told of by what must not be lost.
    saving = Promise.all([saving, log.saveDayEntry(entry)])
  }

  function rest(): void {
    day.setState({ breather: { kind: 'now', until: timing.now() + breatherLasts } })
    availability.becomeNotReady('break')
  }

  function agentChanged(agent: AgentState): void {
    const before = last
    if (agent === before) return
    last = agent
    keep(agent)
    if (before.kind === 'signing-in' && agent.kind === 'not-ready') void begin()
    if (agent.kind === 'signed-out') {
      asked.clear()
      day.setState(noDay)
      return
    }
    const { breather } = day.getState()
    if (breather?.kind === 'planned' && mayRest(agent)) rest()
    else if (breather?.kind === 'now' && !isOnBreak(agent)) day.setState({ breather: undefined })
  }

  /** Moods are worked out a moment after the end: so this is looked at whenever either changes. */
  function look(): void {
    const { interactions } = moods.getState()
    for (const { interaction } of work.getState().pages) {
      const { id, endedAt } = interaction
      if (endedAt === undefined || asked.has(id)) continue
      const because = hardBecause(interaction, interactions.get(id))
      if (!because) continue
      asked.add(id)
      if (!day.getState().breather) day.setState({ offer: { interaction: id, because } })
    }
  }

  const undos = [
    shift.subscribe(({ agent }) => agentChanged(agent)),
    work.subscribe(look),
    moods.subscribe(look),
  ]
  const desk: WellBeing = {
    takeBreather() {
      day.setState({ offer: undefined, breather: { kind: 'planned' } })
      if (mayRest(shift.getState().agent)) rest()
    },
    declineBreather: () => day.setState({ offer: undefined, breather: undefined }),
    async endBreather() {
      day.setState({ breather: undefined })
      await availability.becomeAvailable()
    },
  }
  return {
    desk,
    /** Resolves when the end of the shift is on the disk too. */
    settled: () => saving,
    stop: () => undos.forEach((undo) => undo()),
  }
}

const isOnBreak = (agent: AgentState): boolean => agent.kind === 'not-ready' && agent.reason === 'break'
