import type { FieldType } from './guide.ts'

type Country = Extract<FieldType, { readonly kind: 'postal-code' }>['country']

/** Canada Post's addressing guidelines: no D, F, I, O, Q, U, and neither W nor Z at the beginning. */
const canada = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/

/** ZIP, or ZIP+4 (USPS Publication 28, §212). */
const unitedStates = /^(\d{5})(\d{4})?$/

/** La Poste: the department, overseas ones too, then the office. */
const france = /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/

/** Royal Mail's Programmers' Guide, edition 7: outward and inward code; GIR 0AA is Girobank's. */
const britain =
  /^(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[ABCDEFGHJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]))(\d[ABD-HJLNP-UW-Z]{2})$/

/** A postal code in the form in which its country writes it; `undefined` for what is none. */
export function readPostalCode(typed: string, country: Country): string | undefined {
  if (typed.length > 20) return undefined
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2013]/g, '')
  switch (country) {
    case 'CA':
      return parted(canada.exec(text), ' ')
    case 'US':
      return parted(unitedStates.exec(text), '-')
    case 'GB':
      return parted(britain.exec(text), ' ')
    case 'FR':
      return france.test(text) ? text : undefined
  }
}

const parted = (match: RegExpExecArray | null, between: string): string | undefined =>
  match?.slice(1).filter(Boolean).join(between)
