/** The words of a text without case and accents: `reçu` is found by `recu`, `cœur` by `coeur`. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether each wanted word begins one of the words; nothing is wanted where there are none. */
export const beginsAll = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)))

/** Whether any of the wanted words begins one of the words. */
export const beginsAny = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.some((one) => words.some((word) => word.startsWith(one)))
