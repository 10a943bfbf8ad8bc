import type { AudioRole } from '../../domain/audio-devices.ts'
import type { Undo } from '../../ports/undo.ts'
import type { DeviceChoices } from './device-choices.ts'
import type { DeviceWatch } from './device-watch.ts'
import { followDevice } from './follow-device.ts'
import type { Playable } from './follow-device.ts'
import { levelOf } from './level-scale.ts'
import { renderTune, tunes } from './tunes.ts'
import type { Tune, TuneName } from './tunes.ts'

/** Samples a second of the tunes: their highest tone is far below half of it. */
const rate = 16_000
/** Seconds in which a sound fades that is taken back: one that is cut off clicks. */
const fadeOut = 0.02

export interface DeskSounds {
  /** On another role's device where one is given. Sounds until undone, or until its end if it does not repeat. */
  play(name: TuneName, role?: AudioRole): Undo
  /** 0 to 1: how loud they are now on the speaker. */
  speakerLevel(): number
}

interface Sounding {
  readonly role: AudioRole
  readonly analyser: AnalyserNode
}

/**
 * The desk's own sounds. Each is one round of samples that the sound card's own clock repeats: no timer and no frame is
 * needed while it sounds, so that a hidden window, whose timers are held back, rings like any other.
 */
export function createDeskSounds(choices: DeviceChoices, watch: DeviceWatch): DeskSounds {
  const sounding = new Set<Sounding>()

  return {
    play(name, role = tunes[name].role) {
      const stopUse = watch.use()
      const { context, analyser, source, volume } = prepare(tunes[name])
      const following = followDevice(context, role, choices)
      const one = { role, analyser }
      sounding.add(one)
      void following.there.then(() => sounding.has(one) && source.start())

      const stop = (): void => {
        if (!sounding.delete(one)) return
        following.stop()
        stopUse()
        volume.gain.setTargetAtTime(0, context.currentTime, fadeOut / 4)
        setTimeout(() => void context.close(), fadeOut * 1_000 + 50)
      }
      source.addEventListener('ended', stop)
      return stop
    },
    speakerLevel: () =>
      Math.max(
        0,
        ...[...sounding].filter(({ role }) => role === 'speaker').map(({ analyser }) => levelOf(analyser)),
      ),
  }
}

/** AudioContext.setSinkId is in Chromium, and not yet in TypeScript's own list (Web Audio API 1.1 §1.2). */
type SinkContext = AudioContext & Playable

function prepare(tune: Tune) {
  const context = new AudioContext() as SinkContext
  const samples = renderTune(tune, rate)
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: rate })
  buffer.copyToChannel(samples, 0)
  const source = new AudioBufferSourceNode(context, { buffer, loop: tune.repeats })
  const volume = new GainNode(context)
  const analyser = new AnalyserNode(context)
  source.connect(volume).connect(analyser).connect(context.destination)
  // A device that fails stops the context; the look at the devices that follows moves it to another.
  context.addEventListener(
    'error',
    () =>
      void context.setSinkId('').then(
        () => context.resume(),
        () => undefined,
      ),
  )
  void context.resume().catch(() => undefined)
  return { context, source, volume, analyser }
}
