/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). Numbers with a minus sign are none. */
const formula = /^(?:[=+@\t\r]|-(?!\d))/

const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows of a table as comma-separated values (RFC 4180 §2): lines end in CRLF. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
