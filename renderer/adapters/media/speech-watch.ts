import type { SpeechWatch } from '../../ports/speech-watch.ts'
import { levelAt } from './level-scale.ts'
import type { Loudspeaker } from './loudspeaker.ts'
import type { Microphones } from './microphones.ts'
import { StreamMeter } from './stream-meter.ts'
import { createVoice } from './voice.ts'

/** Milliseconds. The meter looks at the last 43 of them, so that little is missed in between. */
const interval = 50

/**
 * Decibels of full scale (dBov). Speech lies around −26 (ITU-T P.56, G.100.1), and P.56's method B counts as speech what
 * is up to 15.9 dB softer than that. The noise of a quiet office that Chromium has suppressed lies below −50.
 */
export const speechThreshold = levelAt(-26 - 15.9)

export interface SpeechWatchNeeds {
  readonly microphones: Pick<Microphones, 'sentTracks'>
  readonly loudspeaker: Pick<Loudspeaker, 'tracks'>
}

/** Measures while somebody listens, and only then; it opens nothing itself. */
export const createSpeechWatch = ({ microphones, loudspeaker }: SpeechWatchNeeds): SpeechWatch => ({
  watch(listener) {
    const meter = new StreamMeter()
    const [me, customer] = [createVoice(), createVoice()]
    let last = performance.now()

    function measure(): void {
      const now = performance.now()
      const [sent, heard] = [microphones.sentTracks(), loudspeaker.tracks()]
      meter.keepOnly([...sent, ...heard])
      const frame = {
        lasted: now - last,
        me: me.speaks(meter.level(sent) >= speechThreshold, now),
        customer: customer.speaks(meter.level(heard) >= speechThreshold, now),
      }
      last = now
      listener(frame)
    }

    const timer = setInterval(measure, interval)
    return () => {
      clearInterval(timer)
      meter.close()
    }
  },
})
