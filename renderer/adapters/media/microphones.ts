import { ok } from '../../domain/result.ts'
import type { CallAudio } from '../../ports/call-audio.ts'
import type { DeviceChoices } from './device-choices.ts'
import type { DeviceWatch } from './device-watch.ts'
import { LiveMicrophone, openSource } from './live-microphone.ts'
import { openDevice } from './open-device.ts'

export interface Microphones {
  readonly open: CallAudio['openMicrophone']
  /** Somebody's, if anybody has one open. */
  anyTrack(): MediaStreamTrack | undefined
  /** Those that go out: a track that is muted or on hold is switched off. */
  sentTracks(): readonly MediaStreamTrack[]
}

/** Every use of the microphone has a track of its own: one that is muted or closed takes nothing from another. */
export function createMicrophones(choices: DeviceChoices, watch: DeviceWatch): Microphones {
  const openNow = new Set<LiveMicrophone>()

  return {
    async open() {
      const stopUse = watch.use()
      const opened = await openSource({ choices, open: openDevice })
      // The first time that it is allowed, the devices get names.
      void watch.look()
      if (!opened.ok) {
        stopUse()
        return opened
      }
      const onClosed = (): void => {
        openNow.delete(microphone)
        stopUse()
      }
      const microphone = new LiveMicrophone(opened.value, { choices, open: openDevice, onClosed })
      openNow.add(microphone)
      return ok(microphone)
    },
    sentTracks: () =>
      [...openNow]
        .map(({ track }) => track)
        .filter(({ readyState, enabled }) => readyState === 'live' && enabled),
    anyTrack: () => [...openNow].map(({ track }) => track).find(({ readyState }) => readyState === 'live'),
  }
}
