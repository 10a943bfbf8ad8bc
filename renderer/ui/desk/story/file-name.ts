/** Characters of a person's name that a file name has at most. */
const longest = 60

/** Letters and digits alone: what else a name may hold, one of the systems takes for something else. */
const partsOf = (text: string): string =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')
    .join('-')

/** `story-Amélie-Tremblay.txt`. */
export function fileNameOf(what: string, name: string): string {
  const cut = Array.from(partsOf(name)).slice(0, longest).join('')
  return `${what}${cut === '' ? '' : `-${cut}`}.txt`
}
