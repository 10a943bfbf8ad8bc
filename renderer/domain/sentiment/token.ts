import { isDrawnOut } from './letters.ts'

export type TokenKind = 'word' | 'number' | 'emoji' | 'link' | 'mark'

/** A word, an emoji or a mark of an utterance, with its place. */
export interface Token {
  readonly kind: TokenKind
  /** UTF-16 offsets, `to` excluded; never between the two halves of a surrogate pair. */
  readonly from: number
  readonly to: number
  /** Lower case, with straight apostrophes; of an emoji its first sign, without the colour of its skin. */
  readonly word: string
  /** Three capitals or more, and nothing else. */
  readonly shouted: boolean
  /** "soooo". */
  readonly drawnOut: boolean
}

/** No word of either language that is worth a look has more letters; what is longer has no weight. */
const longestWord = 40

/** In the order in which they are tried, and of the groups of `parts`. */
const partKinds = ['link', 'face', 'emoji', 'number', 'hidden', 'word', 'mark'] as const

/**
 * What an utterance is made of. Every part that could run over much text and then fail is bounded, so that the time
 * stays in proportion to the length whatever was pasted. Groups without names: they are much faster.
 */
const parts = new RegExp(
  [
    String.raw`(https?://\S{1,2000}|www\.\S{1,2000}|@[\w.-]{1,64})`,
    String.raw`(</?3|[:;=][-o']?[)(DPp/\\|*$]|[)(]-?[:;=](?!\w)|\bx?XD\b|:'-?[()]|\^_{0,3}\^|T_T|-_-)`,
    String.raw`(\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]{0,2}(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]{0,2}){0,8})`,
    String.raw`(\p{N}[\p{N}.,]{0,30}(?:st|nd|rd|th|ers?|[eè]re|[iè]?[eè]mes?|e|x)?(?![\p{L}\p{N}]))`,
    String.raw`(\p{L}{1,12}\*{2,12}\p{L}{0,12}|[@#$%&*!]{4,12})`,
    String.raw`([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*)`,
    String.raw`([!?]{1,400}|…|\.{1,400}|[,;:()\n–—]|\s-\s)`,
  ].join('|'),
  'gu',
)

/** Words that lose their vowel before another in French: the rest is a word of its own. */
const elided = new Set([
  ...['c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'y', 'qu'],
  ...['jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'presqu'],
])

/** Weighed in the lexicons under this name: what was written is not repeated. */
export const hiddenOath = '***'

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  parts.lastIndex = 0
  for (let match = parts.exec(text); match; match = parts.exec(text)) {
    const found: readonly (string | undefined)[] = match
    const [raw] = match
    const kind = partKinds.find((_, at) => found[at + 1] !== undefined) ?? 'mark'
    if (kind === 'word') addWord(tokens, raw, match.index)
    else tokens.push(tokenOf(kind, raw, match.index))
  }
  return tokens
}

function tokenOf(kind: Exclude<(typeof partKinds)[number], 'word'>, raw: string, from: number): Token {
  const plain = { from, to: from + raw.length, shouted: false, drawnOut: false }
  switch (kind) {
    case 'mark':
      return { ...plain, kind, word: raw }
    case 'number':
      return { ...plain, kind, word: raw.toLowerCase() }
    case 'emoji':
      return { ...plain, kind, word: String.fromCodePoint(raw.codePointAt(0) ?? 0) }
    case 'face':
      return { ...plain, kind: 'emoji', word: raw }
    case 'hidden':
      return { ...plain, kind: 'word', word: hiddenOath }
    case 'link':
      return { ...plain, kind, word: '' }
  }
}

function addWord(tokens: Token[], raw: string, from: number): void {
  const end = from + raw.length
  if (raw.length > longestWord) {
    tokens.push({ kind: 'word', from, to: end, word: '', shouted: false, drawnOut: false })
    return
  }
  const word = raw.toLowerCase().replaceAll(/[’ʼ]/g, "'")
  const cut = word.indexOf("'")
  const isElided = cut > 0 && elided.has(word.slice(0, cut))
  // Lower case can be longer than what was written ("İ"): such a word is left whole.
  const split = isElided && word.length === raw.length ? cut + 1 : 0
  const shouted = raw.length - split >= 3 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()
  if (split > 0)
    tokens.push({
      kind: 'word',
      from,
      to: from + split,
      word: word.slice(0, split),
      shouted: false,
      drawnOut: false,
    })
  const rest = word.slice(split)
  tokens.push({ kind: 'word', from: from + split, to: end, word: rest, shouted, drawnOut: isDrawnOut(rest) })
}

/** Where reading may end: at most `most` UTF-16 units, and never between the halves of a surrogate pair. */
export function readableEnd(text: string, most: number): number {
  if (text.length <= most) return text.length
  const last = text.charCodeAt(most - 1)
  return last >= 0xd800 && last <= 0xdbff ? most - 1 : most
}
