import { comparableNumber } from '../contact.ts'
import type { Brought, Contact, LegalHold, MergedContact } from '../contact.ts'
import type { ContactId } from '../ids.ts'

/** Both are one: `gone` is kept within `kept` as it was, with a list of what it brought, so that it can go again. */
export function mergeContact(kept: Contact, gone: Contact, at: number): Contact {
  const [now, brought] = give(kept, gone)
  return { ...now, merged: [...(kept.merged ?? []), { contact: gone, at, brought }] }
}

/**
 * Takes a merge back: what only `gone` had goes with it, and everything else stays. `undefined` where that one was not
 * merged into this one; what was merged into somebody who was merged comes apart after them.
 */
export function splitContact(
  kept: Contact,
  gone: ContactId,
): readonly [kept: Contact, gone: Contact] | undefined {
  const left = kept.merged?.find(({ contact }) => contact.id === gone)
  if (!left) return undefined
  const [bare, taken] = take(kept, left)
  let now: Contact = bare
  const merged: MergedContact[] = []
  for (const other of kept.merged ?? []) {
    if (other === left) continue
    // Somebody else who is merged had it too: it stays, and is theirs to bring.
    const [given, more] = give(now, only(other.contact, taken))
    now = given
    merged.push({ ...other, brought: both(other.brought ?? nothing, more) })
  }
  return [withList(now, merged), left.contact]
}

/**
 * What somebody wrote about a contact, on top of what has become of it since they read it: merges are made and taken back
 * by the two functions above alone, and a page that was opened before must not undo one.
 */
export function onTopOf(written: Contact, stored: Contact): Contact {
  let now = written
  const isIn = (list: readonly MergedContact[] | undefined, { contact }: MergedContact): boolean =>
    (list ?? []).some((one) => one.contact.id === contact.id)
  for (const one of written.merged ?? [])
    if (!isIn(stored.merged, one)) now = splitContact(now, one.contact.id)?.[0] ?? now
  for (const one of stored.merged ?? [])
    if (!isIn(written.merged, one)) now = mergeContact(now, one.contact, one.at)
  return now.merged
    ? withList(
        now,
        now.merged.map((one) => stillBrought(now, one)),
      )
    : now
}

/** What was taken away from a contact and comes to it again was not brought by anybody any more. */
function stillBrought(now: Contact, one: MergedContact): MergedContact {
  const [, { numbers, addresses, needs = [], language, hold }] = take(now, one)
  const brought = { numbers, addresses, needs, language: language !== undefined, hold: hold !== undefined }
  return { ...one, brought }
}

/**
 * What somebody wrote about a contact that has been merged, however deep: it is kept with whoever it is now, and what is
 * new of it is theirs. `undefined` where it was not merged into this one.
 */
export function writeMerged(into: Contact, written: Contact): Contact | undefined {
  for (const { contact, at } of into.merged ?? []) {
    const changed = contact.id === written.id ? onTopOf(written, contact) : writeMerged(contact, written)
    const apart = changed && splitContact(into, contact.id)
    if (apart) return mergeContact(apart[0], changed, at)
  }
  return undefined
}

/** Somebody who was merged into this one, however deep, as they are kept there. */
export function mergedWithin(into: Contact, id: ContactId): Contact | undefined {
  for (const { contact } of into.merged ?? []) {
    const found = contact.id === id ? contact : mergedWithin(contact, id)
    if (found) return found
  }
  return undefined
}

const nothing: Brought = { numbers: [], addresses: [], needs: [], language: false, hold: false }

/** Everything of `from` that `to` has not. */
function give(to: Contact, from: Contact): readonly [Contact, Brought] {
  const brought: Brought = {
    numbers: missing(to.numbers, from.numbers, sameNumber),
    addresses: missing(to.addresses, from.addresses, sameAddress),
    needs: missing(to.needs ?? [], from.needs ?? [], (need) => need),
    language: to.language === undefined && from.language !== undefined,
    hold: to.hold === undefined && from.hold !== undefined,
  }
  const now = {
    ...to,
    numbers: [...to.numbers, ...brought.numbers],
    addresses: [...to.addresses, ...brought.addresses],
    language: to.language ?? from.language,
    needs: [...(to.needs ?? []), ...brought.needs],
    hold: to.hold ?? from.hold,
  }
  return [lean(now), brought]
}

/** Without what that one brought, as far as it is there still; and what that was. */
function take(from: Contact, { contact, brought = nothing }: MergedContact): readonly [Contact, Contact] {
  const taken: Contact = {
    ...contact,
    numbers: shared(brought.numbers, from.numbers, sameNumber),
    addresses: shared(brought.addresses, from.addresses, sameAddress),
    needs: shared(brought.needs, from.needs ?? [], (need) => need),
    language: brought.language && from.language === contact.language ? contact.language : undefined,
    hold: brought.hold && isSameHold(from.hold, contact.hold) ? contact.hold : undefined,
  }
  const now = {
    ...from,
    numbers: missing(taken.numbers, from.numbers, sameNumber),
    addresses: missing(taken.addresses, from.addresses, sameAddress),
    needs: missing(taken.needs ?? [], from.needs ?? [], (need) => need),
    language: taken.language === undefined ? from.language : undefined,
    hold: taken.hold === undefined ? from.hold : undefined,
  }
  return [lean(now), taken]
}

/** Of what this one has, that which was taken. */
const only = (contact: Contact, taken: Contact): Contact => ({
  ...contact,
  numbers: shared(contact.numbers, taken.numbers, sameNumber),
  addresses: shared(contact.addresses, taken.addresses, sameAddress),
  needs: shared(contact.needs ?? [], taken.needs ?? [], (need) => need),
  language: taken.language === undefined ? undefined : contact.language,
  hold: taken.hold === undefined ? undefined : contact.hold,
})

const both = (a: Brought, b: Brought): Brought => ({
  numbers: [...a.numbers, ...b.numbers],
  addresses: [...a.addresses, ...b.addresses],
  needs: [...a.needs, ...b.needs],
  language: a.language || b.language,
  hold: a.hold || b.hold,
})

const sameNumber = (number: string): string => comparableNumber(number) ?? number
const sameAddress = (address: string): string => address.normalize('NFC').trim().toLowerCase()

/** Those of `of` that `among` has not, each once. */
function missing<T>(among: readonly T[], of: readonly T[], form: (one: T) => string): readonly T[] {
  const known = new Set(among.map(form))
  return of.filter((one) => !known.has(form(one)) && known.add(form(one)))
}

function shared<T>(of: readonly T[], among: readonly T[], form: (one: T) => string): readonly T[] {
  const known = new Set(among.map(form))
  return of.filter((one) => known.has(form(one)))
}

const isSameHold = (a: LegalHold | undefined, b: LegalHold | undefined): boolean =>
  a?.since === b?.since && a?.reason === b?.reason

/** Without empty lists of what most people have none of. */
function lean({ needs = [], hold, ...rest }: Contact): Contact {
  return { ...rest, ...(needs.length > 0 && { needs }), ...(hold && { hold }) }
}

const withList = (contact: Contact, merged: readonly MergedContact[]): Contact => ({
  ...contact,
  merged: merged.length > 0 ? merged : undefined,
})
