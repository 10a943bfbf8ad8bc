import type { CallAudio } from '../../ports/call-audio.ts'
import type { DeviceChoices } from './device-choices.ts'
import type { DeviceWatch } from './device-watch.ts'
import { followDevice } from './follow-device.ts'

export interface Loudspeaker {
  readonly playCustomer: CallAudio['playCustomer']
  /** What is played now. */
  tracks(): readonly MediaStreamTrack[]
}

/**
 * Plays customers. Through an element each, not through Web Audio: so the browser's own jitter buffer, its clock and its
 * echo cancellation see the sound as that of a call.
 */
export function createLoudspeaker(choices: DeviceChoices, watch: DeviceWatch): Loudspeaker {
  const playing = new Set<{ readonly stream: MediaStream }>()

  return {
    playCustomer(stream) {
      const stopUse = watch.use()
      const one = { stream }
      const player = new Audio()
      player.autoplay = true
      const following = followDevice(player, 'speaker', choices)
      // Chromium forgets a device that is set while the stream is being loaded.
      void following.there.then(() => playing.has(one) && (player.srcObject = stream))
      playing.add(one)
      return () => {
        if (!playing.delete(one)) return
        following.stop()
        stopUse()
        player.pause()
        player.srcObject = null
      }
    },
    tracks: () => [...playing].flatMap(({ stream }) => stream.getAudioTracks()),
  }
}
