/** Longer than any number that a customer says. */
const longest = 40

/**
 * A number as people write it in either language: `1234.5`, `1 234,5`, `1,234.50`, with a sign. A comma with three digits
 * after it may be a thousand in English and a fraction in French, so `1,234` is asked for again rather than guessed.
 */
export function readNumber(typed: string): number | undefined {
  if (typed.length > longest) return undefined
  const text = typed.trim().replace(/^\u2212/, '-')
  const plain = grouped(text) ?? text
  if (!/^[-+]?(\d+([.,]\d+)?|[.,]\d+)$/.test(plain) || /^[-+]?[1-9]\d{0,2},\d{3}$/.test(plain))
    return undefined
  const value = Number(plain.replace(',', '.'))
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : undefined
}

/** Without what parts the thousands: spaces of every kind, or commas where a point follows. */
function grouped(text: string): string | undefined {
  if (/^[-+]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/.test(text))
    return text.replace(/[ \u00a0\u202f]/g, '')
  if (/^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(text))
    return text.replaceAll(',', '')
  return undefined
}
