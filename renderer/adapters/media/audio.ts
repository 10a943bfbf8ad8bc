import type { AudioChoice } from '../../domain/audio-devices.ts'
import type { AudioDeviceControl, AudioFact } from '../../ports/audio-devices.ts'
import type { CallAudio } from '../../ports/call-audio.ts'
import type { SpeechWatch } from '../../ports/speech-watch.ts'
import type { Undo } from '../../ports/undo.ts'
import { createDeskSounds } from './desk-sounds.ts'
import { createDeviceChoices } from './device-choices.ts'
import { createDeviceWatch } from './device-watch.ts'
import { createLoudspeaker } from './loudspeaker.ts'
import { createMicrophones } from './microphones.ts'
import { createReturningDevices } from './returning-devices.ts'
import { createSoundLevels } from './sound-levels.ts'
import { createSpeechWatch } from './speech-watch.ts'

export interface AudioNeeds {
  /** What the agent chose on another day. */
  readonly chosen: AudioChoice
  readonly save: (choice: AudioChoice) => void
  readonly tell: (fact: AudioFact) => void
}

export interface DeskAudio {
  readonly audio: CallAudio
  readonly devices: AudioDeviceControl
  readonly speech: SpeechWatch
  /** Looks at the devices no more. */
  readonly stop: Undo
}

/** The headset and the ring device of this computer, through the browser's own audio. */
export function createAudio({ chosen, save, tell }: AudioNeeds): DeskAudio {
  const choices = createDeviceChoices({ chosen, save, tell })
  const settled = createReturningDevices(() => performance.now())
  const watch = createDeviceWatch((found) => choices.found(settled(found)))
  const microphones = createMicrophones(choices, watch)
  const loudspeaker = createLoudspeaker(choices, watch)
  const sounds = createDeskSounds(choices, watch)
  const levels = createSoundLevels({ microphones, loudspeaker, sounds })
  void watch.look()
  return {
    audio: {
      openMicrophone: microphones.open,
      playCustomer: loudspeaker.playCustomer,
      play: (sound) => sounds.play(sound),
    },
    devices: {
      devices: choices.devices,
      choose(role, device) {
        choices.choose(role, device)
        return Promise.resolve()
      },
      listen: (listener) => choices.onUpdate((changed) => changed && listener(choices.devices())),
      watchLevels: levels.watch,
      tryOut: (role) => sounds.play('try-out', role),
    },
    speech: createSpeechWatch({ microphones, loudspeaker }),
    stop: () => watch.stop(),
  }
}
