/**
 * Numbers that reach an emergency service, as somebody dials them, each with the place that says so.
 * Left out on purpose: 116117 (the doctor on duty, though Arcep's list of emergency numbers has it), 988 (a crisis
 * line) and 933 (a test of 911).
 */
const assignedBy: Readonly<Record<string, string>> = {
  '112': 'European Union, GSM world-wide: 3GPP TS 22.101 §10.1, Directive (EU) 2018/1972 art. 109',
  '911': 'Canada, United States; GSM world-wide: 3GPP TS 22.101 §10.1',
  '000': 'Australia; phones without a SIM: 3GPP TS 22.101 §10.1',
  '08': 'Phones without a SIM: 3GPP TS 22.101 §10.1',
  '110': 'Germany, Norway, Japan; phones without a SIM: 3GPP TS 22.101 §10.1',
  '118': 'Switzerland (fire), Italy, Japan; phones without a SIM: 3GPP TS 22.101 §10.1',
  '119': 'France (children in danger), Japan, Korea; phones without a SIM: 3GPP TS 22.101 §10.1',
  '999': 'United Kingdom, Ireland, Singapore; phones without a SIM: 3GPP TS 22.101 §10.1',
  '15': 'France: medical (Arcep, national numbering plan)',
  '17': 'France: police (Arcep, national numbering plan)',
  '18': 'France: fire (Arcep, national numbering plan)',
  '114': 'France: for deaf people (Arcep, national numbering plan)',
  '115': 'France: social emergency (Arcep, national numbering plan); Italy: fire',
  '191': 'France: rescue by air (Arcep, national numbering plan)',
  '196': 'France: rescue at sea (Arcep, national numbering plan)',
  '197': 'France: alert of an attack or an abduction (Arcep, national numbering plan)',
  '116000': 'European Union: missing children (Decision 2007/116/EC)',
  '18000': 'United Kingdom: text relay to 999 (Ofcom, General Conditions)',
  '106': 'Australia: text relay (ACMA, numbering plan)',
  '111': 'New Zealand',
  '100': 'Belgium: fire and ambulance (BIPT, numbering plan)',
  '101': 'Belgium: police (BIPT, numbering plan)',
  '113': 'Luxembourg, Norway, Italy: police or ambulance',
  '117': 'Switzerland: police (OFCOM, numbering plan)',
  '144': 'Switzerland: ambulance (OFCOM, numbering plan)',
  '995': 'Singapore: fire and ambulance',
}

export const emergencyNumbers: readonly string[] = Object.keys(assignedBy)

/** 911 after the digit that many exchanges want for an outside line. */
const withOutsideLine = /^[09]911$/

/** RFC 5031: `urn:service:sos` and all that is below it, such as `urn:service:sos.police`. */
const emergencyService = /^urn:service:sos(?:\.|$)/i

/**
 * The emergency number that what was dialled reaches, as its bare digits: digits with any spaces, dashes, dots, brackets
 * or a leading +, or a `tel:` or `sip:` address. A service name of RFC 5031 has no digits, and is given as it is written.
 * `undefined` for everything else.
 */
export function emergencyNumberIn(dialled: string): string | undefined {
  // Invisible marks come along when a number is pasted; NFKC turns full-width digits into plain ones.
  const text = dialled.normalize('NFKC').replace(/[\p{Cf}\s]/gu, '')
  if (emergencyService.test(text)) return text
  const number = bareNumber(text)
  return Object.hasOwn(assignedBy, number) || withOutsideLine.test(number) ? number : undefined
}

export const isEmergencyNumber = (dialled: string): boolean => emergencyNumberIn(dialled) !== undefined

/** `tel:+9-1-1;phone-context=x` and `sip:911@host` → `911`. Separators are those of RFC 3966 §5.1.1. */
function bareNumber(text: string): string {
  const [user = ''] = text.replace(/^(?:tel|sips?|callto):(?:\/\/)?/i, '').split(/[@;?]/)
  return (
    unescaped(user)
      .replace(/[-.()/~]/g, '')
      .replace(/^\++/, '')
      // Many exchanges take # for "that was all".
      .replace(/#+$/, '')
  )
}

/** RFC 3261 §25.1 lets any digit be written as `%39`; a broken escape is left as it stands. */
function unescaped(user: string): string {
  return user.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
