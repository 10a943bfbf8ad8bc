import type { AudioDevice, AudioDevices, AudioRole } from '../../domain/audio-devices.ts'

/** What one look at the sound devices has found. */
export interface FoundDevices {
  readonly present: AudioDevices['present']
  /** False before the microphone was allowed: there are devices then, but nobody may know which. */
  readonly known: Readonly<Record<AudioRole, boolean>>
  /** Whether there is any device at all. */
  readonly some: Readonly<Record<AudioRole, boolean>>
  /** Changes when the system chooses another microphone as its own, on systems that say so. */
  readonly systemMicrophone: string
}

export const nothingLooked: FoundDevices = {
  present: { microphone: [], speaker: [], ringer: [] },
  known: { microphone: false, speaker: false, ringer: false },
  some: { microphone: true, speaker: true, ringer: true },
  systemMicrophone: '',
}

/** Chromium lists the system's own choices a second time under these ids. */
const pseudo = new Set(['default', 'communications'])

type Info = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label' | 'groupId'>

/** Tells real devices from names for the system's choice, and sorts them by what they can be used for. */
export function sortDevices(infos: readonly Info[]): FoundDevices {
  const inputs = infos.filter(({ kind }) => kind === 'audioinput')
  const outputs = infos.filter(({ kind }) => kind === 'audiooutput')
  const [microphone, speaker] = [realDevices(inputs), realDevices(outputs)]
  const [knownIn, knownOut] = [isKnown(inputs), isKnown(outputs)]
  const own = inputs.find(({ deviceId }) => deviceId === 'default')
  return {
    present: { microphone, speaker, ringer: speaker },
    known: { microphone: knownIn, speaker: knownOut, ringer: knownOut },
    some: {
      microphone: !knownIn || microphone.length > 0,
      speaker: !knownOut || speaker.length > 0,
      ringer: !knownOut || speaker.length > 0,
    },
    systemMicrophone: own ? `${own.groupId} ${own.label}` : '',
  }
}

const isKnown = (infos: readonly Info[]): boolean => infos.every(({ deviceId }) => deviceId !== '')

const realDevices = (infos: readonly Info[]): readonly AudioDevice[] =>
  infos
    .filter(({ deviceId }) => deviceId !== '' && !pseudo.has(deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
