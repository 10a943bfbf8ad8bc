import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair, YAMLError } from 'yaml'

import { faultAt } from '../fault.ts'
import type { Fault, Located, Path, Place } from '../fault.ts'
import { mendLooseWords, quoted } from './loose-words.ts'
import type { LooseWords } from './loose-words.ts'
import type { TextFile } from './text-file.ts'

/** A YAML file (1.2, core schema: dates and yes/no are words) whose every value can be pointed at. */
export interface YamlSource extends Located {
  readonly value: unknown
}

export interface ReadYaml {
  /** Also there where the faults are mended, so that the rest can be checked. */
  readonly source: YamlSource | undefined
  readonly faults: readonly Fault[]
}

/** Never throws. `linesBefore`: of the front matter of an article, the fence's. */
export function readYaml({ file, text }: TextFile, linesBefore = 0): ReadYaml {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) }
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const loose = mendLooseWords(document, text)
    const faults = [...document.errors, ...document.warnings]
      // Words that are cut off in both languages look like one name twice.
      .filter(({ code, pos }) => code !== 'DUPLICATE_KEY' || !loose.some(({ offset }) => offset === pos[0]))
      .map((error) => yamlFault(file, error, at))
    faults.push(...forbiddenKeys(document, file, at))
    const cutOff = loose.map((words) => looseFault(file, words, at))
    if (faults.length > 0) return { source: undefined, faults: [...faults, ...cutOff] }
    // An alias that makes a small file large throws here.
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    const place: Located['place'] = (path, on = 'value') => at(offsetOf(document, path, on))
    const placeIn: Located['placeIn'] = (path, words, from) => {
      const start = offsetOf(document, path, 'value')
      // Behind a quotation mark, if there is one. What goes over several lines is pointed at as a whole.
      const first = [start, start + 1].find((offset) => text.startsWith(words, offset))
      return at(first === undefined ? start : first + from)
    }
    return { source: { file, value, place, placeIn }, faults: cutOff }
  } catch {
    const remedy = 'Write it out, without references (& and *) and without brackets inside brackets.'
    const sentence = 'This is more entangled than it can be read.'
    return { source: undefined, faults: [faultAt(file, at(0), { kind: 'not-yaml', sentence, remedy })] }
  }
}

function yamlFault(file: string, error: YAMLError, at: (offset: number) => Place): Fault {
  if (error.code === 'DUPLICATE_KEY')
    return faultAt(file, at(error.pos[0]), {
      kind: 'same-name',
      sentence: 'This name stands here a second time.',
      remedy: 'Give it another name, or take one of the two out.',
    })
  return faultAt(file, at(error.pos[0]), {
    kind: 'not-yaml',
    sentence: sentences[error.code] ?? `This is not YAML: ${lowerFirst(error.message)}.`,
    remedy: remedies[error.code] ?? quotes,
  })
}

const looseFault = (file: string, { offset, words, key, whole }: LooseWords, at: (offset: number) => Place) =>
  faultAt(file, at(offset), {
    kind: 'not-yaml',
    sentence: `In braces the comma before “${words.slice(0, 60)}” ends the words of “${key}”.`,
    remedy: `Put all of them between quotation marks: ${key}: ${quoted(whole.replace(/\s+/g, ' '))}.`,
  })

const sentences: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_IN_FLOW: 'A colon stands inside “{ … }” where nothing can follow it.',
  TAB_AS_INDENT: 'A tab stands at the beginning of the line.',
  MULTIPLE_DOCS: 'A line “---” divides the file in two.',
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const quotes =
  'Words with a colon, a comma in braces, or a bracket at the beginning stand between quotation marks.'
const remedies: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'Indent with spaces, two for each level; YAML takes no tabs.',
  BAD_INDENT: 'Begin the line below the line that it belongs with: two spaces for each level.',
  MULTIPLE_DOCS: 'Take the line “---” out: a file is one document.',
}

/** JavaScript's own names: an object cannot be trusted with them. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

function forbiddenKeys(document: Document.Parsed, file: string, at: (offset: number) => Place): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || !forbidden.has(String(key.value))) return
      const sentence = `“${String(key.value)}” cannot be a name here.`
      faults.push(
        faultAt(file, at(key.range?.[0] ?? 0), {
          kind: 'bad-value',
          sentence,
          remedy: 'Choose another one.',
        }),
      )
    },
  })
  return faults
}

/** Of a word: where it stands. Of what has parts: where its name stands, since the parts follow on their own lines. */
function offsetOf(document: Document.Parsed, path: Path, on: 'key' | 'value'): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, step] of path.entries()) {
    const pair = childOf(node, step)
    if (pair === undefined) return offset
    const [key, value] = isPair(pair) ? [pair.key, pair.value] : [undefined, pair]
    const isLast = depth === path.length - 1
    const pointsAtValue = key === undefined || (isScalar(value) && !(isLast && on === 'key'))
    offset = startOf(pointsAtValue && !isEmpty(value) ? value : key) ?? offset
    node = value
  }
  return offset
}

function childOf(node: unknown, step: string | number): Pair | Node | undefined {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  if (isSeq(node) && typeof step === 'number') return node.items[step] as Node | undefined
  return undefined
}

const isEmpty = (node: unknown): boolean => isScalar(node) && node.value === null

const startOf = (node: unknown): number | undefined =>
  node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined
