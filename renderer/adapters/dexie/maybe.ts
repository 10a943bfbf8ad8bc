import * as v from 'valibot'

/** JSON leaves out what is `undefined`: it is put back, so that what is read has every property of what was written. */
export const maybe = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(schema, () => undefined)
