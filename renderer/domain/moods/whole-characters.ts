/** Part of a text, as UTF-16 offsets; `to` excluded. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Widens parts of a text so that none begins or ends within what a reader sees as one character: a flag, a family, a
 * letter with its accents (Unicode UAX #29). Parts that lie outside are cut to what is there.
 */
export function wholeCharacters(text: string): (part: TextSpan) => TextSpan {
  const segments = characters.segment(text)
  return (part) => {
    const [from, to] = [within(part.from, text), within(part.to, text)]
    const [first, last] = [segments.containing(from), segments.containing(to)]
    return {
      from: first?.index ?? from,
      to: !last || last.index === to ? to : last.index + last.segment.length,
    }
  }
}

const within = (at: number, { length }: string): number => Math.min(length, Math.max(0, at))
