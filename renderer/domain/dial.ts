import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/min'

import { emergencyNumberIn } from './emergency-number.ts'

/** Why something cannot be called. */
export type Undialable = 'empty' | 'not-a-number' | 'too-short' | 'too-long' | 'other-centre'

/** What an agent has typed, pasted, or clicked in another program, understood. */
export type Dialled =
  /** `e164` such as +16135550117 (ITU-T E.164); `shown` in the form of the country. */
  | { readonly kind: 'number'; readonly e164: string; readonly shown: string }
  /** A colleague's or a service's short number at this centre, or one of its feature codes. */
  | { readonly kind: 'extension'; readonly user: string }
  | { readonly kind: 'emergency'; readonly digits: string }
  | { readonly kind: 'undialable'; readonly why: Undialable }

export interface DialPlan {
  /** ISO 3166-1 alpha-2; an unknown one understands international forms only. */
  readonly country: string
  /** The centre's own domain: an address elsewhere is not called. */
  readonly domain: string
}

/** Longer than any number, extension or address that is meant. */
const longest = 80
/** Extensions are short; anything longer is a telephone number or a mistake. */
const longestExtension = 6

/**
 * Understands international and national numbers (libphonenumber), `tel:` (RFC 3966) and `sip:` (RFC 3261 §19.1)
 * addresses, extensions, and feature codes. Never throws, and calls nobody.
 */
export function understandDialled(typed: string, plan: DialPlan): Dialled {
  const text = typed
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  if (text === '') return undialable('empty')
  if (text.length > longest) return undialable('too-long')
  const emergency = emergencyNumberIn(text)
  if (emergency !== undefined) return understandEmergency(emergency)
  const address = /^(sips?|tel|callto):(?:\/\/)?(.*)$/i.exec(text)
  if (!address) return understandNumber(text, plan)
  const [, scheme = '', rest = ''] = address
  return /^sip/i.test(scheme) ? understandAddress(rest, plan) : understandTel(rest, plan)
}

/** Service names (RFC 5031) need a network that knows where the caller is; from here they reach nobody. */
const understandEmergency = (number: string): Dialled =>
  /^\d+$/.test(number) ? { kind: 'emergency', digits: number } : undialable('not-a-number')

const undialable = (why: Undialable): Dialled => ({ kind: 'undialable', why })

/** RFC 3966 §5.1.5: a local number counts in its context, where that is a country or an area. */
function understandTel(rest: string, plan: DialPlan): Dialled {
  const [subscriber = '', ...parameters] = unescaped(rest).split(';')
  const context = parameters
    .map((parameter) => /^phone-context=(\+[\d\-.()]+)$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined)
  return understandNumber(
    context !== undefined && !subscriber.startsWith('+') ? context + subscriber : subscriber,
    plan,
  )
}

function understandAddress(rest: string, plan: DialPlan): Dialled {
  const [where = ''] = rest.split(/[;?]/)
  const at = where.lastIndexOf('@')
  const user = unescaped(at < 0 ? where : where.slice(0, at))
  const host = at < 0 ? plan.domain : where.slice(at + 1).replace(/:\d+$/, '')
  // Another program's link must not make this desk call a machine of its choice.
  if (host.toLowerCase() !== plan.domain.toLowerCase()) return undialable('other-centre')
  if (/^[\w.+*#-]{1,40}$/.test(user) && !/^\+?\d{7,}$/.test(user)) return { kind: 'extension', user }
  return understandNumber(user, plan)
}

/** Letters are not understood as digits: a name that was typed is not a number. */
function understandNumber(text: string, plan: DialPlan): Dialled {
  const emergency = emergencyNumberIn(text)
  if (emergency !== undefined) return understandEmergency(emergency)
  const compact = text.replace(/[\s\-.()/]/g, '')
  if (/^[*#][\d*#]{1,20}$/.test(compact) || new RegExp(`^\\d{1,${longestExtension}}$`).test(compact))
    return { kind: 'extension', user: compact }
  if (!/^\+?\d+$/.test(compact)) return undialable('not-a-number')
  const international = compact.startsWith('00') ? `+${compact.slice(2)}` : compact
  const number = parsePhoneNumberFromString(international, plan.country as CountryCode)
  if (!number) return undialable(compact.length < 7 ? 'too-short' : 'not-a-number')
  // Possible is not enough: seven digits are possible in Canada, and reach nobody without their area.
  if (!number.isValid()) return undialable(problemOf(number.nationalNumber, number.isPossible()))
  return {
    kind: 'number',
    e164: number.number,
    shown: number.country === plan.country ? number.formatNational() : number.formatInternational(),
  }
}

/** National numbers have at least eight digits nearly everywhere; ten and more are too many, or the wrong ones. */
function problemOf(national: string, isPossible: boolean): Undialable {
  if (national.length < 8) return 'too-short'
  return isPossible ? 'not-a-number' : national.length > 10 ? 'too-long' : 'too-short'
}

/** `%2B1613…` → `+1613…`; a broken escape is left as it stands. */
function unescaped(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** A number as people of the country write it; whatever is no number stays as it is. */
export function shownNumber(number: string, country: string): string {
  const dialled = understandDialled(number, { country, domain: '' })
  return dialled.kind === 'number' ? dialled.shown : number
}
