import { crc32, deflateSync } from 'node:zlib'

/** A screen dump is not one that we read: 32 bits a pixel, as Xvfb keeps its 24-bit screens. */
export class ScreenDumpUnreadable extends Error {
  override readonly name = 'ScreenDumpUnreadable'
}

const FIELD = {
  headerSize: 0,
  version: 4,
  width: 16,
  height: 20,
  byteOrder: 28,
  bitsPerPixel: 44,
  bytesPerLine: 48,
}
const COLOURS_FIELD = 76
const COLOUR_BYTES = 12
const XWD_VERSION = 7
const LEAST_SIGNIFICANT_FIRST = 0

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BITS_PER_CHANNEL = 8
const TRUE_COLOUR = 2

/**
 * Turns a screen dump (X11/XWDFile.h: a header of big-endian 32-bit fields, the colour map, then the lines) into a PNG.
 * @throws ScreenDumpUnreadable
 */
export function pngFromXwd(dump: Buffer): Buffer {
  const field = (at: number): number => dump.readUInt32BE(at)
  if (dump.length < 100 || field(FIELD.version) !== XWD_VERSION || field(FIELD.bitsPerPixel) !== 32) {
    throw new ScreenDumpUnreadable('Not a screen dump with 32 bits a pixel')
  }
  const [width, height, stride] = [field(FIELD.width), field(FIELD.height), field(FIELD.bytesPerLine)]
  const start = field(FIELD.headerSize) + field(COLOURS_FIELD) * COLOUR_BYTES
  if (dump.length < start + stride * height) throw new ScreenDumpUnreadable('The screen dump is cut off')
  const blue = field(FIELD.byteOrder) === LEAST_SIGNIFICANT_FIRST ? 0 : 3
  const towardsRed = blue === 0 ? 1 : -1

  // Every line of a PNG begins with its filter; 0 is none.
  const lines = Buffer.alloc((1 + width * 3) * height)
  for (let y = 0, to = 0; y < height; y += 1) {
    to += 1
    for (let from = start + y * stride, end = from + width * 4; from < end; from += 4) {
      lines[to] = dump[from + blue + 2 * towardsRed] ?? 0
      lines[to + 1] = dump[from + blue + towardsRed] ?? 0
      lines[to + 2] = dump[from + blue] ?? 0
      to += 3
    }
  }
  return png(width, height, lines)
}

function png(width: number, height: number, lines: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(BITS_PER_CHANNEL, 8)
  header.writeUInt8(TRUE_COLOUR, 9)
  const image = deflateSync(lines, { level: 3 })
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** PNG specification, section 5.3: length, name and data, then the checksum of name and data. */
function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
