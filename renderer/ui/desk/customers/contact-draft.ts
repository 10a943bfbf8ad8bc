import type { Contact } from '../../../domain/contact.ts'
import type { Dialled } from '../../../domain/dial.ts'
import type { Language } from '../../../domain/language.ts'
import { needs } from '../../../domain/story/need.ts'

/** What stands in the form. */
export interface ContactDraft {
  readonly name: string
  /** One on each line. */
  readonly numbers: string
  readonly addresses: string
  readonly language: Language | undefined
  readonly needs: readonly string[]
  readonly isHeld: boolean
  readonly reason: string
}

/** What is wrong, with the text that is, where it is one of several. */
export interface ContactFaults {
  readonly name?: true
  readonly numbers?: string
  readonly addresses?: string
  readonly reason?: true
}

export type ReadContact =
  { readonly ok: true; readonly contact: Contact } | { readonly ok: false; readonly faults: ContactFaults }

/** As the desk writes numbers: `shown` of what is kept. */
export const draftOf = (contact: Contact, shown: (number: string) => string): ContactDraft => ({
  name: contact.name,
  numbers: contact.numbers.map(shown).join('\n'),
  addresses: contact.addresses.join('\n'),
  language: contact.language,
  needs: contact.needs ?? [],
  isHeld: contact.hold !== undefined,
  reason: contact.hold?.reason ?? '',
})

export interface ContactReading {
  readonly understand: (typed: string) => Dialled
  /** As the form writes what is kept. */
  readonly shown: (number: string) => string
  /** Epoch milliseconds. */
  readonly now: number
}

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n;]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** Longer ones are no address (RFC 5321 §4.5.3.1). */
const longestAddress = 254

const isAddress = (text: string): boolean =>
  text.length <= longestAddress && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text)

/** What the form says of somebody, or what is wrong with it. */
export function readContact(draft: ContactDraft, before: Contact, reading: ContactReading): ReadContact {
  const name = draft.name.trim()
  const numbers = linesOf(draft.numbers).map((text) => ({ text, as: numberOf(text, before, reading) }))
  const addresses = linesOf(draft.addresses)
  const reason = draft.reason.trim()
  const [badNumber, badAddress] = [
    numbers.find(({ as }) => as === undefined)?.text,
    addresses.find((one) => !before.addresses.includes(one) && !isAddress(one)),
  ]
  const faults: ContactFaults = {
    ...(name === '' && { name: true }),
    ...(badNumber !== undefined && { numbers: badNumber }),
    ...(badAddress !== undefined && { addresses: badAddress }),
    ...(draft.isHeld && reason === '' && { reason: true }),
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const contact: Contact = {
    ...before,
    name,
    numbers: [...new Set(numbers.flatMap(({ as }) => as ?? []))],
    addresses,
    language: draft.language,
    needs: needs.filter((one) => draft.needs.includes(one)),
    // Since when it is held does not change with its reason.
    hold: draft.isHeld ? { since: before.hold?.since ?? reading.now, reason } : undefined,
  }
  return { ok: true, contact }
}

/** What is kept already stays, whatever the network once said; what is typed has to be a number that can be called. */
function numberOf(
  text: string,
  { numbers }: Contact,
  { understand, shown }: ContactReading,
): string | undefined {
  const before = numbers.find((one) => one === text || shown(one) === text)
  if (before !== undefined) return before
  const dialled = understand(text)
  return dialled.kind === 'number' ? dialled.e164 : undefined
}
