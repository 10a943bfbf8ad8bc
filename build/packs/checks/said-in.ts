import { languages } from '../../../renderer/domain/language.ts'
import type { Said } from '../../../renderer/domain/knowledge/said.ts'
import type { Path } from '../fault.ts'

/** Every text in all languages inside a value, with its place; what is half there is said elsewhere. */
export function saidIn(value: unknown, path: Path = []): readonly { path: Path; said: Said }[] {
  // Deeper than any file of a pack can be by its schema.
  if (value === null || typeof value !== 'object' || path.length > 12) return []
  if (isSaid(value)) return [{ path, said: value }]
  const parts = Array.isArray(value)
    ? value.map((part: unknown, index) => [index, part] as const)
    : Object.entries(value)
  return parts.flatMap(([key, part]) => saidIn(part, [...path, key]))
}

const isSaid = (value: object): value is Said =>
  languages.every((language) => typeof (value as Partial<Record<string, unknown>>)[language] === 'string')
