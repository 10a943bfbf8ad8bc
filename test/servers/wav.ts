/** One stretch of sound; several channels are mixed into one. */
export type Wav = {
  /** Samples a second. */
  readonly rate: number
  /** How many channels the file had. */
  readonly channels: number
  /** −1 to 1. */
  readonly samples: Float32Array
}

/** A file is not a WAV that we read: RIFF with PCM samples of 8, 16, 24 or 32 bits, or 32-bit float ones. */
export class WavUnreadable extends Error {
  override readonly name = 'WavUnreadable'
}

const PCM = 1
const FLOAT = 3
/** The real format is then the first two bytes of the sub-format (mmreg.h, WAVEFORMATEXTENSIBLE). */
const EXTENSIBLE = 0xfffe
const SUB_FORMAT_AT = 24

type Format = { code: number; channels: number; rate: number; bits: number }

function readFormat(chunk: Buffer): Format {
  if (chunk.length < 16) throw new WavUnreadable('The WAV has a short "fmt " chunk')
  const code = chunk.readUInt16LE(0)
  const extended = code === EXTENSIBLE && chunk.length >= SUB_FORMAT_AT + 2
  const format = {
    code: extended ? chunk.readUInt16LE(SUB_FORMAT_AT) : code,
    channels: chunk.readUInt16LE(2),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  }
  if (format.channels === 0 || format.rate === 0)
    throw new WavUnreadable('The WAV has no channels or no rate')
  return format
}

function sampleReader({ code, bits }: Format, data: Buffer): (at: number) => number {
  if (code === PCM && bits === 8) return (at) => (data.readUInt8(at) - 128) / 128
  if (code === PCM && bits === 16) return (at) => data.readInt16LE(at) / 0x8000
  if (code === PCM && bits === 24) return (at) => data.readIntLE(at, 3) / 0x800000
  if (code === PCM && bits === 32) return (at) => data.readInt32LE(at) / 0x80000000
  if (code === FLOAT && bits === 32) return (at) => data.readFloatLE(at)
  throw new WavUnreadable(`WAV format ${String(code)} with ${String(bits)} bits is not read here`)
}

function decode(format: Format, data: Buffer): Wav {
  const { channels, rate, bits } = format
  const read = sampleReader(format, data)
  const width = bits / 8
  // A recording that is being written can end inside a sample.
  const samples = new Float32Array(Math.floor(data.length / (width * channels)))
  for (let index = 0; index < samples.length; index += 1) {
    let sum = 0
    for (let channel = 0; channel < channels; channel += 1) sum += read((index * channels + channel) * width)
    samples[index] = sum / channels
  }
  return { rate, channels, samples }
}

/**
 * Reads a WAV file. A recorder that was killed, or still writes, leaves a length of 0 or a wrong one in the header:
 * then the sound goes to the end of the file.
 * @throws WavUnreadable
 */
export function readWav(file: Buffer): Wav {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
    throw new WavUnreadable('The file does not begin as a WAV does')
  }
  let format: Format | undefined
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4)
    const size = file.readUInt32LE(at + 4)
    const start = at + 8
    if (name === 'data') {
      if (format === undefined) throw new WavUnreadable('The WAV has samples before their format')
      return decode(format, size === 0 ? file.subarray(start) : file.subarray(start, start + size))
    }
    if (name === 'fmt ') format = readFormat(file.subarray(start, start + size))
    // Chunks begin at even places.
    at = start + size + (size % 2)
  }
  throw new WavUnreadable('The WAV has no samples')
}

/** A mono WAV file of 16-bit PCM. Samples beyond −1 to 1 are clipped. */
export function writeWav({ rate, samples }: Pick<Wav, 'rate' | 'samples'>): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(PCM, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'latin1')
  file.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), 44 + index * 2)
  })
  return file
}
