import type { Language } from '../language.ts'
import type { Token } from './token.ts'
import type { TurningWords } from './turning-words.ts'

/** How many words a negation reaches: VADER looks three back; customers put one more in between. */
const reach = { after: 4, before: 2 }
const shortReach = new Set(['without', 'sans', 'ni', 'nor', 'neither'])

/** One clause of French negates once, however many of these it has: "jamais rien", "plus personne". */
const concord = new Set([
  'plus',
  'pus',
  'jamais',
  'rien',
  'aucun',
  'aucune',
  'guère',
  'personne',
  'ni',
  'pantoute',
])

/** After these, "plus" without its "ne" is "no longer": elsewhere it is "more". */
const verbsBeforePlus = new Set(
  `peux peut sais sait veux veut crois croit ai marche fonctionne comprends comprend vois reste
  répond attends dors mange travaille existe avance viens reçois`.split(/\s+/u),
)
const ne = new Set(['ne', "n'"])

/** For each token, how many negations cover it. */
export function negationsOver(
  tokens: readonly Token[],
  { negators }: TurningWords,
  language: Language,
): Uint8Array {
  const over = new Uint8Array(tokens.length)
  /** Where the last French negation of this clause was counted. */
  let counted = -1
  for (const [at, { kind, word }] of tokens.entries()) {
    if (kind === 'mark') counted = -1
    if (kind !== 'word' || !negators.has(word)) continue
    if (language === 'en') coverAfter(tokens, over, { at, reach: reachOf(tokens, at) })
    else if (isFrenchNegation(tokens, at)) {
      const again = counted >= 0 && concord.has(word) && at - counted <= reach.after + 1
      if (!again) coverFrench(tokens, over, at)
      counted = at
    }
  }
  return over
}

interface Span {
  readonly at: number
  readonly reach: number
}

function reachOf(tokens: readonly Token[], at: number): number {
  const { word = '' } = tokens[at] ?? {}
  const next = tokens[at + 1]?.word
  // "not only … but", "no doubt", "no wonder": they affirm.
  if (next === 'only' || next === 'doubt' || next === 'wonder') return 0
  return shortReach.has(word) ? 2 : reach.after
}

/** Up to a mark, or to the same word again: "not good not good" negates twice, not doubly. */
function coverAfter(tokens: readonly Token[], over: Uint8Array, span: Span): void {
  const word = tokens[span.at]?.word
  const end = Math.min(tokens.length, span.at + 1 + span.reach)
  for (let at = span.at + 1; at < end; at++) {
    const token = tokens[at]
    if (token?.kind === 'mark' || token?.word === word) return
    over[at] = (over[at] ?? 0) + 1
  }
}

/** The verb stands before "pas": "je n'aime pas", "j'aime pas". */
function coverFrench(tokens: readonly Token[], over: Uint8Array, found: number): void {
  const { word = '' } = tokens[found] ?? {}
  const isShort = shortReach.has(word)
  if (!isShort)
    for (let at = found - 1; at >= Math.max(0, found - reach.before); at--) {
      const token = tokens[at]
      if (token?.kind !== 'word' || ne.has(token.word) || (over[at] ?? 0) > 0) break
      over[at] = 1
    }
  coverAfter(tokens, over, { at: found, reach: isShort ? 2 : reach.after })
}

function isFrenchNegation(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  switch (tokens[at]?.word ?? '') {
    case 'non':
      return after?.kind === 'word' && after.word !== 'plus'
    // "pas seulement …", "pas mal": they affirm.
    case 'pas':
    case 'pa':
      return after?.word !== 'seulement' && after?.word !== 'mal'
    case 'plus':
      return isNoLonger(tokens, at)
    default:
      return true
  }
}

function isNoLonger(tokens: readonly Token[], at: number): boolean {
  const words = [1, 2, 3].map((back) => tokens[at - back]?.word ?? '')
  const [before = ''] = words
  return (
    words.some((word) => ne.has(word)) || verbsBeforePlus.has(before) || tokens[at + 1]?.word === 'jamais'
  )
}
