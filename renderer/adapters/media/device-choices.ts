import { audioRoles, deviceFor } from '../../domain/audio-devices.ts'
import type { AudioChoice, AudioDevice, AudioDevices, AudioRole } from '../../domain/audio-devices.ts'
import type { AudioFact } from '../../ports/audio-devices.ts'
import type { Undo } from '../../ports/undo.ts'
import { nothingLooked } from './found-devices.ts'
import type { FoundDevices } from './found-devices.ts'

export interface DeviceChoicesNeeds {
  readonly chosen: AudioChoice
  readonly save: (choice: AudioChoice) => void
  readonly tell: (fact: AudioFact) => void
}

export type DeviceChoices = ReturnType<typeof createDeviceChoices>

/** Which device serves each role now: what the agent wants, set against what is there. */
export function createDeviceChoices({ chosen: first, save, tell }: DeviceChoicesNeeds) {
  let chosen = first
  let found: FoundDevices = nothingLooked
  let shown: AudioDevices = { present: found.present, chosen, missing: [] }
  const missed = new Map<AudioRole, AudioDevice>()
  const gone = new Set<AudioRole>()
  const listeners = new Set<(changed: boolean) => void>()

  const present = (role: AudioRole): AudioDevice | undefined => deviceFor(found.present[role], chosen[role])
  const isMissing = (role: AudioRole): boolean =>
    found.known[role] && chosen[role] !== undefined && !present(role)

  /** Facts come once, when something has changed. */
  function tellNews(role: AudioRole): void {
    const [before, now] = [missed.get(role), isMissing(role) ? chosen[role] : undefined]
    if (before && before.id !== now?.id) {
      missed.delete(role)
      tell({ kind: 'device-back', role, device: before })
    }
    if (now && before?.id !== now.id) {
      missed.set(role, now)
      tell({ kind: 'device-lost', role, device: now })
    }
    if (found.some[role] && gone.delete(role)) tell({ kind: 'devices-there', role })
    if (found.some[role] || gone.has(role)) return
    gone.add(role)
    tell({ kind: 'devices-gone', role })
  }

  function update(): void {
    const now: AudioDevices = { present: found.present, chosen, missing: audioRoles.filter(isMissing) }
    const changed = JSON.stringify(now) !== JSON.stringify(shown)
    if (changed) shown = now
    audioRoles.forEach(tellNews)
    for (const listener of [...listeners]) listener(changed)
  }

  function inUse(role: AudioRole): AudioDevice | undefined {
    // Until the devices have names, the chosen one is worth a try.
    if (!found.known[role]) return chosen[role]
    return role === 'ringer' && isMissing('ringer') ? present('speaker') : present(role)
  }

  return {
    devices: (): AudioDevices => shown,
    /** `undefined` is the system's own. A ring device that has gone is stood in for by the speaker. */
    inUse,
    hasSome: (role: AudioRole): boolean => found.some[role],
    systemMicrophone: (): string => found.systemMicrophone,
    choose(role: AudioRole, id: string | undefined): void {
      const device = found.present[role].find((one) => one.id === id)
      // A device that went while the list was open: what was chosen before stays.
      if (id !== undefined && !device) return
      const { [role]: before, ...others } = chosen
      if (before?.id === device?.id) return
      chosen = device ? { ...others, [role]: device } : others
      save(chosen)
      update()
    },
    found(devices: FoundDevices): void {
      found = devices
      update()
    },
    /** After each look and each choice, also where nothing has changed. */
    onUpdate(listener: (changed: boolean) => void): Undo {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
