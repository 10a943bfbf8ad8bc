import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Recording, Voices } from '../../../electron/centre/practice/voices.ts'
import { tones } from './far-end.ts'
import type { Tone } from './far-end.ts'
import { muLawTone } from './mu-law-tone.ts'

/** Seconds: every line is still there at the end of a case. */
const length = 40

const lines = fileURLToPath(new URL('../../../electron/centre/practice/voices/lines.tsv', import.meta.url))

const spoken = (tone: Tone): Recording => ({
  sound: muLawTone(tones[tone], length),
  milliseconds: length * 1000,
  text: '',
})

function toneOf(line: string): Tone {
  if (line.includes('announcement')) return 'announcement'
  return /lead|specialist/.test(line) ? 'colleague' : 'customer'
}

/** Every line of the practice centre, spoken as a tone: the customers' one, the colleagues' or the announcement's. */
export function toneVoices(): Voices {
  const recordings = new Map<Tone, Recording>()
  const names = readFileSync(lines, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t', 1).join())
  return new Map(
    names.map((name) => {
      const tone = toneOf(name)
      const recording = recordings.get(tone) ?? spoken(tone)
      recordings.set(tone, recording)
      return [name, recording]
    }),
  )
}
