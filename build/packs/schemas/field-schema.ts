import * as v from 'valibot'

import { part } from './part.ts'
import { caseField, day, fieldName, said, saidShort, short } from './words-schema.ts'

/** FEEL. */
export const expression = v.pipe(
  v.string(),
  v.regex(/\S/, 'a condition stands here, such as age >= 16'),
  v.maxLength(1000, '1,000 characters are the most here'),
)

/** What a field is to be. A number, `true` and `false` are expressions without quotation marks too. */
export const valueExpression = v.pipe(v.union([expression, v.number(), v.boolean()]), v.transform(String))

const common = {
  name: fieldName,
  label: saidShort,
  hint: v.optional(saidShort),
  required: v.optional(v.boolean(), true),
  fills: v.optional(caseField),
}

/** A day, or days from today. */
const dayOrDays = v.union([
  day,
  v.pipe(
    v.number(),
    v.integer('days from today are a whole number'),
    v.minValue(-60_000, 'that is too long ago'),
    v.maxValue(60_000, 'that is too far off'),
  ),
])

/** Two days, or two numbers; a day and a number of days cannot be compared before the day has come. */
function ordered(least: string | number | undefined, most: string | number | undefined): boolean {
  return least === undefined || most === undefined || typeof least !== typeof most || least <= most
}

/** What is asked; its type says what else can be said of it. */
export const askedField = v.variant('type', [
  part({
    ...common,
    type: v.literal('text'),
    longest: v.optional(
      v.pipe(
        v.number(),
        v.integer('a whole number stands here'),
        v.minValue(1, 'it is at least 1'),
        v.maxValue(10_000, '10,000 is the most'),
      ),
      200,
    ),
    lines: v.optional(v.picklist(['one', 'several']), 'one'),
  }),
  part({
    ...common,
    type: v.literal('choice'),
    choices: v.pipe(
      v.array(part({ value: short, label: saidShort })),
      v.minLength(2, 'a choice is between two things at least'),
      v.maxLength(100, '100 choices are the most'),
    ),
  }),
  v.pipe(
    part({
      ...common,
      type: v.literal('date'),
      earliest: v.optional(dayOrDays),
      latest: v.optional(dayOrDays),
    }),
    v.check(({ earliest, latest }) => ordered(earliest, latest), 'the earliest day comes before the latest'),
  ),
  v.pipe(
    part({
      ...common,
      type: v.literal('number'),
      least: v.optional(v.number()),
      most: v.optional(v.number()),
    }),
    v.check(({ least, most }) => ordered(least, most), 'the least is not more than the most'),
  ),
  part({ ...common, type: v.literal('telephone') }),
  part({ ...common, type: v.literal('postal-code'), country: v.picklist(['CA', 'US', 'FR', 'GB']) }),
  part({ ...common, type: v.literal('consent'), words: said }),
])
export type SourceField = v.InferOutput<typeof askedField>
