import type { AudioDevice, AudioDevices, AudioRole } from '../domain/audio-devices.ts'
import type { Undo } from './undo.ts'

/** How loud it is now, 0 to 1. */
export interface SoundLevels {
  readonly microphone: number
  readonly speaker: number
}

/** What has become of the devices, told once when it happens. */
export type AudioFact =
  /** The chosen device has gone; the system's own stands in. */
  | { readonly kind: 'device-lost'; readonly role: AudioRole; readonly device: AudioDevice }
  /** That device is there again, or is not wanted any more. */
  | { readonly kind: 'device-back'; readonly role: AudioRole; readonly device: AudioDevice }
  /** No device at all is left for this role. */
  | { readonly kind: 'devices-gone'; readonly role: AudioRole }
  | { readonly kind: 'devices-there'; readonly role: AudioRole }

/** The sound devices of this computer: which there are, which are used, and how loud they are. */
export interface AudioDeviceControl {
  /** Looks for devices; before the microphone was ever allowed, they have no names. */
  devices(): AudioDevices
  /** `undefined` follows the system's own choice. In mid-call the sound moves at once, without asking the other side. */
  choose(role: AudioRole, device: string | undefined): Promise<void>
  listen(listener: (devices: AudioDevices) => void): Undo
  /** Ten times a second while somebody looks. Opens the microphone if no call has. */
  watchLevels(listener: (levels: SoundLevels) => void): Undo
  /** Plays a short sound on the device, so that the agent can tell where it is. */
  tryOut(role: 'speaker' | 'ringer'): Undo
}
