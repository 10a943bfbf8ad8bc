import { evaluate, parseExpression } from 'feelin'

import { allowedFunctions, allowedParts, partsOfTime } from './expression-grammar.ts'
import { factNames, partsOfFacts } from './expression-values.ts'
import type { FieldName } from './guide.ts'

/** What is wrong with an expression. `from` and `to` are UTF-16 units in it; `text` is what stands there. */
export interface ExpressionFault {
  readonly kind:
    | 'too-long'
    /** Not FEEL, or not whole. */
    | 'not-feel'
    /** FEEL that guides do not use: a loop, a function of one's own, `==`. */
    | 'not-allowed'
    | 'unknown-name'
    | 'unknown-function'
    /** A date, time or duration that is none. */
    | 'no-such-time'
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Longer than any condition that a person can follow; it bounds how long one takes. */
export const longestExpression = 1000

type Node = ReturnType<typeof parseExpression>['topNode']

/** What the expression says in what it may say, whatever the names in it stand for. Never throws. */
export const faultsOfForm = (expression: string): readonly ExpressionFault[] =>
  faultsBy(expression, (node) => formFault(expression, node))

/** The same, and whether each name in it is a fact or one of these fields. */
export function faultsInExpression(
  expression: string,
  fields: ReadonlySet<FieldName>,
): readonly ExpressionFault[] {
  return faultsBy(
    expression,
    (node) =>
      formFault(expression, node) ?? nameFault(expression, node, fields) ?? timeFault(expression, node),
  )
}

type FaultKind = ExpressionFault['kind']

function faultsBy(
  expression: string,
  look: (node: Node) => FaultKind | undefined,
): readonly ExpressionFault[] {
  const whole = { from: 0, to: expression.length, text: expression.slice(0, longestExpression) }
  if (expression.length > longestExpression) return [{ kind: 'too-long', ...whole }]
  const found: ExpressionFault[] = []
  try {
    parseExpression(expression, {}, undefined).iterate({
      enter({ node }) {
        const kind = look(node)
        if (kind === undefined) return true
        const { from, to } = node
        found.push({ kind, from, to, text: expression.slice(from, to) })
        return false
      },
    })
  } catch {
    // The parser recurses: what is nested too deeply for it is no condition.
    return [{ kind: 'not-feel', ...whole }]
  }
  return found
}

function formFault(expression: string, node: Node): FaultKind | undefined {
  if (node.type.isError) return 'not-feel'
  if (!allowedParts.has(node.name)) return 'not-allowed'
  // `a == 1` would be read as “a is whether it is 1”, which nobody means.
  if (node.name === 'SimplePositiveUnaryTest' && !isInTest(node)) return 'not-allowed'
  const isCall = node.name === 'FunctionInvocation' || node.firstChild?.name === 'DateTimeConstructor'
  return isCall && !allowedFunctions.has(functionName(expression, node)) ? 'unknown-function' : undefined
}

/** `in [1..5]`, `in (> 2)`, `in ([1..5], [8..9])`. */
function isInTest(node: Node): boolean {
  const parent = node.parent?.name === 'ParenthesizedExpression' ? node.parent.parent : node.parent
  return parent?.name === 'PositiveUnaryTest'
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ')

const functionName = (expression: string, { firstChild }: Node): string =>
  plain(expression.slice(firstChild?.from, firstChild?.to))

function nameFault(expression: string, node: Node, fields: ReadonlySet<FieldName>): FaultKind | undefined {
  const text = plain(expression.slice(node.from, node.to))
  const parent = node.parent
  if (node.name === 'PathName') return hasPart(expression, node, text) ? undefined : 'unknown-name'
  if (node.name !== 'VariableName') return undefined
  if (parent?.name === 'FunctionInvocation' && parent.from === node.from) return undefined
  // A whole customer or case is nothing to compare with.
  if (Object.hasOwn(partsOfFacts, text)) return parent?.name === 'PathExpression' ? undefined : 'unknown-name'
  return fields.has(text) || factNames.some((name) => name === text) ? undefined : 'unknown-name'
}

function hasPart(expression: string, { parent }: Node, part: string): boolean {
  const whole = parent?.firstChild
  const of = expression.slice(whole?.from, whole?.to).replace(/\s/g, '')
  if (of === 'case.fields') return true
  if (of === 'contact' || of === 'case') return partsOfFacts[of].some((name) => name === part)
  return partsOfTime.has(part)
}

/** `date("2026-02-30")`: the language makes null of it, and no comparison would ever hold. */
function timeFault(expression: string, node: Node): FaultKind | undefined {
  const text = expression.slice(node.from, node.to)
  if (node.name !== 'DateTimeLiteral' || !/^(@|[a-z ]+\()\s*"[^"]*"\s*\)?$/.test(text)) return undefined
  return evaluate(text).value === null ? 'no-such-time' : undefined
}
