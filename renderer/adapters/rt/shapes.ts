import * as v from 'valibot'

/** RT gives numbers as numbers, as strings, or (where there is none) as an empty string or null. */
export const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.check((text) => text !== ''),
)

/** Text where there is some; what is none counts as empty. */
export const text = v.pipe(v.fallback(v.union([v.string(), v.number()]), ''), v.transform(String))

/** A list of which the parts that can be used are kept; what is no list is an empty one. */
export const listOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((items) => items.flatMap((one) => parsed(item, one))),
  )

function parsed<T>(shape: v.GenericSchema<unknown, T>, value: unknown): T[] {
  const result = v.safeParse(shape, value)
  return result.success ? [result.output] : []
}

/** What stands for another record: its id is a user's name, a queue's number … */
export const reference = v.object({ id, type: v.optional(text, '') })

/** One page of a collection. A page must have a list: without one the answer is not RT's. */
export const pageOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.object({
    items: v.pipe(
      v.array(v.unknown()),
      v.transform((items) => items.flatMap((one) => parsed(item, one))),
    ),
    /** RT counts only where it may tell: for cases, never for their transactions. */
    pages: v.fallback(v.optional(v.number()), undefined),
  })
