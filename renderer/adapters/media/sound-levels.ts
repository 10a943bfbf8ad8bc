import type { SoundLevels } from '../../ports/audio-devices.ts'
import type { Microphone } from '../../ports/call-audio.ts'
import type { Undo } from '../../ports/undo.ts'
import type { DeskSounds } from './desk-sounds.ts'
import type { Loudspeaker } from './loudspeaker.ts'
import type { Microphones } from './microphones.ts'
import { StreamMeter } from './stream-meter.ts'

/** Milliseconds. */
const interval = 100

export interface SoundLevelsNeeds {
  readonly microphones: Microphones
  readonly loudspeaker: Pick<Loudspeaker, 'tracks'>
  readonly sounds: Pick<DeskSounds, 'speakerLevel'>
}

/** Measures while somebody looks, and only then. */
export function createSoundLevels({ microphones, loudspeaker, sounds }: SoundLevelsNeeds) {
  /** One look: its own meter, and its own microphone where nobody else has one open. */
  function watch(listener: (levels: SoundLevels) => void): Undo {
    const meter = new StreamMeter()
    let own: Microphone | undefined
    let [hasTried, isOver] = [false, false]

    /** Once: where it is refused, the levels stay at nothing and the agent is not asked again and again. */
    async function openOwn(): Promise<void> {
      hasTried = true
      const opened = await microphones.open()
      if (!opened.ok) return
      if (isOver) opened.value.close()
      else own = opened.value
    }

    function measure(): void {
      const microphone = microphones.anyTrack()
      if (!microphone && !hasTried) void openOwn()
      const spoken = microphone ? [microphone] : []
      const heard = loudspeaker.tracks()
      meter.keepOnly([...spoken, ...heard])
      const speaker = Math.max(meter.level(heard), sounds.speakerLevel())
      listener({ microphone: meter.level(spoken), speaker })
    }

    const timer = setInterval(measure, interval)
    return () => {
      if (isOver) return
      isOver = true
      clearInterval(timer)
      own?.close()
      meter.close()
    }
  }
  return { watch }
}
