import type { AudioDevice } from '../../domain/audio-devices.ts'
import type { FoundDevices } from './found-devices.ts'

/**
 * Milliseconds for which Chromium keeps a way to a loudspeaker open that nobody uses any more (five seconds, and some to
 * spare). Where the sound server has moved that way to another loudspeaker, because the first was pulled out, the sound
 * would follow it there although the first is back.
 */
const forgetting = 5_500

/** Leaves out a loudspeaker that was pulled out and is back so soon that its sound would still go elsewhere. */
export function createReturningDevices(now: () => number): (found: FoundDevices) => FoundDevices {
  const goneSince = new Map<string, number>()
  let before: readonly AudioDevice[] = []

  return (found) => {
    const there = new Set(found.present.speaker.map(({ id }) => id))
    for (const { id } of before) if (!there.has(id)) goneSince.set(id, now())
    before = found.present.speaker
    for (const [id, since] of [...goneSince]) if (now() - since >= forgetting) goneSince.delete(id)
    const speaker = found.present.speaker.filter(({ id }) => !goneSince.has(id))
    return { ...found, present: { ...found.present, speaker, ringer: speaker } }
  }
}
