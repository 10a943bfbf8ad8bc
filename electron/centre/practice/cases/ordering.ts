import { Reference } from './showing.ts'

/**
 * `orderby=LastUpdated&order=DESC`, several of each for one after the other. A column that there is not is an error of the
 * database, which RT swallows: the list is empty.
 */
export function ordered(rows: readonly Reference[], columns: readonly string[], query: URLSearchParams) {
  const orders = query.getAll('order')
  const keys = query.getAll('orderby').map((column, at) => ({
    column,
    sign: orders[at]?.toUpperCase() === 'DESC' ? -1 : 1,
  }))
  if (keys.some(({ column }) => !columns.includes(column))) return []
  return [...rows].sort((a, b) => {
    for (const { column, sign } of keys) {
      const difference = between(keyOf(a.field(column)), keyOf(b.field(column)))
      if (difference !== 0) return difference * sign
    }
    return 0
  })
}

const keyOf = (value: unknown): string | number => {
  if (typeof value === 'number') return value
  if (value instanceof Reference) return value.id.toLowerCase()
  return typeof value === 'string' ? (/^\d+$/.test(value) ? Number(value) : value.toLowerCase()) : ''
}

const between = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a) < String(b)
      ? -1
      : String(a) > String(b)
        ? 1
        : 0
