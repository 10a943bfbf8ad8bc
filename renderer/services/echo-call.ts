import type { CallQuality } from '../domain/call-quality.ts'
import type { CallId } from '../domain/ids.ts'
import type { CheckFinding, CheckResult } from '../domain/line-check.ts'
import type { Telephony, TelephonyFact } from '../ports/telephony.ts'
import type { Timing } from '../ports/timing.ts'

/** Milliseconds for the echo to answer, and to be measured: several measurements, not a single lucky one. */
const answerLimit = 8_000
const measuring = 7_000
/**
 * Milliseconds more where sound still comes late. What plays it grows its buffer at once when the computer hesitates, as it
 * does when a call opens its devices, and shrinks it over seconds: only what stays late would be heard in a call.
 */
const settling = 9_000

export interface EchoCallNeeds {
  readonly telephony: Pick<Telephony, 'dial' | 'hangUp' | 'listen'>
  readonly timing: Timing
}

/** Calls the centre's echo and measures what comes back: the whole way of a call, there and back. */
export async function callEcho(
  extension: string,
  { telephony, timing }: EchoCallNeeds,
  stop: AbortSignal,
): Promise<CheckResult> {
  const measured: CallQuality[] = []
  let call: CallId | undefined
  const state = { ended: false, settling: false }
  let settle: () => void = () => undefined
  const over = new Promise<void>((resolve) => (settle = resolve))
  const isLate = (): boolean => cameLate(measured.at(-1))
  const measure = (): void => {
    state.settling = isLate()
    if (state.settling) undoLimit = timing.after(settling, settle)
    else settle()
  }
  const hear = (fact: TelephonyFact): void => {
    if (!('call' in fact) || fact.call !== call) return
    if (fact.kind === 'call-connected') undoLimit()
    if (fact.kind === 'call-connected') undoLimit = timing.after(measuring, measure)
    if (fact.kind === 'quality-measured') measured.push(fact.quality)
    if (state.settling && !isLate()) settle()
    if (fact.kind !== 'call-ended') return
    state.ended = true
    settle()
  }
  let undoLimit = timing.after(answerLimit, settle)
  const early: TelephonyFact[] = []
  // Facts may come before `dial` has told which call it is.
  const undoListening = telephony.listen((fact) => {
    if (call === undefined) early.push(fact)
    else hear(fact)
  })
  stop.addEventListener('abort', settle)
  const party = { number: extension, name: undefined, queue: undefined }
  const dialled = await telephony.dial({ user: extension, isNumber: false }, { party, isTest: true })
  if (dialled.ok) {
    call = dialled.value
    early.forEach(hear)
    if (!stop.aborted) await over
    if (!state.ended) await telephony.hangUp(call)
  }
  undoLimit()
  undoListening()
  stop.removeEventListener('abort', settle)
  return stop.aborted
    ? { step: 'line', verdict: 'left-out', finding: 'stopped', figures: {} }
    : judgeLine(measured)
}

const findingOf: Readonly<Record<CallQuality['cause'], CheckFinding>> = {
  none: 'good',
  loss: 'line-loss',
  jitter: 'line-jitter',
  delay: 'line-delay',
  upload: 'line-loss',
  silence: 'line-silent',
}

const isGoodEnough = ({ band }: CallQuality): boolean => band === 'good' || band === 'fair'

const cameLate = (quality: CallQuality | undefined): boolean =>
  quality?.cause === 'delay' && !isGoodEnough(quality)

/** The worst of the measurements decides: a customer would hear it too. Lateness that has passed is not counted. */
export function judgeLine(measured: readonly CallQuality[]): CheckResult {
  const counted = cameLate(measured.at(-1)) ? measured : measured.filter((quality) => !cameLate(quality))
  const [worst] = [...counted].sort((a, b) => a.mos - b.mos)
  if (!worst) return { step: 'line', verdict: 'failed', finding: 'line-unreachable', figures: {} }
  const passed = isGoodEnough(worst)
  const { mos, jitter, lost, roundTrip } = worst
  return {
    step: 'line',
    verdict: passed ? 'passed' : 'failed',
    finding: passed ? 'good' : findingOf[worst.cause],
    figures: { mos, jitter, lost, ...(roundTrip !== undefined && { roundTrip }) },
  }
}
