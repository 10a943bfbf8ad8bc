/** The log format of LevelDB (its doc/log_format.md): blocks, and in them pieces of records. */
const block = 32_768
/** Checksum (4 bytes), length (2, little-endian), type (1). */
const header = 7
const types = { full: 1, first: 2, middle: 3, last: 4 } as const

/**
 * How many bytes of a log are whole records: what a writer that was killed left behind them is not. LevelDB leaves such a
 * rest out when it reads the log, and then, where it goes on with the same file, writes behind it: the next reader takes
 * both for one broken record, and Chromium throws the whole database away (google/leveldb#1287).
 *
 * A log that is broken in any other way is left as it is: its length is given.
 */
export function wholeLength(log: Uint8Array): number {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  let [at, whole] = [0, 0]
  while (at < log.length) {
    const room = block - (at % block)
    // Too little for a header: filled with zeros.
    if (room < header) {
      at += room
      continue
    }
    if (at + header > log.length) break
    const [length, type] = [view.getUint16(at + 4, true), view.getUint8(at + 6)]
    const isKnown = type >= types.full && type <= types.last
    if (!isKnown || header + length > room) return log.length
    at += header + length
    if (at > log.length) break
    if (type === types.full || type === types.last) whole = at
  }
  return whole
}
