// @vitest-environment node
import { expect, it } from 'vitest'

import { customField, type FieldKey, type FieldValue } from '../../renderer/domain/case-field.ts'
import { onEveryCaseSystem, newCaseId, type AtTheCases } from './cases/at-the-cases.ts'
import { answered, found, written } from './cases/outcome.ts'

type Change = (at: AtTheCases) => readonly [FieldKey, FieldValue]

/** What an agent can set a field to; with `true` it can be emptied as well. */
const changes: readonly (readonly [string, Change, boolean])[] = [
  ['the subject', () => ['subject', ['Found again: "ü", it\'s <b>here</b>']], false],
  ['the status', () => ['status', ['stalled']], false],
  ['the owner', ({ centre }) => ['owner', [centre.accounts[0].user]], true],
  ['the queue', ({ world }) => ['queue', [world.otherQueue]], false],
  ['the priority', () => ['priority', ['12']], false],
  ['the due date', () => ['due', ['2027-01-31T08:00:00Z']], true],
  ['the customer', () => ['requestors', ['somebody.else@example.org']], false],
  ['who gets a copy', () => ['cc', ['one@example.org', 'two@example.org']], true],
  ['a choice', ({ field, world }) => [field.choice, [world.choice.options[1]]], true],
  ['several choices', ({ field, world }) => [field.several, [...world.several.options]], true],
  ['a date', ({ field }) => [field.date, ['2028-02-29']], true],
  ['a moment', ({ field }) => [field.dateTime, ['2026-07-01T23:59:00Z']], true],
  ['a text', ({ field }) => [field.text, ['N° 12/b, \'quoted\' \\ "twice"']], true],
  ['a long text', ({ field }) => [field.longText, ['First\n\nsecond – é 😀']], true],
]

const sorted = (value: FieldValue | undefined): FieldValue => [...(value ?? [])].sort()

/** With dates as moments, and values in an order that says nothing. */
const plain = (fields: ReadonlyMap<FieldKey, FieldValue>): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries([...fields].map(([key, value]) => [key, sorted(value)]))

onEveryCaseSystem('cases', (at) => {
  it('tells the queues that the agent works with, and what can be written into their cases', async () => {
    const { world, field } = at
    const queues = answered(await at.system.queues())
    expect(queues.map(({ name }) => name).sort()).toEqual([world.queue, world.otherQueue].sort())
    const queue = queues.find(({ name }) => name === world.queue)
    expect(queue?.statuses).toEqual(expect.arrayContaining(['new', 'open', 'stalled', 'resolved']))
    const fields = new Map(queue?.fields.map((one) => [one.key, one]))
    const kinds = [...Object.values(field), 'subject' as const].map((key) => {
      const { label, kind, several, options } = fields.get(key) ?? {}
      return [key === 'subject' ? key : label, kind, several, options]
    })
    expect(kinds).toEqual([
      [world.choice.name, 'choice', false, expect.arrayContaining([...world.choice.options])],
      [world.several.name, 'choice', true, expect.arrayContaining([...world.several.options])],
      [world.date, 'date', false, []],
      [world.dateTime, 'date-time', false, []],
      [world.text, 'text', false, []],
      [world.longText, 'long-text', false, []],
      ['subject', 'text', false, []],
    ])
    expect(fields.has(customField(world.clientIdField))).toBe(false)
  })

  it('makes a case with all that was written into it, under the id of the desk', async () => {
    const { world, field } = at
    const id = newCaseId()
    const fields = new Map<FieldKey, FieldValue>([
      ['queue', [world.queue]],
      ['subject', ['Passeport perdu à Québec']],
      ['status', ['open']],
      ['owner', [at.centre.accounts[0].user]],
      ['priority', ['7']],
      ['due', ['2026-12-24T16:30:00Z']],
      ['requestors', [world.customer.address]],
      ['cc', ['daughter@example.org']],
      [field.choice, [world.choice.options[0]]],
      [field.several, [...world.several.options]],
      [field.date, ['2026-11-25']],
      [field.dateTime, ['2026-11-26T14:00:00Z']],
      [field.text, ["N° 12/b, 'quoted'"]],
      [field.longText, ['Two\nlines']],
    ])
    const made = written(await at.system.create(id, { fields, text: 'Perdu hier.', attachments: [] }))
    expect(made.id).toBe(id)
    expect(await at.seen(made.number)).toEqual(made)
    expect(plain(made.fields)).toEqual(plain(fields))
    const [first] = answered(await at.colleague.history(made.number, undefined))
    expect(first).toMatchObject({ kind: 'created', text: 'Perdu hier.', by: at.centre.accounts[0].user })
  })

  it.each(changes)('changes %s', async (_what, change, canBeEmpty) => {
    const [key, value] = change(at)
    const before = await at.begin()
    const { revision, fields } = await at.set(before.number, key, value)
    expect(revision).not.toBe(before.revision)
    expect(sorted(fields.get(key))).toEqual(sorted(value))
    const seen = await at.seen(before.number)
    expect([seen.revision, plain(seen.fields)]).toEqual([revision, plain(fields)])
    if (!canBeEmpty) return
    await at.set(before.number, key, [])
    expect((await at.seen(before.number)).fields.has(key)).toBe(false)
  })

  it('gives a case to a colleague, and takes over one that a colleague has', async () => {
    const [me, colleague] = at.centre.accounts.map(({ user }) => user)
    const { number } = await at.begin()
    for (const user of [colleague, me]) await at.set(number, 'owner', [user ?? ''])
    expect((await at.seen(number)).fields.get('owner')).toEqual([me])
  })

  it('puts other choices in the place of those that were made', async () => {
    const [first, second] = at.world.several.options
    const { number } = await at.begin([[at.field.several, [first]]])
    expect((await at.set(number, at.field.several, [second])).fields.get(at.field.several)).toEqual([second])
  })

  it('does not say that a change is done which the case system has left out', async () => {
    const { number } = await at.begin()
    const bad: readonly (readonly [FieldKey, FieldValue])[] = [
      ['status', ['no-such-status']],
      ['owner', ['no-such-colleague']],
      ['queue', ['No such queue']],
      [customField('No such field'), ['1']],
      ['requestors', ['not an address']],
    ]
    const before = await at.seen(number)
    for (const [field, value] of bad) {
      const { revision } = await at.seen(number)
      const outcome = await at.system.change({ number, revision }, field, value)
      expect(outcome, field).toMatchObject({ kind: 'refused', why: 'invalid' })
    }
    expect(plain((await at.seen(number)).fields)).toEqual(plain(before.fields))
  })

  it('lets one of two be first when both change a case within a second', async () => {
    const { number, revision } = await at.begin()
    const outcomes = await Promise.all([
      at.system.change({ number, revision }, 'subject', ['Mine']),
      at.colleague.change({ number, revision }, 'subject', ['Theirs']),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['stale', 'written'])
    const subject = (await at.seen(number)).fields.get('subject')
    const [mine] = outcomes
    expect(subject).toEqual([mine.kind === 'written' ? 'Mine' : 'Theirs'])
    // Who was second is told how it is now.
    const told = outcomes.map((one) => (one.kind === 'stale' ? one.case.fields.get('subject') : subject))
    expect(told).toEqual([subject, subject])
  })

  it('refuses a change at a revision that is over, also in the second in which it was made', async () => {
    const { number, revision } = await at.begin()
    await at.set(number, 'priority', ['3'])
    expect(await at.colleague.change({ number, revision }, 'priority', ['4'])).toMatchObject({
      kind: 'stale',
    })
    expect((await at.seen(number)).fields.get('priority')).toEqual(['3'])
  })

  it('keeps a field that was added meanwhile, whatever its name, and tells of it', async () => {
    for (const name of ['__proto__', 'constructor']) {
      await at.centre.addField(name)
      const key = customField(name)
      const [queue] = answered(await at.system.queues())
      expect(queue?.fields.find((one) => one.key === key)).toMatchObject({ label: name, kind: 'text' })
      const { number } = await at.begin([[key, ['toString']]])
      expect((await at.seen(number)).fields.get(key)).toEqual(['toString'])
      expect((await at.set(number, key, ['hasOwnProperty'])).fields.get(key)).toEqual(['hasOwnProperty'])
    }
  })

  it('links cases and addresses, and takes links away again', async () => {
    const [one, other] = [await at.begin(), await at.begin()]
    const links = [
      { kind: 'refers-to', target: 'https://example.org/form?a=1' },
      { kind: 'depends-on', target: other.number },
      { kind: 'parent', target: other.number },
    ] as const
    let { revision } = one
    for (const link of links)
      ({ revision } = written(await at.system.link({ number: one.number, revision }, link, false)))
    const byKind = (a: { readonly kind: string }, b: { readonly kind: string }): number =>
      a.kind < b.kind ? -1 : 1
    expect([...(await at.seen(one.number)).links].sort(byKind)).toEqual([...links].sort(byKind))
    expect([...(await at.seen(other.number)).links].sort(byKind)).toEqual([
      { kind: 'child', target: one.number },
      { kind: 'depended-on-by', target: one.number },
    ])
    for (const link of links)
      ({ revision } = written(await at.system.link({ number: one.number, revision }, link, true)))
    expect((await at.seen(one.number)).links).toEqual([])
  })

  it('lists what is mine, in a queue, of a customer, with a word in it, and of an id', async () => {
    const word = `zebra${String(Math.random()).slice(2, 10)}`
    const mine = await at.begin([
      ['owner', [at.centre.accounts[0].user]],
      ['subject', [`A ${word}`]],
      ['requestors', [`${word}@example.org`]],
    ])
    const { number } = await at.begin([['queue', [at.world.otherQueue]]])
    const list = async (
      which: Parameters<typeof at.system.list>[0],
      limit = 100,
    ): Promise<readonly string[]> => answered(await at.system.list(which, limit))
    expect(await list({ kind: 'mine' })).toContain(mine.number)
    expect(await list({ kind: 'mine' })).not.toContain(number)
    const there = await list({ kind: 'queue', queue: at.world.otherQueue })
    expect([there.includes(number), there.includes(mine.number)]).toEqual([true, false])
    expect(await list({ kind: 'of-contact', address: `${word}@example.org` })).toEqual([mine.number])
    expect(await list({ kind: 'text', text: word })).toEqual([mine.number])
    expect(await list({ kind: 'text', text: "' OR 1=1 \\" })).toEqual([])
    expect(await list({ kind: 'client-id', id: mine.id })).toEqual([mine.number])
    expect(await list({ kind: 'client-id', id: newCaseId() })).toEqual([])
    expect(await list({ kind: 'queue', queue: at.world.queue }, 1)).toHaveLength(1)
  })

  it('finds a customer by number, by address and by a part of the name, and nobody for what is unknown', async () => {
    const { address, name, number } = at.world.customer
    const found = async (by: Parameters<typeof at.system.contacts>[0]): Promise<unknown> =>
      answered(await at.system.contacts(by)).map((one) => [one.address, one.name])
    expect(await found({ kind: 'number', number })).toEqual([[address, name]])
    expect(await found({ kind: 'address', address })).toEqual([[address, name]])
    expect(await found({ kind: 'text', text: name.split(' ')[1] ?? '' })).toContainEqual([address, name])
    expect(await found({ kind: 'number', number: '+15145550199' })).toEqual([])
    expect(await found({ kind: 'address', address: 'nobody@example.org' })).toEqual([])
  })

  it('says where a case has gone: joined, deleted, moved out of sight, or never there', async () => {
    const [kept, joined, deleted, moved] = [
      await at.begin(),
      await at.begin(),
      await at.begin(),
      await at.begin(),
    ]
    await at.centre.merge(joined.number, kept.number)
    await at.centre.remove(deleted.number)
    await at.centre.move(moved.number, at.world.hiddenQueue)
    const standing = async (number: string): Promise<unknown> => answered(await at.system.case(number))
    expect(await standing(joined.number)).toEqual({ kind: 'merged', into: kept.number })
    expect(await standing(deleted.number)).toEqual({ kind: 'deleted' })
    expect(await standing(moved.number)).toEqual({ kind: 'forbidden' })
    expect(await standing('999999')).toEqual({ kind: 'absent' })
    expect(found(await at.system.case(kept.number)).number).toBe(kept.number)
    for (const { number, revision } of [deleted, moved]) {
      const outcome = await at.system.change({ number, revision }, 'subject', ['Still here?'])
      expect(outcome.kind, number).not.toBe('written')
    }
  })
})
