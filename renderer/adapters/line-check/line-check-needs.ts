import type { AudioDeviceControl } from '../../ports/audio-devices.ts'
import type { CallAudio } from '../../ports/call-audio.ts'

/** The devices that a shift will use, so that the test tries no others. */
export interface LineCheckNeeds {
  readonly audio: Pick<CallAudio, 'openMicrophone'>
  readonly devices: Pick<AudioDeviceControl, 'devices' | 'watchLevels' | 'tryOut'>
}
