import type { CallAudio } from '../../ports/call-audio.ts'
import { openMicrophone } from './microphone.ts'
import { ring } from './ring-tone.ts'

/** The headset of this computer, through the browser's own audio. */
export function createCallAudio(): CallAudio {
  return {
    openMicrophone,
    ring,
    playCustomer(stream) {
      const player = new Audio()
      player.autoplay = true
      player.srcObject = stream
      return () => {
        player.pause()
        player.srcObject = null
      }
    },
  }
}
