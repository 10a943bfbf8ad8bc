import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { samplesPerMillisecond } from './g711.ts'

/** One line as a customer says it. */
export interface Recording {
  /** µ-law, 8,000 samples a second. */
  readonly sound: Uint8Array
  readonly milliseconds: number
  /** What is said, word for word. */
  readonly text: string
}

/** Recordings by the name of their line, such as `en-passport-1`. */
export type Voices = ReadonlyMap<string, Recording>

/** The recordings that come with the app are missing or damaged: the installation is broken. */
export class BrokenRecording extends Error {
  override readonly name = 'BrokenRecording'
}

/** Loads `lines.tsv` (name, tab, text) and `<name>.wav` for each of its lines. */
export async function loadVoices(directory: string): Promise<Voices> {
  const lines = (await readFile(join(directory, 'lines.tsv'), 'utf8')).trim().split('\n')
  const recordings = await Promise.all(
    lines.map(async (line): Promise<[string, Recording]> => {
      const [name = '', text = ''] = line.split('\t')
      const sound = muLawOf(await readFile(join(directory, `${name}.wav`)), name)
      return [name, { sound, milliseconds: sound.length / samplesPerMillisecond, text }]
    }),
  )
  return new Map(recordings)
}

/** WAVE format tag of G.711 µ-law (RFC 2361, Appendix A). */
const muLawTag = 7

/** The samples of a RIFF WAVE file that holds one channel of µ-law at 8 kHz. */
export function muLawOf(file: Buffer, name: string): Uint8Array {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
    throw new BrokenRecording(`${name} is not a WAVE file`)
  }
  let format = ''
  for (const chunk of chunksOf(file)) {
    if (chunk.id === 'fmt ') {
      const { body } = chunk
      format = [body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt32LE(4)].join()
    }
    if (chunk.id === 'data') {
      if (format !== `${muLawTag},1,8000`) throw new BrokenRecording(`${name} is not µ-law, mono, 8 kHz`)
      return new Uint8Array(chunk.body)
    }
  }
  throw new BrokenRecording(`${name} holds no sound`)
}

function* chunksOf(file: Buffer): Generator<{ id: string; body: Buffer }> {
  let at = 12
  while (at + 8 <= file.length) {
    const end = at + 8 + file.readUInt32LE(at + 4)
    yield { id: file.toString('latin1', at, at + 4), body: file.subarray(at + 8, end) }
    // Chunks start on even bytes.
    at = end + (end % 2)
  }
}
