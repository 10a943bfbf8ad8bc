import * as v from 'valibot'

import { commonFields, isFieldKey } from '../../../renderer/domain/case-field.ts'
import { languages } from '../../../renderer/domain/language.ts'
import { part } from './part.ts'

/** At least one letter: JavaScript would put a name of digits alone before all others. */
const nameForm = /^(?=.*[a-z])[a-z0-9][a-z0-9-]{0,59}$/

/** Of articles, guides, steps, terms, replies and packs. */
export const name = v.pipe(
  v.string(),
  v.regex(
    nameForm,
    'a name has small letters, digits and hyphens (60 at most, a letter among them), such as change-of-address',
  ),
)

export const isName = (text: string): boolean => nameForm.test(text)

const fieldForm = /^[a-z][a-z0-9_]{0,59}$/

export const fieldName = v.pipe(
  v.string(),
  v.regex(fieldForm, 'a field’s name is a small letter, then small letters, digits and _, such as moved_on'),
)

/** A title, a label, a topic, a queue. */
export const short = v.pipe(
  v.string(),
  v.regex(/\S/, 'words stand here'),
  v.maxLength(200, '200 characters are the most here'),
)

/** What is said, shown or sent. */
export const long = v.pipe(
  v.string(),
  v.regex(/\S/, 'words stand here'),
  v.maxLength(4000, '4,000 characters are the most here'),
)

/** One text in every language. */
const saidIn = <S extends v.GenericSchema>(text: S) => part(v.entriesFromList(languages, text))

export const saidShort = saidIn(short)
export const said = saidIn(long)
export const saidList = saidIn(v.pipe(v.array(short), v.maxLength(100, '100 are the most here')))

/** ISO 8601, and a day that the calendar has. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2026-11-23'),
  v.check((text) => {
    const at = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  }, 'the calendar has no such day'),
)

/** A version or a revision. */
export const counting = v.pipe(
  v.number(),
  v.integer('a whole number stands here'),
  v.minValue(1, 'it begins with 1'),
  v.maxValue(999_999_999, 'it is too great'),
)

export const shortList = v.pipe(v.array(short), v.maxLength(100, '100 are the most here'))

/** Whether the case system has such a field only the site knows; here the form of its name is looked at. */
export const caseField = v.pipe(
  v.string(),
  v.maxLength(200, '200 characters are the most here'),
  v.check(
    (text) => isFieldKey(text) && text !== 'custom:',
    `a field of a case is ${commonFields.join(', ')}, or custom: and its name`,
  ),
  v.metadata({ anyOf: [{ enum: [...commonFields] }, { pattern: '^custom:.' }] }),
)
