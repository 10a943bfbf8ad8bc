import { checkSteps } from '../domain/line-check.ts'
import type { CheckResult, CheckStep } from '../domain/line-check.ts'
import type { LineCheck } from '../ports/line-check.ts'
import type { Records } from '../ports/records.ts'
import type { TelephonyAccount } from '../ports/telephony.ts'
import type { CheckStore } from '../state/check-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import { callEcho } from './echo-call.ts'
import type { EchoCallNeeds } from './echo-call.ts'
import type { Problems } from './problems.ts'

/** As many as a drawing of the last weeks needs. */
const shownHistory = 30

export interface EquipmentCheckNeeds extends EchoCallNeeds {
  readonly lineCheck: LineCheck
  readonly records: Pick<Records, 'saveLineCheck' | 'lineChecks'>
  readonly problems: Problems
  readonly shift: ShiftStore
  readonly check: CheckStore
}

export type EquipmentCheck = ReturnType<typeof createEquipmentCheck>

/** The test before a shift: headset, permission, server, relay and line, with a history. */
export function createEquipmentCheck(needs: EquipmentCheckNeeds) {
  const { lineCheck, records, problems, shift, check, timing } = needs
  let where: Pick<TelephonyAccount, 'servers' | 'iceServers'> = { servers: [], iceServers: [] }
  let stopping: AbortController | undefined
  let answerHeard: (yes: boolean) => void = () => undefined

  /** Resolves when the agent has answered; a test that is stopped has not been heard. */
  const askHeard = (stop: AbortSignal) => (): Promise<boolean> =>
    new Promise((resolve) => {
      check.setState({ asksHeard: true })
      answerHeard = (yes) => {
        check.setState({ asksHeard: false })
        resolve(yes)
      }
      stop.addEventListener('abort', () => answerHeard(false), { once: true })
    })

  async function line(stop: AbortSignal): Promise<CheckResult> {
    const echo = shift.getState().workplace?.dialling.echo
    if (echo === undefined)
      return { step: 'line', verdict: 'left-out', finding: 'line-not-configured', figures: {} }
    return callEcho(echo, needs, stop)
  }

  const run = (step: CheckStep, stop: AbortSignal): Promise<CheckResult> =>
    step === 'line' ? line(stop) : lineCheck.run(step, { ...where, heard: askHeard(stop), stop })

  async function loadHistory(): Promise<void> {
    const history = problems.unwrap(await records.lineChecks(shownHistory))
    if (history) check.setState({ history })
  }

  return {
    /** A shift has begun there. */
    async begin(account: Pick<TelephonyAccount, 'servers' | 'iceServers'>): Promise<void> {
      where = account
      check.setState({ results: [], running: undefined, asksHeard: false })
      await loadHistory()
    },

    /** Only while no customer can ring: the test takes the headset. */
    async start(): Promise<void> {
      if (stopping || shift.getState().agent.kind !== 'not-ready') return
      const controller = new AbortController()
      stopping = controller
      const { signal } = controller
      // Whoever takes calls again must have the headset back.
      const undo = shift.subscribe(({ agent }) => agent.kind !== 'not-ready' && controller.abort())
      const at = timing.now()
      check.setState({ results: [] })
      const results: CheckResult[] = []
      try {
        for (const step of checkSteps) {
          check.setState({ running: step })
          results.push(await run(step, signal))
          // Whatever the step asked is answered, or too late.
          check.setState({ results: [...results], asksHeard: false })
          if (signal.aborted) return
        }
        problems.unwrap(await records.saveLineCheck({ at, results }))
        await loadHistory()
      } finally {
        undo()
        stopping = undefined
        check.setState({ running: undefined, asksHeard: false })
      }
    },
    stop: (): void => stopping?.abort(),
    heard: (yes: boolean): void => answerHeard(yes),
  }
}
