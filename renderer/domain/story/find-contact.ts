import { comparableNumber } from '../contact.ts'
import type { Contact } from '../contact.ts'
import { beginsAll, wordsOf } from './words-of.ts'

/** UTF-16 units of what is looked for that are looked at: nobody's name or address is longer. */
const longest = 320
/** Digits: with fewer, nearly every number would be found. */
const fewestDigits = 2

/** How well somebody fits: the smaller, the better; `undefined` for whoever does not. */
export type ContactFit = (contact: Contact) => number | undefined

/** What somebody is looked for by, worked out once for all who are looked at. */
export function contactFit(text: string): ContactFit {
  const wanted = text.slice(0, longest).trim()
  const fits = [numberFit(wanted), addressFit(wanted), nameFit(wanted)]
  const fitOf = (contact: Contact): number =>
    Math.min(
      ...fits.map((fit) => fit(contact)),
      // Whoever was merged is found by what they had, and is the one that they are now.
      ...(contact.merged ?? []).map((one) => fitOf(one.contact)),
    )
  return (contact) => {
    const fit = fitOf(contact)
    return fit === Infinity ? undefined : fit
  }
}

type Fit = (contact: Contact) => number

const nobody: Fit = () => Infinity

/** As it is, as it begins, or with these digits in it: a national number has no country in front. */
function numberFit(text: string): Fit {
  const wanted = beginningOfNumber(text)
  if (wanted === undefined) return nobody
  return ({ numbers }) => {
    const fits = numbers.map((number) => {
      const own = comparableNumber(number) ?? number
      if (own === wanted) return 0
      if (own.startsWith(wanted)) return 1
      return !wanted.startsWith('+') && own.includes(wanted) ? 2 : Infinity
    })
    return Math.min(...fits, Infinity)
  }
}

/** In the comparable form, however few or many of its digits are there yet. */
function beginningOfNumber(text: string): string | undefined {
  const compact = text.replace(/[\s().\-/]/g, '')
  const match = /^(\+|00)?(\d+)$/.exec(compact)
  if (!match?.[2] || match[2].length < fewestDigits) return undefined
  return match[1] === undefined ? match[2] : `+${match[2]}`
}

/** As it begins, or as the part behind the @ begins. */
function addressFit(text: string): Fit {
  const wanted = text.normalize('NFC').toLowerCase().replace(/^@/, '')
  if (wanted === '' || /\s/.test(wanted)) return nobody
  return ({ addresses }) => {
    const fits = addresses.map((address) => {
      const own = address.normalize('NFC').trim().toLowerCase()
      if (own === wanted) return 0
      if (own.startsWith(wanted)) return 1
      return own.slice(own.lastIndexOf('@') + 1).startsWith(wanted) ? 2 : Infinity
    })
    return Math.min(...fits, Infinity)
  }
}

function nameFit(text: string): Fit {
  const wanted = text.includes('@') ? [] : wordsOf(text)
  return ({ name }) => {
    const words = wordsOf(name)
    if (!beginsAll(words, wanted)) return Infinity
    return words.join(' ') === wanted.join(' ') ? 0 : 1
  }
}
