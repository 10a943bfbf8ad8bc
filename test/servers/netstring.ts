/** Longer than any message a telephone sends; a length above it means that we lost our place in the stream. */
const LONGEST_BYTES = 65_536

const COLON = 0x3a
const COMMA = 0x2c

/** The bytes on a link are not netstrings (D. J. Bernstein, 1997). */
export class NetstringBroken extends Error {
  override readonly name = 'NetstringBroken'
}

/** `<length in bytes>:<text in UTF-8>,` */
export function encodeNetstring(text: string): Buffer {
  const body = Buffer.from(text, 'utf8')
  return Buffer.concat([Buffer.from(`${String(body.length)}:`), body, Buffer.from(',')])
}

/** Puts netstrings together from the pieces in which a link delivers them. */
export class NetstringReader {
  #rest: Buffer = Buffer.alloc(0)

  /**
   * Takes the next piece.
   * @returns the texts that it completed, in order.
   * @throws NetstringBroken
   */
  push(piece: Buffer): string[] {
    this.#rest = Buffer.concat([this.#rest, piece])
    const texts: string[] = []
    for (let text = this.#take(); text !== undefined; text = this.#take()) texts.push(text)
    return texts
  }

  #take(): string | undefined {
    const colon = this.#rest.indexOf(COLON)
    const digits = this.#rest.toString('latin1', 0, colon < 0 ? this.#rest.length : colon)
    if (digits === '' && colon < 0) return undefined
    if (!/^(?:0|[1-9]\d{0,5})$/.test(digits) || Number(digits) > LONGEST_BYTES) {
      throw new NetstringBroken(`"${digits.slice(0, 20)}" is not the length of a netstring`)
    }
    const end = colon + 1 + Number(digits)
    if (colon < 0 || this.#rest.length <= end) return undefined
    if (this.#rest[end] !== COMMA) throw new NetstringBroken('A netstring does not end in a comma')
    const text = this.#rest.toString('utf8', colon + 1, end)
    this.#rest = this.#rest.subarray(end + 1)
    return text
  }
}
