import type { Article, Passage } from '../../../domain/knowledge/article.ts'
import type { ArticleHit, Mark } from '../../../domain/knowledge/article-hit.ts'
import { blocksText, passagesOf } from '../../../domain/knowledge/article-text.ts'
import type { Language } from '../../../domain/language.ts'
import type { Query } from './read-query.ts'
import { readPassages, readText } from './read-passages.ts'
import type { ReadText } from './read-passages.ts'

/** What the stems of a query are worth. */
export type Wanted = ReadonlyMap<string, number>

export interface Marked {
  readonly text: string
  readonly marks: readonly Mark[]
}

export interface BestPassage {
  /** Among the passages of the article. */
  readonly nth: number
  readonly shown: ArticleHit['passage']
}

/** UTF-16 units of a passage that are shown: it can be read at a glance, and sent. */
const longest = 600
/** Units before the first mark in what is shown of a longer one. */
const before = 120

export function wantedOf({ groups }: Query): Wanted {
  const wanted = new Map<string, number>()
  for (const { stems, worth } of groups)
    for (const [stem, sure] of stems) wanted.set(stem, Math.max(wanted.get(stem) ?? 0, sure * worth))
  return wanted
}

/** The passage that has the most of what is wanted; the first one where none has any. */
export function bestPassage(article: Article, wanted: Wanted): BestPassage {
  let best: { nth: number; passage: Passage; marked: Marked; worth: number } | undefined
  for (const { nth, passage, heading, body } of readPassages(article)) {
    const times = new Map<string, number>()
    lookThrough(heading, wanted, (stem) => count(times, stem, 2))
    const marks: Mark[] = []
    lookThrough(body, wanted, (stem, mark) => {
      count(times, stem, 1)
      marks.push(mark)
    })
    const worth = worthOf(times, wanted)
    if (!best || worth > best.worth) best = { nth, passage, marked: { text: body.text, marks }, worth }
  }
  if (!best) return { nth: 0, shown: { anchor: undefined, text: article.summary, marks: [] } }
  return { nth: best.nth, shown: { anchor: best.passage.anchor, ...cut(best.marked) } }
}

/** The passage in the place that another language's has, where the articles are built alike. */
export function passageAt(article: Article, nth: number, of: number): ArticleHit['passage'] {
  const passages = passagesOf(article)
  const passage = passages.length === of ? passages[nth] : passages[0]
  const text = passage ? blocksText(passage.blocks) : ''
  if (!passage || text === '') return { anchor: undefined, text: article.summary, marks: [] }
  return { anchor: passage.anchor, ...cut({ text, marks: [] }) }
}

/** Marks the words that answer a query, whatever their endings and accents. */
export function marksIn(text: string, language: Language, wanted: Wanted): Marked {
  const marks: Mark[] = []
  lookThrough(readText(text, language), wanted, (_stem, mark) => marks.push(mark))
  return { text, marks }
}

function lookThrough(
  { stems, places }: ReadText,
  wanted: Wanted,
  meet: (stem: string, mark: Mark) => void,
): void {
  for (const [nth, stem] of stems.entries())
    if (wanted.has(stem)) meet(stem, { from: places[2 * nth] ?? 0, to: places[2 * nth + 1] ?? 0 })
}

const count = (times: Map<string, number>, stem: string, more: number): void =>
  void times.set(stem, (times.get(stem) ?? 0) + more)

/** What stands there once counts for most, and a little more where it stands again. */
function worthOf(times: ReadonlyMap<string, number>, wanted: Wanted): number {
  let worth = 0
  for (const [stem, often] of times) worth += (wanted.get(stem) ?? 0) * (often / (often + 0.4))
  return worth
}

/** A long passage from a little before its first mark on, at a word's beginning. */
function cut({ text, marks }: Marked): Marked {
  if (text.length <= longest) return { text, marks }
  const first = marks[0]?.from ?? 0
  const earliest = first > before ? first - before : 0
  const from = earliest === 0 ? 0 : Math.min(first, afterSpace(text, earliest))
  const to = text.length - from <= longest ? text.length : beforeSpace(text, from + longest, from)
  const [start, end] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const shift = start.length - from
  return {
    text: `${start}${text.slice(from, to)}${end}`,
    marks: marks
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ from: mark.from + shift, to: mark.to + shift })),
  }
}

function afterSpace(text: string, at: number): number {
  const space = text.slice(at, at + before).search(/\s/)
  return space === -1 ? at + before : at + space + 1
}

function beforeSpace(text: string, at: number, from: number): number {
  const space = text.slice(from, at).search(/\s\S*$/)
  return space > 0 ? from + space : wholeUnits(text, at)
}

/** Not in the middle of a surrogate pair. */
const wholeUnits = (text: string, at: number): number =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at
