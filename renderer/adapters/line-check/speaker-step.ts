import type { CheckWanted } from '../../ports/line-check.ts'
import { found, given } from './found.ts'
import type { Found } from './found.ts'
import type { LineCheckNeeds } from './line-check-needs.ts'

/** Milliseconds from one beginning of the sound to the next. */
const again = 2_500

/** Plays the sound until the agent has said whether it is heard. */
export async function checkSpeaker(
  { devices }: LineCheckNeeds,
  wanted: CheckWanted,
  stop: AbortSignal,
): Promise<Found> {
  if (devices.devices().present.speaker.length === 0) return found('speaker-missing')
  let undo = devices.tryOut('speaker')
  const timer = setInterval(() => {
    undo()
    undo = devices.tryOut('speaker')
  }, again)
  try {
    const heard = await Promise.race([wanted.heard(), given(stop)])
    return found(heard === true ? 'good' : 'speaker-unheard')
  } finally {
    clearInterval(timer)
    undo()
  }
}
