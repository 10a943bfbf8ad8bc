import type { CheckFinding, CheckResult, CheckVerdict } from '../../domain/line-check.ts'
import type { CheckWanted, LineCheck } from '../../ports/line-check.ts'
import { found, given } from './found.ts'
import type { Found } from './found.ts'
import type { LineCheckNeeds } from './line-check-needs.ts'
import { checkMicrophone } from './microphone-step.ts'
import { checkPermission } from './permission-step.ts'
import { checkRelays } from './relay-step.ts'
import { checkServers } from './server-step.ts'
import { checkSpeaker } from './speaker-step.ts'

type Step = Parameters<LineCheck['run']>[0]

interface StepRules {
  /** When the signal is given it lets go of everything that it has opened. */
  readonly run: (needs: LineCheckNeeds, wanted: CheckWanted, stop: AbortSignal) => Promise<Found>
  /** Milliseconds that it may take. */
  readonly limit: number
  /** What it means when it takes longer, or cannot be tried. */
  readonly late: CheckFinding
}

const steps: Readonly<Record<Step, StepRules>> = {
  // As long as the system may take to ask the agent.
  permission: { run: checkPermission, limit: 20_000, late: 'permission-refused' },
  microphone: { run: checkMicrophone, limit: 10_000, late: 'microphone-busy' },
  // Here a person is asked.
  speaker: { run: checkSpeaker, limit: 60_000, late: 'speaker-unheard' },
  server: { run: checkServers, limit: 10_000, late: 'server-unreachable' },
  relay: { run: checkRelays, limit: 10_000, late: 'relay-unreachable' },
}

/** The test before a shift, on the very devices and addresses that the shift will use. */
export function createLineCheck(needs: LineCheckNeeds): LineCheck {
  return {
    async run(step, wanted): Promise<CheckResult> {
      const { run, limit, late } = steps[step]
      const over = new AbortController()
      const timer = setTimeout(() => over.abort(), limit)
      const stop = AbortSignal.any([wanted.stop, over.signal])
      const lateFinding = given(stop).then(() => found(late))
      const trying = wanted.stop.aborted ? lateFinding : run(needs, wanted, stop)
      const result = await Promise.race([trying, lateFinding]).catch(() => found(late))
      clearTimeout(timer)
      over.abort()
      const { finding, figures } = wanted.stop.aborted ? found('stopped') : result
      return { step, verdict: verdictOf(finding), finding, figures }
    },
  }
}

function verdictOf(finding: CheckFinding): CheckVerdict {
  if (finding === 'good') return 'passed'
  return finding === 'relay-not-configured' || finding === 'stopped' ? 'left-out' : 'failed'
}
