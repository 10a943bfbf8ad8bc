/** What XML cannot carry (XML 1.0 §2.2), half surrogate pairs among it: a server ends the stream of whoever sends it. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

export const legalXml = (text: string): string => text.replace(illegal, '\ufffd')

/** Controls, line ends, marks without width, and what turns the direction of writing (UAX #9 §2). */
const hidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/** Characters of a name. */
const longestName = 80

/** What somebody calls themselves, in one line that cannot pass for something else; `undefined` when nothing is left. */
export function shownName(text: string | undefined, longest: number = longestName): string | undefined {
  // A megabyte is cut before anything is searched in it.
  const line = (text ?? '')
    .slice(0, 4 * longest)
    .replace(hidden, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, longest).join('').trim() || undefined
}

/** What somebody wrote, over several lines. */
export const cutText = (text: string, longest: number): string =>
  Array.from(text.slice(0, 2 * longest))
    .slice(0, longest)
    .join('')
