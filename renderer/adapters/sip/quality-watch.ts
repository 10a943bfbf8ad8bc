import { measureQuality } from '../../domain/call-quality.ts'
import type { CallQuality, QualityDeltas } from '../../domain/call-quality.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CallMedia } from './call-media.ts'
import type { MediaCounters } from './media-counters.ts'

/** Milliseconds over which each measurement goes. */
const interval = 2_000

/** Measures what is heard, as long as something is to be heard. */
export function watchQuality(
  media: Pick<CallMedia, 'receives' | 'counters'>,
  onMeasured: (quality: CallQuality) => void,
): Undo {
  let before: MediaCounters | undefined
  let stopped = false
  async function measure(): Promise<void> {
    const listening = media.receives
    const after = await media.counters()
    // A new connection counts from zero: its first measurement would be of nothing.
    const comparable = before && listening && before.samples <= after.samples ? before : undefined
    before = listening ? after : undefined
    if (comparable && !stopped && !isOnlySilent(comparable, after))
      onMeasured(measureQuality(qualityDeltas(comparable, after)))
  }
  const timer = setInterval(() => void measure().catch(() => undefined), interval)
  return () => {
    stopped = true
    clearInterval(timer)
  }
}

/** Nothing was said, and the path was there for it all the same. */
const isOnlySilent = (before: MediaCounters, after: MediaCounters): boolean =>
  after.packets === before.packets && (after.answers > before.answers || after.bytes > before.bytes)

/** What happened between two looks, in the measurement's units. */
export function qualityDeltas(before: MediaCounters, after: MediaCounters): QualityDeltas {
  const buffered = after.bufferedSamples - before.bufferedSamples
  return {
    received: after.packets - before.packets,
    lost: after.lost - before.lost,
    samples: after.samples - before.samples,
    concealedSamples: after.concealed - before.concealed,
    jitter: after.jitter * 1_000,
    jitterBuffer: buffered > 0 ? ((after.buffered - before.buffered) / buffered) * 1_000 : 0,
    roundTrip: after.roundTrip === undefined ? undefined : after.roundTrip * 1_000,
    lostThere: after.lostThere,
    listening: true,
  }
}
