import * as v from 'valibot'

import { isLanguage, languageName } from './language-name.ts'
import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { remedyFor } from '../nearest.ts'
import type { YamlSource } from './yaml-source.ts'

type Issue = v.BaseIssue<unknown>

/** Reads a file by its schema; what does not fit is said where it stands. */
export function readShape<const S extends v.GenericSchema>(
  source: YamlSource,
  schema: S,
): { readonly value: v.InferOutput<S> | undefined; readonly faults: readonly Fault[] } {
  const parsed = v.safeParse(schema, source.value)
  if (parsed.success) return { value: parsed.output, faults: [] }
  return { value: undefined, faults: parsed.issues.flatMap((issue) => shapeFaults(source, issue, [])) }
}

/** Of a choice between shapes, the faults inside the one that was begun say more than “none fits”. */
function shapeFaults(source: YamlSource, issue: Issue, before: readonly v.IssuePathItem[]): readonly Fault[] {
  const path = [...before, ...(issue.path ?? [])]
  const inside = (issue.issues ?? []).filter((one) => (one.path ?? []).length > 0)
  if (issue.type === 'union' && inside.length > 0)
    return inside.flatMap((one) => shapeFaults(source, one, path))
  const keys = path.map(({ key }) => key as string | number)
  const place = source.place(keys, isAboutKey(issue) ? 'key' : 'value')
  return [faultAt(source.file, place, sayIssue(issue, String(keys.at(-1) ?? '')))]
}

const isAboutKey = (issue: Issue): boolean => issue.type === 'never' || issue.path?.at(-1)?.origin === 'key'

function sayIssue(issue: Issue, key: string): Pick<Fault, 'kind' | 'sentence' | 'remedy'> {
  if (issue.type === 'never') return unknownKey(issue, key)
  if (isMissing(issue)) {
    if (isLanguage(key))
      return {
        kind: 'missing-language',
        sentence: `The words in ${languageName(key)} are missing.`,
        remedy: `Add “${key}: …”: whatever is said, shown or sent has every language.`,
      }
    return { kind: 'missing', sentence: `“${key}” is missing.`, remedy: `Add “${key}: …”.` }
  }
  if (issue.kind === 'schema') return wrongSort(issue, key)
  return { kind: 'bad-value', sentence: `${shown(issue.input)} cannot stand here.`, remedy: sentence(issue) }
}

const unknownKey = (issue: Issue, key: string) => ({
  kind: 'unknown-key' as const,
  sentence: `“${key.slice(0, 60)}” is nothing that can stand here.`,
  remedy: remedyFor(key, issue.message.split(' '), 'key'),
})

/** Of a choice by a key (`type`), the key that is missing is its value. */
const isMissing = (issue: Issue): boolean => issue.input === undefined && (issue.path ?? []).length > 0

/** Words where a list belongs, and so on. */
function wrongSort(issue: Issue, key: string): Pick<Fault, 'kind' | 'sentence' | 'remedy'> {
  const where = key === '' ? 'here' : `at “${key}”`
  const said =
    issue.input === null ? `Nothing stands ${where}.` : `${shown(issue.input)} cannot stand ${where}.`
  const remedy = sorts[issue.type] ?? (issue.expected === null ? '' : `It can be: ${listed(issue.expected)}.`)
  return { kind: 'bad-value', sentence: said, remedy }
}

const sorts: Readonly<Record<string, string>> = {
  string: 'Words stand here. A number, true or false as words stands between quotation marks: "12".',
  number: 'A number stands here, without quotation marks.',
  boolean: 'true or false stands here.',
  array: 'A list stands here: lines that begin with “- ”, or [one, two].',
  object_with_rest: 'A line for each part stands here, such as “en: …” and “fr: …”, indented by two spaces.',
  record: 'A line for each name stands here, indented by two spaces.',
}

/** valibot writes `("a" | "b")`. */
const listed = (expected: string): string => expected.replace(/^\(|\)$/g, '').replace(/ \| /g, ', ')

const sentence = ({ message }: Issue): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`

function shown(input: unknown): string {
  if (input === undefined) return 'Nothing'
  if (Array.isArray(input)) return 'A list'
  if (typeof input === 'object') return 'A group of lines'
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}
