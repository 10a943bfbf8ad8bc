import { describe, expect, it } from 'vitest'

import type { AudioDevices } from '../../../renderer/domain/audio-devices.ts'
import { createDeviceProblems, createDevices } from '../../../renderer/services/devices.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { createAudioStore } from '../../../renderer/state/audio-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'

const headset = { id: 'a1', label: 'Headset' }
const none: AudioDevices = { present: { microphone: [], speaker: [], ringer: [] }, chosen: {}, missing: [] }

describe('a headset that is pulled out', () => {
  it('is said once for both its roles, and is right again when the last of them is back', () => {
    const store = createProblemStore()
    const hear = createDeviceProblems(createProblems(store, { report: () => undefined }))
    const codes = () => store.getState().problems.map(({ code }) => code)
    hear({ kind: 'device-lost', role: 'microphone', device: headset })
    hear({ kind: 'device-lost', role: 'speaker', device: headset })
    hear({ kind: 'devices-gone', role: 'microphone' })
    expect(codes()).toEqual(['device-lost', 'microphone-missing'])
    hear({ kind: 'devices-there', role: 'microphone' })
    hear({ kind: 'device-back', role: 'microphone', device: headset })
    expect(codes()).toEqual(['device-lost'])
    hear({ kind: 'device-back', role: 'speaker', device: headset })
    hear({ kind: 'devices-gone', role: 'ringer' })
    expect(codes()).toEqual(['speaker-missing'])
  })

  it('leaves the list on the screen, until nobody looks any more', () => {
    const store = createAudioStore()
    let tell: (devices: AudioDevices) => void = () => undefined
    const devices = createDevices(
      {
        devices: () => none,
        choose: () => Promise.resolve(),
        listen: (listener) => {
          tell = listener
          return () => (tell = () => undefined)
        },
        watchLevels: () => () => undefined,
        tryOut: () => () => undefined,
      },
      store,
    )
    const found = { ...none, present: { ...none.present, speaker: [headset] } }
    tell(found)
    expect(store.getState().devices).toEqual(found)
    devices.stop()
    tell(none)
    expect(store.getState().devices).toEqual(found)
  })
})
