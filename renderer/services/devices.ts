import type { AudioRole } from '../domain/audio-devices.ts'
import { problem } from '../domain/problem.ts'
import type { AudioDeviceControl, AudioFact, SoundLevels } from '../ports/audio-devices.ts'
import type { Undo } from '../ports/undo.ts'
import type { AudioStore } from '../state/audio-store.ts'
import type { Problems } from './problems.ts'

/** The agent's sound devices, as the screen shows and changes them. */
export interface Devices {
  /** `undefined` follows the system's own choice. In mid-call the sound moves at once. */
  choose(role: AudioRole, device: string | undefined): Promise<void>
  watchLevels(listener: (levels: SoundLevels) => void): Undo
  tryOut(role: 'speaker' | 'ringer'): Undo
  stop(): void
}

/** Keeps the screen's list of devices in step with the computer's. */
export function createDevices(control: AudioDeviceControl, store: AudioStore): Devices {
  store.setState({ devices: control.devices() })
  const stop = control.listen((devices) => store.setState({ devices }))
  return {
    choose: (role, device) => control.choose(role, device),
    watchLevels: (listener) => control.watchLevels(listener),
    tryOut: (role) => control.tryOut(role),
    stop,
  }
}

/** Says what has become of a device that the agent counts on, until it is there again or not wanted any more. */
export function createDeviceProblems(problems: Problems): (fact: AudioFact) => void {
  const lost = new Set<AudioRole>()
  return (fact) => {
    switch (fact.kind) {
      case 'device-lost':
        lost.add(fact.role)
        problems.show(problem('device-lost'))
        break
      case 'device-back':
        lost.delete(fact.role)
        if (lost.size === 0) problems.clear('device-lost')
        break
      case 'devices-gone':
        if (fact.role === 'microphone') problems.show(problem('microphone-missing'))
        else problems.show(problem('speaker-missing'))
        break
      case 'devices-there':
        problems.clear(fact.role === 'microphone' ? 'microphone-missing' : 'speaker-missing')
        break
    }
  }
}
