/** A value or a name in TicketSQL: quoted, with the quotes and backslashes in it escaped. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** A custom field in TicketSQL. */
export const customFieldIs = (name: string, value: string): string =>
  `${quoted(`CF.{${name}}`)} = ${quoted(value)}`

export const customFieldIsEmpty = (name: string): string => `${quoted(`CF.{${name}}`)} IS NULL`

/** `resolved`, `rejected` → what is neither. */
export const isNoneOf = (field: string, values: readonly string[]): readonly string[] =>
  values.map((value) => `${field} != ${quoted(value)}`)

export const allOf = (conditions: readonly string[]): string => conditions.join(' AND ')

/** As a query part of a path. */
export const asQuery = (sql: string): string => `query=${encodeURIComponent(wellFormed(sql))}`

/** Half a surrogate pair has no form in UTF-8, and a NUL none in some databases: U+FFFD stands for them. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\ufffd')

export const isNumber = (text: string): boolean => /^\d{1,20}$/.test(text)
