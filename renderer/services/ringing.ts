import type { CallId } from '../domain/ids.ts'
import type { CallAudio } from '../ports/call-audio.ts'
import type { Attention } from '../ports/desktop.ts'
import type { Timing } from '../ports/timing.ts'
import type { Undo } from '../ports/undo.ts'

/** Milliseconds after which an unanswered call goes back to its queue. */
const ringLimit = 20_000
/** Milliseconds for which a dialled call that is turned away is heard to be so. */
const busyTone = 2_500

export interface RingingNeeds {
  readonly audio: Pick<CallAudio, 'play'>
  readonly attention: Attention
  readonly timing: Timing
}

export type Ringing = ReturnType<typeof createRinging>

/** What is heard of calls before and after somebody speaks in them. */
export function createRinging({ audio, attention, timing }: RingingNeeds) {
  let silence: Undo = () => undefined
  let stopLimit: Undo = () => undefined
  /** By the call that is dialled: another one's end must not silence it. */
  const ringbacks = new Map<CallId, Undo>()

  const startLimit = (onLimit: () => void): void => {
    stopLimit()
    stopLimit = timing.after(ringLimit, onLimit)
  }

  return {
    /** A call that rings for too long goes back. While the agent talks it is only a soft tone in the ear. */
    start({ whileTalking, onLimit }: { whileTalking: boolean; onLimit: () => void }): void {
      silence()
      const stopSound = audio.play(whileTalking ? 'call-waiting' : 'ring')
      attention.alert('call-offered')
      startLimit(onLimit)
      silence = () => {
        stopSound()
        stopLimit()
        attention.calm()
        silence = () => undefined
      }
    },
    stop: (): void => silence(),
    /** While the system opens the microphone the limit waits; it counts anew if that did not work. */
    pauseLimit: (): void => stopLimit(),
    startLimit,
    /** It rings at the other end, which sends no sound of its own. */
    startRingback(call: CallId): void {
      if (!ringbacks.has(call)) ringbacks.set(call, audio.play('ringback'))
    },
    stopRingback(call: CallId): void {
      ringbacks.get(call)?.()
      ringbacks.delete(call)
    },
    stopAll(): void {
      silence()
      ringbacks.forEach((stop) => stop())
      ringbacks.clear()
    },
    busy(): void {
      timing.after(busyTone, audio.play('busy'))
    },
  }
}
