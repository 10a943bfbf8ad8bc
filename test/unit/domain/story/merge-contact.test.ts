import { describe, expect, it } from 'vitest'

import { contactIdsOf } from '../../../../renderer/domain/contact.ts'
import type { Contact } from '../../../../renderer/domain/contact.ts'
import { asContactId } from '../../../../renderer/domain/ids.ts'
import {
  mergeContact,
  mergedWithin,
  onTopOf,
  splitContact,
  writeMerged,
} from '../../../../renderer/domain/story/merge-contact.ts'
import { makeContact } from '../../../make.ts'

const [ada, bea, cleo] = [asContactId('ada'), asContactId('bea'), asContactId('cleo')]
const someone = (id: Contact['id'], contact: Partial<Contact> = {}): Contact =>
  makeContact({ id, name: id, numbers: [], addresses: [], language: undefined, ...contact })

/** As it is when it is read again. */
const asRead = (contact: Contact | undefined): unknown => contact && JSON.parse(JSON.stringify(contact))

describe('two contacts that are one person', () => {
  const kept = someone(ada, { numbers: ['+1 514 555 0101'], addresses: ['Ada@Example.org'], language: 'fr' })
  const gone = someone(bea, {
    numbers: ['+15145550101', '+15145550102'],
    addresses: ['ada@example.org', 'bea@example.org'],
    ...{ language: 'en', needs: ['relay-service'], hold: { since: 7, reason: 'A claim' } },
  })

  it('have everything of both once, and the language of who is kept', () => {
    expect(mergeContact(kept, gone, 9)).toEqual({
      ...kept,
      numbers: ['+1 514 555 0101', '+15145550102'],
      addresses: ['Ada@Example.org', 'bea@example.org'],
      ...{ needs: ['relay-service'], hold: { since: 7, reason: 'A claim' } },
      merged: [
        {
          ...{ contact: gone, at: 9 },
          brought: {
            ...{ numbers: ['+15145550102'], addresses: ['bea@example.org'], needs: ['relay-service'] },
            ...{ language: false, hold: true },
          },
        },
      ],
    })
  })

  it('are two again as they were', () => {
    const apart = splitContact(mergeContact(kept, gone, 9), bea)
    expect(asRead(apart?.[0])).toEqual(asRead(kept))
    expect(apart?.[1]).toBe(gone)
  })

  it('keep what the one was given since, and what both had', () => {
    const since = {
      numbers: ['+15145550199'],
      needs: ['speech'],
      hold: { since: 8, reason: 'Another' },
    } as const
    const merged = mergeContact(kept, gone, 9)
    const given = { ...merged, ...since, numbers: [...merged.numbers, ...since.numbers] }
    const left = splitContact(onTopOf(given, merged), bea)?.[0]
    expect(left).toMatchObject({ ...since, numbers: ['+1 514 555 0101', '+15145550199'], language: 'fr' })
    expect(left?.addresses).toEqual(['Ada@Example.org'])
  })

  it('have only what nobody else who is merged had too', () => {
    const third = someone(cleo, {
      numbers: ['+15145550102'],
      language: 'en',
      hold: { since: 9, reason: 'x' },
    })
    const all = mergeContact(mergeContact(someone(ada), gone, 1), third, 2)
    const two = splitContact(all, bea)?.[0]
    expect(two).toMatchObject({ numbers: ['+15145550102'], addresses: [], language: 'en' })
    expect(two?.hold).toEqual({ since: 9, reason: 'x' })
    expect(two && asRead(splitContact(two, cleo)?.[0])).toEqual(asRead(someone(ada)))
  })

  it('do not get back what was taken away from them', () => {
    const third = someone(cleo, { numbers: ['+15145550102'] })
    const all = mergeContact(mergeContact(someone(ada), gone, 1), third, 2)
    const without = onTopOf({ ...all, numbers: [] }, all)
    expect(splitContact(without, bea)?.[0].numbers).toEqual([])
    const again = onTopOf({ ...without, numbers: ['+15145550102'] }, without)
    expect(splitContact(again, bea)?.[0].numbers).toEqual(['+15145550102'])
  })

  it('keep what was taken away from them and given to them again', () => {
    const merged = mergeContact(kept, gone, 9)
    const without = onTopOf({ ...merged, numbers: ['+15145550101'] }, merged)
    const again = onTopOf({ ...without, numbers: ['+15145550101', '+15145550102'] }, without)
    expect(splitContact(again, bea)?.[0].numbers).toEqual(['+15145550101', '+15145550102'])
  })

  it('come apart in the order in which they became one', () => {
    const nested = mergeContact(someone(cleo), mergeContact(kept, gone, 1), 2)
    expect(contactIdsOf(nested)).toEqual([cleo, ada, bea])
    expect(nested.addresses).toEqual(['Ada@Example.org', 'bea@example.org'])
    expect(splitContact(nested, bea)).toBeUndefined()
    const [left, middle] = splitContact(nested, ada) ?? []
    expect(asRead(left)).toEqual(asRead(someone(cleo)))
    expect(middle).toEqual(mergeContact(kept, gone, 1))
  })
})

describe('a contact that was read before a merge', () => {
  const kept = someone(ada, { numbers: ['+15145550101'] })
  const gone = someone(bea, { numbers: ['+15145550102'] })
  const merged = mergeContact(kept, gone, 9)

  it('is written without undoing it', () => {
    const written = onTopOf({ ...kept, name: 'Ada Byron', addresses: ['ada@example.org'] }, merged)
    expect(asRead(written)).toEqual(asRead({ ...merged, name: 'Ada Byron', addresses: ['ada@example.org'] }))
  })

  it('is written without making one again that was taken back', () => {
    expect(asRead(onTopOf({ ...merged, name: 'Ada Byron' }, kept))).toEqual(
      asRead({ ...kept, name: 'Ada Byron' }),
    )
  })

  it('and was merged itself, is written to whoever it is now', () => {
    const root = mergeContact(someone(cleo), merged, 10)
    const now = writeMerged(root, { ...gone, numbers: ['+15145550103'], name: 'Bea B.' })
    expect(now?.numbers).toEqual(['+15145550101', '+15145550103'])
    expect(now && mergedWithin(now, bea)?.name).toBe('Bea B.')
    expect(now && mergedWithin(now, ada)?.numbers).toEqual(['+15145550101', '+15145550103'])
    expect(writeMerged(root, someone(asContactId('nobody')))).toBeUndefined()
  })
})
