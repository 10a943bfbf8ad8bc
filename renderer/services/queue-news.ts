import { problem } from '../domain/problem.ts'
import { queueStateOf, sameQueueState } from '../domain/queue-state.ts'
import type { QueueState } from '../domain/queue-state.ts'
import type { CallQueue } from '../ports/call-queue.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'
import type { Undo } from '../ports/undo.ts'
import type { ShiftState, ShiftStore } from '../state/shift-store.ts'
import type { Problems } from './problems.ts'

/** Milliseconds until a queue that did not agree is asked again; a link that comes back is not waited for. */
const pause = 15_000
/** Milliseconds that the last news of a shift may take. */
const goodbyeLimit = 5_000

export interface QueueNewsNeeds {
  readonly telephony: Pick<Telephony, 'listen'>
  readonly shift: ShiftStore
  readonly problems: Problems
  readonly timing: Timing
}

export type QueueNews = ReturnType<typeof createQueueNews>

/**
 * Tells the centre's queues what the agent is, one news after the other and only the newest: a queue must never be left
 * with an older state than the agent's. Told again after every lost link, since the centre may have forgotten.
 */
export function createQueueNews({ telephony, shift, problems, timing }: QueueNewsNeeds) {
  let queue: CallQueue | undefined
  let told: QueueState | undefined
  let telling: Promise<void> | undefined
  let stopWaiting: Undo = () => undefined

  const wanted = (): QueueState | undefined => queueStateOf(shift.getState().agent)
  const show = (state: ShiftState['queue']): void => shift.setState({ queue: state })

  async function tellNewest(to: CallQueue): Promise<void> {
    // Each turn tells one newer state; it ends when the agent's state stands still.
    for (let state = wanted(); state && queue === to && !sameQueueState(state, told); state = wanted()) {
      show('telling')
      const agreed = await to.tell(state)
      if (queue !== to) return
      if (!agreed.ok) {
        show('untold')
        problems.show(problem('queue-not-told'))
        stopWaiting = timing.after(pause, tell)
        return
      }
      told = state
    }
    show('told')
    problems.clear('queue-not-told')
  }

  function tell(): void {
    stopWaiting()
    if (!queue || telling || shift.getState().link.kind !== 'up') return
    if (sameQueueState(wanted(), told)) return
    telling = tellNewest(queue).finally(() => {
      telling = undefined
      // The agent's state may have changed in the last breath, or another shift may have begun meanwhile.
      if (shift.getState().queue !== 'untold') tell()
    })
  }

  const undos = [
    shift.subscribe(({ agent }, before) => {
      if (agent !== before.agent) tell()
    }),
    telephony.listen(({ kind }) => {
      if (kind !== 'link-back') return
      told = undefined
      tell()
    }),
  ]

  return {
    /** A shift has begun at a centre with this queue. */
    begin(to: CallQueue | undefined): void {
      queue = to
      told = undefined
      show(to ? 'telling' : 'none')
      tell()
    },
    /** The last news; a queue that does not answer keeps nobody at the desk. */
    async end(): Promise<void> {
      const leaving = queue
      stopWaiting()
      queue = undefined
      told = undefined
      // After the news that is on its way: a queue that hears "available" last would send customers to nobody.
      const goodbye = (telling ?? Promise.resolve()).then(() => leaving?.tell({ kind: 'signed-out' }))
      if (leaving) await Promise.race([goodbye, limit(timing)])
      show('none')
      problems.clear('queue-not-told')
    },
    tellAgain: tell,
    stop(): void {
      stopWaiting()
      undos.forEach((undo) => undo())
    },
  }
}

const limit = (timing: Timing): Promise<void> =>
  new Promise((resolve) => {
    timing.after(goodbyeLimit, resolve)
  })
