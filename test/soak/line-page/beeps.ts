import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { UndoList } from '../../servers/undo.ts'
import { writeWav } from '../../servers/wav.ts'

/** Samples a second, of a telephone. */
const rate = 8_000
/** What the page listens for: hertz, and seconds of a beep with the pause after it. */
const tone = { hertz: 880, period: 0.12 }

/** A WAV of beeps for a telephone that never stops; undoing removes it. */
export function beepFile(seconds: number, undo: UndoList): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-beeps-'))
  undo.add(() => rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 100 }))
  const file = join(folder, 'beeps.wav')
  const samples = Float32Array.from({ length: Math.ceil(seconds * rate) }, (_, index) => {
    const time = index / rate
    return time % tone.period < tone.period / 2 ? Math.sin(2 * Math.PI * tone.hertz * time) * 0.3 : 0
  })
  writeFileSync(file, writeWav({ rate, samples }))
  return file
}
