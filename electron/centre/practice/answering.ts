import type { Attempt, AttemptEvents } from './attempt.ts'
import type { Clock } from './clock.ts'
import type { Party } from './talk.ts'

/** So long does it ring at somebody with a script. */
const ringMilliseconds = 2000
/** So long does an announcement play before the call is answered: its line and a breath (voices/lines.tsv). */
const announcementMilliseconds = 6000
/** RFC 3261 §16.6, Timer C: three minutes of ringing, then a proxy says 408. */
const ringForEverMilliseconds = 180_000
const timedOut = 408

/** One step after another, each at its time after the one before it, until the attempt is called off. */
function inSteps(clock: Clock, steps: readonly { readonly after: number; act(): void }[]): Attempt {
  let stop: () => void = () => undefined
  const go = ([step, ...rest]: typeof steps): void => {
    if (!step) return
    stop = clock.after(step.after, () => {
      step.act()
      go(rest)
    })
  }
  go(steps)
  return { cancel: () => stop() }
}

/** Rings, then answers. */
export const ringAndAnswer = (clock: Clock, events: AttemptEvents, newParty: () => Party): Attempt =>
  inSteps(clock, [
    { after: 0, act: () => events.onRinging() },
    { after: ringMilliseconds, act: () => events.onAnswered(newParty()) },
  ])

export const answerAtOnce = (clock: Clock, events: AttemptEvents, newParty: () => Party): Attempt =>
  inSteps(clock, [{ after: 0, act: () => events.onAnswered(newParty()) }])

export const refuse = (clock: Clock, events: AttemptEvents, status: number): Attempt =>
  inSteps(clock, [{ after: 0, act: () => events.onRefused(status) }])

export const ringForEver = (clock: Clock, events: AttemptEvents): Attempt =>
  inSteps(clock, [
    { after: 0, act: () => events.onRinging() },
    { after: ringForEverMilliseconds, act: () => events.onRefused(timedOut) },
  ])

/** Speaks before it answers. */
export function announceAndAnswer(clock: Clock, events: AttemptEvents, party: Party): Attempt {
  let isAnswered = false
  const attempt = inSteps(clock, [
    { after: 0, act: () => events.onEarly(party) },
    {
      after: announcementMilliseconds,
      act: () => {
        isAnswered = true
        events.onAnswered(party)
      },
    },
  ])
  return {
    cancel: () => {
      attempt.cancel()
      if (!isAnswered) party.otherLeft()
    },
  }
}
