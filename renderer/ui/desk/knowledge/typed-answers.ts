import { shownNumber } from '../../../domain/dial.ts'
import type { FieldName } from '../../../domain/knowledge/guide.ts'
import type { ShownField } from '../../../domain/knowledge/what-to-show.ts'
import type { Typed } from './guide-places.tsx'

/** What stands in a field at first, as somebody would type it. @param country ISO 3166-1 alpha-2 */
export function typedAtFirst({ field, known }: ShownField, country: string): string | boolean | undefined {
  if (typeof known === 'number') return String(known)
  if (typeof known === 'string' && field.type.kind === 'telephone') return shownNumber(known, country)
  return known
}

/** All that is handed in: what was typed now, else what stood there. */
export function answersOf(
  fields: readonly ShownField[],
  typed: Typed,
  country: string,
): ReadonlyMap<FieldName, string | boolean> {
  return new Map(
    fields.flatMap((shown) => {
      const value = typed.get(shown.field.name) ?? typedAtFirst(shown, country)
      return value === undefined ? [] : [[shown.field.name, value] as const]
    }),
  )
}
