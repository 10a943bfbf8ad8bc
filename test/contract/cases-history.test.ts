// @vitest-environment node
import { randomBytes } from 'node:crypto'

import { expect, it } from 'vitest'

import { comparableText, isLater, type CaseEvent } from '../../renderer/domain/case-event.ts'
import type { FieldKey, FieldValue } from '../../renderer/domain/case-field.ts'
import type { Message, Upload, Written } from '../../renderer/ports/case-system.ts'
import { newCaseId, onEveryCaseSystem } from './cases/at-the-cases.ts'
import { answered, messagesIn, written } from './cases/outcome.ts'

const message = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  attachments: [],
  after: undefined,
  ...more,
})

function upload(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Upload {
  return { id: 'here', name, type, size: bytes.length, bytes }
}

const eventOf = (outcome: Written): string => {
  if (outcome.kind !== 'written' || outcome.event === undefined) throw new Error(JSON.stringify(outcome))
  return outcome.event
}

onEveryCaseSystem('histories', (at) => {
  const history = async (number: string, after?: string): Promise<readonly CaseEvent[]> =>
    answered(await at.colleague.history(number, after))

  it('keeps a note among colleagues, with the event that it became', async () => {
    const { number } = await at.begin()
    const sent = (await at.centre.sentMail()).length
    const text = 'Wants it by Friday.\n\n– «Bientôt», "soon" <b>& so on</b> 😀'
    const event = eventOf(await at.system.addNote(number, message(text)))
    expect(messagesIn(await history(number))).toEqual([
      {
        ...{ id: event, kind: 'note', by: at.centre.accounts[0].user, attachments: [], change: undefined },
        ...{ at: expect.any(Number) as number, text },
      },
    ])
    expect(await at.centre.sentMail()).toHaveLength(sent)
  })

  it('adds nothing to a case that is another than the one that is meant, and writes to nobody', async () => {
    const { number, id } = await at.begin()
    const before = (await at.centre.sentMail()).length
    const elsewhere = { of: newCaseId() }
    expect(await at.system.addNote(number, message('Not for this one', elsewhere))).toMatchObject({
      ...{ kind: 'stale', case: { number, id } },
    })
    expect((await at.system.reply(number, message('Nor this', elsewhere))).kind).toBe('stale')
    expect((await at.system.addNote(number, message('For this one', { of: id }))).kind).toBe('written')
    expect(messagesIn(await history(number)).map(({ text }) => text)).toEqual(['For this one'])
    expect(await at.centre.sentMail()).toHaveLength(before)
  })

  it('sends a reply to the customer, once', async () => {
    const { number } = await at.begin()
    const before = (await at.centre.sentMail()).length
    const event = eventOf(await at.system.reply(number, message('Votre passeport est prêt.')))
    const news = (await at.centre.sentMail()).slice(before)
    expect(news.map(({ to }) => to)).toEqual([at.world.customer.address])
    expect(news.map(({ text }) => comparableText(text))).toEqual(['Votre passeport est prêt.'])
    expect(messagesIn(await history(number))).toMatchObject([{ id: event, kind: 'reply' }])
  })

  it('tells what a customer has written by mail', async () => {
    const { number } = await at.begin()
    const { address: from } = at.world.customer
    const text = 'À demain, merci !'
    await at.centre.receiveMail({ from, text, subject: 'Re', queue: at.world.queue, about: number })
    expect(messagesIn(await history(number))).toMatchObject([{ kind: 'message', by: from, text }])
  })

  it('begins a case for a mail that answers none', async () => {
    const letter = { from: 'new.person@example.org', subject: 'Où aller ?', text: 'Bonjour' }
    await at.centre.receiveMail({ ...letter, queue: at.world.queue })
    const [number = ''] = answered(await at.system.list({ kind: 'of-contact', address: letter.from }, 5))
    const { fields, id } = await at.seen(number)
    expect([fields.get('subject'), fields.get('requestors')]).toEqual([['Où aller ?'], [letter.from]])
    // Made elsewhere, it has the same id on every desk.
    expect(id).toMatch(new RegExp(`^case-${number}-\\d+$`))
    expect((await history(number))[0]).toMatchObject({ kind: 'created', text: 'Bonjour', by: letter.from })
  })

  it('tells which field was changed, from what to what, and by whom', async () => {
    const { number } = await at.begin([[at.field.choice, [at.world.choice.options[0]]]])
    const [begun] = (await history(number)).slice(-1)
    await at.set(number, 'subject', ['Another'])
    await at.set(number, 'status', ['resolved'])
    await at.set(number, at.field.choice, [at.world.choice.options[1]])
    await at.set(number, at.field.several, [at.world.several.options[0]])
    await at.set(number, 'owner', [at.centre.accounts[1].user])
    await at.set(number, 'queue', [at.world.otherQueue])
    const news = await history(number, begun?.id)
    const byAgent = news.filter(({ by }) => by === at.centre.accounts[0].user)
    expect(byAgent.map(({ change }) => change).filter((change) => change !== undefined)).toEqual([
      { field: 'subject', before: ['A lost passport'], after: ['Another'] },
      { field: 'status', before: ['new'], after: ['resolved'] },
      {
        field: at.field.choice,
        before: [at.world.choice.options[0]],
        after: [at.world.choice.options[1]],
      },
      { field: at.field.several, before: [], after: [at.world.several.options[0]] },
      { field: 'owner', before: [], after: [at.centre.accounts[1].user] },
      { field: 'queue', before: [at.world.queue], after: [at.world.otherQueue] },
    ])
    expect(news.every(({ id }) => isLater(id, begun?.id ?? ''))).toBe(true)
  })

  it('names the event by which the history knows what was written', async () => {
    const { number, revision } = await at.begin()
    const me = at.centre.accounts[0].user
    let place = { number, revision }
    const names: string[] = []
    for (const [field, value] of [
      ['subject', ['Another subject']],
      ['owner', [me]],
      ['owner', []],
      ['owner', [me]],
      ['due', ['2026-12-01T10:00:00Z']],
    ] as const) {
      const outcome = await at.system.change(place, field, value)
      names.push(eventOf(outcome))
      if (outcome.kind === 'written') place = { number, revision: outcome.case.revision ?? '' }
    }
    const link = { kind: 'refers-to', target: 'https://example.org/form' } as const
    names.push(eventOf(await at.system.link(place, link, false)))
    const own = (await history(number)).filter(({ by }) => by === me).map(({ id }) => id)
    expect(own).toEqual(expect.arrayContaining(names))
  })

  it('brings files there and back byte for byte, with their names', async () => {
    const { number } = await at.begin()
    const files = [
      upload('scan.pdf', 'application/pdf', new Uint8Array(randomBytes(300_000))),
      upload('naïve “quoted”; name=é.txt', 'text/plain', new TextEncoder().encode('line\r\nother\n é')),
      upload('__proto__', 'application/octet-stream', new Uint8Array([0, 1, 2, 255])),
    ]
    await at.system.addNote(number, message('Three files', { attachments: files }))
    const [note] = messagesIn(await history(number))
    expect(note?.attachments.map(({ name, type }) => [name, type])).toEqual(
      files.map(({ name, type }) => [name, type]),
    )
    for (const [index, { id }] of (note?.attachments ?? []).entries()) {
      const bytes = answered(await at.colleague.attachment(id))
      expect(Buffer.from(bytes).equals(files[index]?.bytes ?? Buffer.alloc(0)), files[index]?.name).toBe(true)
    }
  })

  it('keeps the files that a case began with, and sends others with a reply', async () => {
    const [scan, form] = ['scan.txt', 'form.txt'].map((name) =>
      upload(name, 'text/plain', new TextEncoder().encode(`in ${name}`)),
    )
    if (!scan || !form) throw new Error('two files')
    const fields = new Map<FieldKey, FieldValue>([
      ['queue', [at.world.queue]],
      ['subject', ['With a scan']],
      ['requestors', [at.world.customer.address]],
    ])
    const begun = { fields, text: 'See the scan', attachments: [scan] }
    const { number } = written(await at.system.create(newCaseId(), begun))
    const [created] = await history(number)
    expect(created?.attachments.map(({ name }) => name)).toEqual(['scan.txt'])
    const bytes = answered(await at.colleague.attachment(created?.attachments[0]?.id ?? ''))
    expect(new TextDecoder().decode(bytes)).toBe('in scan.txt')
    await at.system.reply(number, message('Please fill this in.', { attachments: [form] }))
    expect((await at.centre.sentMail()).at(-1)?.files).toEqual(['form.txt'])
  })

  it('keeps a note of a megabyte whole', async () => {
    const { number } = await at.begin()
    const text = 'Élan vital, 0123456789. '.repeat(45_000).trim()
    await at.system.addNote(number, message(text))
    const [note] = messagesIn(await history(number))
    expect(note?.text.length).toBe(text.length)
    expect(comparableText(note?.text ?? '') === comparableText(text)).toBe(true)
  })

  it('tells only what came after an event', async () => {
    const { number } = await at.begin()
    const first = eventOf(await at.system.addNote(number, message('First')))
    const second = eventOf(await at.system.addNote(number, message('Second')))
    expect((await history(number, first)).map(({ id }) => id)).toContain(second)
    expect(messagesIn(await history(number, first)).map(({ text }) => text)).toEqual(['Second'])
    expect(messagesIn(await history(number, second))).toEqual([])
  })

  it('tells every case that something has happened to since, page after page', async () => {
    const [long, short] = [await at.begin(), await at.begin()]
    let { cursor } = answered(await at.system.changes(undefined))
    await at.centre.stir(long.number)
    await at.colleague.addNote(short.number, message('The last one'))
    const seen = new Set<string>()
    for (let page = 0, more = true; more; page += 1) {
      expect(page).toBeLessThan(20)
      const changes = answered(await at.system.changes(cursor))
      if (changes.kind !== 'changed') throw new Error(changes.kind)
      for (const number of changes.numbers) seen.add(number)
      ;({ cursor, more } = changes)
    }
    expect(seen).toEqual(new Set([long.number, short.number]))
    expect(answered(await at.system.changes(cursor))).toMatchObject({
      kind: 'changed',
      numbers: [],
      more: false,
    })
  })
})
