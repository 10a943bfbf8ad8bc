/** Characters of a name that somebody gives themselves: more than that is no name. */
const longest = 60

/** Controls, and marks that turn the writing round or take no room (UAX #9 §2), but for those that join letters. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A name from outside as it may stand in a sentence of the desk's; `undefined` when nothing is left of it. */
export function shownName(name: string | undefined): string | undefined {
  const clean = name
    ?.slice(0, 10 * longest)
    .replace(unseen, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (clean === undefined || clean === '') return undefined
  const letters = Array.from(clean)
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : clean
}
