import { evaluate, parseExpression } from 'feelin'

import { longestExpression } from './expression-faults.ts'
import type { FieldName } from './guide.ts'

type Node = ReturnType<typeof parseExpression>['topNode']

/** A name that is compared with something that is written out: `how = "mail"`, `how in ("mail", "online")`. */
interface Compared {
  readonly name: FieldName
  /** `undefined` where it is no word: `how = 3`. */
  readonly value: string | undefined
  /** As it is written, and where: UTF-16 units. */
  readonly text: string
  readonly from: number
}

/** What an expression can come to, as far as that can be read in it: what is written out, or a name. */
interface Outcome {
  readonly kind: 'written' | 'name'
  readonly text: string
  readonly from: number
}

/** Every comparison of a name with what is written out, for a check of what was written. Never throws. */
export function comparedIn(expression: string): readonly Compared[] {
  const found: Compared[] = []
  eachNode(expression, (node) => {
    if (node.name === 'Comparison') found.push(...comparedAt(expression, node))
    return true
  })
  return found
}

/** Both ways of an `if`, or the whole; what is worked out is not among them. Never throws. */
export function outcomesOf(expression: string): readonly Outcome[] {
  const found: Outcome[] = []
  eachNode(expression, (node) => {
    if (node.name === 'Expression' || node.name === 'ParenthesizedExpression') return true
    if (node.name === 'IfExpression') return true
    const isCondition = node.parent?.name === 'IfExpression' && node.prevSibling?.name === 'if'
    const kind = node.name === 'VariableName' ? 'name' : written.has(node.name) ? 'written' : undefined
    if (kind !== undefined && !isCondition)
      found.push({ kind, text: expression.slice(node.from, node.to).trim(), from: node.from })
    return false
  })
  return found
}

const words = new Set(['StringLiteral'])
const written = new Set([...words, 'NumericLiteral', 'BooleanLiteral', 'DateTimeLiteral'])
/** What stands around the words that a name is `in`. */
const around = new Set(['PositiveUnaryTests', 'PositiveUnaryTest', 'List', 'ParenthesizedExpression'])

function eachNode(expression: string, enter: (node: Node) => boolean): void {
  if (expression.length > longestExpression) return
  try {
    parseExpression(expression, {}, undefined).iterate({ enter: ({ node }) => enter(node) })
  } catch {
    // Nested too deeply to be read: that is said elsewhere.
  }
}

function comparedAt(expression: string, comparison: Node): readonly Compared[] {
  const parts = childrenOf(comparison)
  const name = parts.find((part) => part.name === 'VariableName')
  const sign = parts.find((part) => part.name === 'CompareOp')
  const textOf = ({ from, to }: Node): string => expression.slice(from, to)
  // Of what is greater or less, a word that is no choice may be meant.
  if (!name || (sign && !['=', '!='].includes(textOf(sign).trim()))) return []
  return parts.flatMap(writtenIn).map((part) => ({
    name: textOf(name).trim(),
    value: words.has(part.name) ? String(evaluate(textOf(part)).value) : undefined,
    ...{ text: textOf(part), from: part.from },
  }))
}

const writtenIn = (node: Node): readonly Node[] =>
  written.has(node.name) ? [node] : around.has(node.name) ? childrenOf(node).flatMap(writtenIn) : []

function childrenOf({ firstChild }: Node): readonly Node[] {
  const children: Node[] = []
  for (let child = firstChild; child; child = child.nextSibling) children.push(child)
  return children
}
