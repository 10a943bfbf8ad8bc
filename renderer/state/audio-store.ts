import { createStore } from 'zustand/vanilla'

import type { AudioDevices } from '../domain/audio-devices.ts'

export interface AudioState {
  readonly devices: AudioDevices
}

export const createAudioStore = () =>
  createStore<AudioState>(() => ({
    devices: { present: { microphone: [], speaker: [], ringer: [] }, chosen: {}, missing: [] },
  }))

export type AudioStore = ReturnType<typeof createAudioStore>
