// @vitest-environment node
import { expect, it } from 'vitest'

import type { MessageId } from '../../renderer/domain/ids.ts'
import { largestSharedFile } from '../../renderer/domain/shared-file-kind.ts'
import { onEveryChatServer } from './chat/at-the-chats.ts'
import { soon } from './telephony/soon.ts'

const numbered = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`)

onEveryChatServer('a chat', (at) => {
  it('lets an agent in who has the right password, and says what is wrong otherwise', async () => {
    const right = at.desk(at.account('ada'))
    expect(await right.chat.signIn(right.account)).toEqual({ ok: true, value: undefined })
    await soon('what is theirs', () => right.told('own-conversations').length > 0)
    expect(right.told('own-conversations')).toEqual([{ kind: 'own-conversations', conversations: [] }])
    const wrong = at.desk(at.account('ben', { password: 'guessed' }))
    expect(await wrong.chat.signIn(wrong.account)).toMatchObject({
      ok: false,
      problem: { code: 'wrong-password' },
    })
    const unknown = at.desk(at.account('ben', { user: 'nobody' }))
    expect(await unknown.chat.signIn(unknown.account)).toMatchObject({
      ok: false,
      problem: { code: 'wrong-password' },
    })
    const nowhere = at.desk(at.account('ben', { servers: ['ws://127.0.0.1:9/xmpp'] }))
    expect(await nowhere.chat.signIn(nowhere.account)).toMatchObject({
      ok: false,
      problem: { code: 'server-unreachable' },
    })
  })

  it('tries the servers in their order', async () => {
    const desk = at.desk(at.account('ada', { servers: ['ws://127.0.0.1:9/xmpp', at.wire.url] }))
    expect(await desk.chat.signIn(desk.account)).toEqual({ ok: true, value: undefined })
  })

  it('offers a chat with all that the customer said of themselves, and brings both into one room', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    const before = Date.now()
    await customer.askForHelp('passports', {
      ...{ language: 'fr', name: 'Amélie Tremblay', number: '+15145550123' },
      question: 'Où est mon passeport?',
    })
    const offer = await ada.nextOffer()
    expect(offer).toEqual({
      id: offer.id,
      conversation: customer.conversation,
      queue: 'Passports',
      customer: {
        ...{ name: 'Amélie Tremblay', language: 'fr', number: '+15145550123', address: undefined },
        question: 'Où est mon passeport?',
      },
      reason: 'new',
      from: undefined,
      handOver: undefined,
      askedAt: offer.askedAt,
      answerBy: offer.answerBy,
    })
    expect(Math.abs(offer.askedAt - before)).toBeLessThan(5_000)
    expect(offer.answerBy).toBeGreaterThan(before)
    expect(await ada.chat.accept(offer.id)).toEqual({ ok: true, value: undefined })
    await ada.enter(offer.conversation)
    await soon('the agent in the room', () => customer.notices.includes('agent-joined'))
    await soon('the customer on the desk', () =>
      (ada.told('participants').at(-1)?.participants ?? []).some(
        ({ role, present }) => role === 'customer' && present,
      ),
    )
  })

  it('carries what both write, in order, and says what has arrived and what was read', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    await customer.write('question 0')
    const chat = await ada.take()
    const theirs = numbered('question', 10)
    for (const text of theirs) await customer.write(text)
    const ids: MessageId[] = []
    for (const text of numbered('answer', 10)) ids.push(await ada.write(chat, text))
    await soon('all answers', () => customer.texts.length >= 21)
    expect(customer.texts.filter((text) => text.startsWith('answer'))).toEqual(numbered('answer', 10))
    const heard = ada.heard(chat).filter(({ body }) => body.kind === 'text')
    expect(heard.filter(({ from }) => from.role === 'customer').map(({ body }) => body)).toEqual(
      ['question 0', ...theirs].map((text) => ({ kind: 'text', text })),
    )
    expect(heard.filter(({ from }) => from.role === 'me').map(({ id }) => id)).toEqual(ids)
    expect(heard.every(({ archived }) => archived !== undefined)).toBe(true)
    const last = ids.at(-1)
    if (last === undefined) throw new Error('nothing was written')
    await soon('a receipt for each', () => ids.every((id) => ada.isDelivered(id)))
    await customer.markRead(last)
    await soon('the mark', () => ada.isRead(last))
    const newest = heard.findLast(({ from }) => from.role === 'customer')
    const written = customer.heard.find(({ text }) => text === 'question 10')
    if (!newest || !written) throw new Error('nothing was heard')
    await soon('a receipt of the desk', () => customer.isReceived(written.id))
    expect(customer.isRead(written.id)).toBe(false)
    ada.chat.seen(chat, newest.id)
    await soon('a mark of the desk', () => customer.isRead(written.id))
  })

  it('carries every character that XML can', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    const chat = await ada.take()
    const texts = [
      '<b>1 < 2 & "3" > \'4\'</b> ]]> <!-- -->',
      'é à œ 😀 👩‍👩‍👧 ‏עברית',
      'two\nlines\n\tand a tab',
      'x'.repeat(10_000),
    ]
    for (const text of texts) await ada.write(chat, text)
    await soon('all of them', () => customer.texts.length === texts.length)
    expect(customer.texts).toEqual(texts)
    for (const text of texts) await customer.write(text)
    await soon('all of them', () => ada.texts(chat).length === 2 * texts.length)
    expect(ada.texts(chat)).toEqual([...texts, ...texts])
  })

  it('shows who is writing', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    const chat = await ada.take()
    const isComposing = (): boolean =>
      (ada.told('participants').at(-1)?.participants ?? []).some(
        ({ role, composing }) => role === 'customer' && composing,
      )
    await customer.compose('composing')
    await soon('the customer writing', isComposing)
    await customer.compose('paused')
    await soon('the customer pausing', () => !isComposing())
    ada.chat.composing(chat, true)
    await soon('the agent writing', () => customer.states.at(-1) === 'composing')
    ada.chat.composing(chat, false)
    await soon('the agent pausing', () => customer.states.at(-1) !== 'composing')
  })

  it('carries files both ways, and refuses one that is too large', async () => {
    const ada = await at.agent('ada')
    const customer = await at.customer()
    await customer.askForHelp('passports', { language: 'en' })
    const chat = await ada.take()
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
    const parts: number[] = []
    const shared = await ada.chat.share({
      ...{ name: 'formulaire été.pdf', type: 'application/pdf', bytes },
      progress: (part) => parts.push(part),
    })
    if (!shared.ok) throw new Error(shared.problem.code)
    expect({ ...shared.value, url: '' }).toEqual({
      ...{ url: '', name: 'formulaire été.pdf', type: 'application/pdf', size: 100_000 },
    })
    expect(parts.at(-1)).toBe(1)
    await ada.share(chat, shared.value)
    await soon('the file', () => customer.heard.some(({ file }) => file === shared.value.url))
    const got = new Uint8Array(await (await fetch(shared.value.url)).arrayBuffer())
    expect(Buffer.from(got).equals(Buffer.from(bytes))).toBe(true)

    const url = await customer.upload('photo.png', 'image/png', Buffer.from(bytes))
    await customer.shareFile(url)
    await soon('their file', () =>
      ada.heard(chat).some(({ body, from }) => body.kind === 'file' && from.role === 'customer'),
    )
    const theirs = ada.heard(chat).findLast(({ body }) => body.kind === 'file')?.body
    if (theirs?.kind !== 'file') throw new Error('no file')
    expect(theirs.file).toEqual({ url, name: 'photo.png', type: undefined, size: undefined })
    const fetched = await ada.chat.fetchFile(theirs.file)
    expect(fetched.ok && Buffer.from(fetched.value).equals(Buffer.from(bytes))).toBe(true)
    const gone = await ada.chat.fetchFile({
      ...theirs.file,
      url: url.replace(/[^/]+\/photo\.png$/, 'nowhere/photo.png'),
    })
    expect(gone).toMatchObject({ ok: false, problem: { code: 'file-missing' } })

    const large = new Uint8Array(largestSharedFile + 1)
    expect(await ada.chat.share({ name: 'large.pdf', type: 'application/pdf', bytes: large })).toMatchObject({
      ok: false,
      problem: { code: 'file-too-large' },
    })
  })
})
