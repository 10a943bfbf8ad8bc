import * as v from 'valibot'

/**
 * An object with these keys alone. valibot's strictObject names only the first key that it does not know, and a check
 * names them all; the type is the same. The message is the keys that there are: `source/shape.ts` makes words of it.
 */
export const part = <const E extends v.ObjectEntries>(entries: E): v.StrictObjectSchema<E, undefined> =>
  v.objectWithRest(entries, v.never(Object.keys(entries).join(' '))) as unknown as v.StrictObjectSchema<
    E,
    undefined
  >
