import type { Language } from '../domain/language.ts'
import { locales } from './locales.ts'

/** How large a file is, as people write it: `120 kB`, `3.4 MB`. @param bytes 0 or more */
export function fileSize(language: Language, bytes: number): string {
  const [value, unit] =
    bytes < 1_000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1_000, 'kilobyte']
        : [bytes / 1_000_000, 'megabyte']
  const digits = value < 10 && unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(locales[language], {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: digits,
  } as const).format(value)
}
