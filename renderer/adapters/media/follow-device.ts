import type { AudioRole } from '../../domain/audio-devices.ts'
import type { Undo } from '../../ports/undo.ts'
import type { DeviceChoices } from './device-choices.ts'

/** Whatever can be played on a device of choice; the empty id is the system's own (Audio Output Devices API §2.2). */
export interface Playable {
  setSinkId(id: string): Promise<void>
}

/** Milliseconds that a device may take before the sound begins on whichever there is. */
const patience = 400

export interface Following {
  /** Resolves when it has reached its first device, or has waited long enough for it. */
  readonly there: Promise<void>
  readonly stop: Undo
}

/** Keeps a sound on the device of its role while that is chosen, goes and comes back. */
export function followDevice(
  playable: Playable,
  role: AudioRole,
  choices: Pick<DeviceChoices, 'inUse' | 'onUpdate'>,
): Following {
  let asked = ''
  let moving: Promise<void> | undefined
  let stopped = false
  const wanted = (): string => choices.inUse(role)?.id ?? ''

  async function move(): Promise<void> {
    while (!stopped && wanted() !== asked) {
      asked = wanted()
      // Better on the wrong device than not heard at all.
      await playable.setSinkId(asked).catch(() => playable.setSinkId('').catch(() => undefined))
    }
  }

  const follow = (): Promise<void> => (moving ??= move().finally(() => (moving = undefined)))
  const stopListening = choices.onUpdate(() => void follow())
  return {
    there: Promise.race([follow(), new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    stop() {
      stopped = true
      stopListening()
    },
  }
}
