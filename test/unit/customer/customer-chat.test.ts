import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { CustomerChat } from '../../../renderer/customer/chat/customer-chat.ts'
import { soon } from '../../contract/telephony/soon.ts'
import { ChatService, passports } from './chat-service.ts'

const wish = { queue: passports, language: 'fr', name: 'Zoé', question: 'Où est mon passeport?' } as const

const texts = (chat: CustomerChat): readonly string[] =>
  chat.state.lines.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))

const deliveryOf = (chat: CustomerChat, text: string): string | undefined =>
  chat.state.lines.find(({ body }) => body.kind === 'text' && body.text === text)?.delivery

/** The room has it; the desk may have marked it as delivered before anybody looks. */
const hasArrived = (chat: CustomerChat, text: string): boolean =>
  ['sent', 'delivered', 'read'].includes(deliveryOf(chat, text) ?? '')

const notices = (chat: CustomerChat): readonly string[] =>
  chat.state.lines.flatMap(({ body }) => (body.kind === 'notice' ? [body.notice] : []))

const over = (chat: CustomerChat, how: string) => soon(how, () => chat.state.over === how)

describe('the customer’s chat', () => {
  let service: ChatService
  beforeEach(async () => {
    service = await ChatService.open()
  })
  afterEach(() => service.close())

  it('waits, writes meanwhile, is answered, and is told what became of each message', async () => {
    const { chat } = service.page()
    service.desk.takes(0)
    await chat.ask(wish, 'Zoé')
    await soon('a place', () => chat.state.place?.position === 1)
    chat.write('J’ai déménagé.')
    await soon('the message in the room', () => hasArrived(chat, 'J’ai déménagé.'))
    service.desk.takes()
    const conversation = await service.desk.take()
    await soon('an agent', () => chat.state.isServed)
    await service.desk.write(conversation, 'Bonjour!')
    await soon('the answer', () => texts(chat).includes('Bonjour!'))
    chat.seen()
    const [written] = service.desk.heard(conversation).filter(({ from }) => from.role === 'me')
    if (written) await soon('a mark of it', () => service.desk.isRead(written.id))
    service.desk.chat.composing(conversation, true)
    await soon('the agent writing', () => chat.state.writing.join() === 'Ada')
    const [asked] = service.desk.heard(conversation).filter(({ from }) => from.role === 'customer')
    if (asked) service.desk.chat.seen(conversation, asked.id)
    await soon('the agent’s mark', () => deliveryOf(chat, 'J’ai déménagé.') === 'read')

    await service.desk.chat.end(conversation)
    await over(chat, 'ended')
    expect(texts(chat)).toEqual(['Où est mon passeport?', 'J’ai déménagé.', 'Bonjour!'])
    expect(service.desk.texts(conversation)).toEqual(['J’ai déménagé.', 'Bonjour!'])
    expect(notices(chat)).toEqual(['waiting', 'agent-joined', 'ended'])
  })

  it('comes back into the same room after its link broke, and sends what waited, once and in order', async () => {
    const { chat, kept } = service.page()
    await chat.ask(wish, 'Zoé')
    const conversation = await service.desk.take()
    chat.write('one')
    await soon('the first', () => service.desk.texts(conversation).length === 1)
    chat.write('two')
    service.server.dropSockets()
    chat.write('three')
    await soon('the break', () => !chat.state.isLinked)
    expect(deliveryOf(chat, 'three')).toBe('waiting')
    await soon('the others', () => service.desk.texts(conversation).length >= 3)
    chat.write('four')
    await soon('the last', () => service.desk.texts(conversation).includes('four'))
    expect(service.desk.texts(conversation)).toEqual(['one', 'two', 'three', 'four'])
    expect(texts(chat)).toEqual([wish.question, 'one', 'two', 'three', 'four'])
    expect(kept()).toMatchObject({ conversation, queue: passports })
    expect(kept()?.selves).toHaveLength(2)
  })

  it('goes on after a reload: the page reads what was said, and knows which of it is the customer’s', async () => {
    const before = service.page()
    await before.chat.ask(wish, 'Zoé')
    const conversation = await service.desk.take()
    before.chat.write('one')
    await service.desk.write(conversation, 'two')
    await soon('both', () => texts(before.chat).length === 3)
    const kept = before.kept()
    if (!kept) throw new Error('nothing was kept')
    service.server.dropSockets()
    const after = service.page()
    await after.chat.takeUp(kept, { language: 'fr' }, 'Client')
    await soon('what was said', () => texts(after.chat).length === 2)
    expect(after.chat.state.lines.filter(({ isOwn }) => isOwn).map(({ body }) => body)).toEqual([
      { kind: 'text', text: 'one' },
    ])
    expect(after.chat.state.isServed).toBe(true)
  })

  it('sends after a reload what had not left, once, in order, and nothing that had arrived', async () => {
    const before = service.page()
    await before.chat.ask(wish, 'Zoé')
    const conversation = await service.desk.take()
    before.chat.write('one')
    await soon('the first', () => hasArrived(before.chat, 'one'))
    expect(before.kept()?.unsent).toEqual([])
    // The room gets it, and the page never hears of it.
    before.chat.write('two')
    const written = before.kept()
    await soon('the second', () => service.desk.texts(conversation).length === 2)
    await service.server.kill()
    await soon('the break', () => !before.chat.state.isLinked)
    before.chat.write('three')
    const kept = before.kept()
    if (!kept || !written) throw new Error('nothing was kept')
    const [two] = written.unsent
    const after = service.page()
    const reloaded = { ...kept, unsent: [...(two ? [two] : []), ...kept.unsent] }
    const takenUp = after.chat.takeUp(reloaded, { language: 'fr' }, 'Client')
    expect(texts(after.chat)).toEqual(['two', 'three'])
    await takenUp
    after.chat.write('four')
    expect(after.kept()?.unsent.map(({ body }) => body.kind === 'text' && body.text)).toEqual([
      ...['two', 'three', 'four'],
    ])
    // Nobody hears of it: as when the page is thrown away.
    await before.chat.leave()
    await service.server.open()
    await soon('all of it', () => service.desk.texts(conversation).length >= 4)
    expect(service.desk.texts(conversation)).toEqual(['one', 'two', 'three', 'four'])
    await soon('nothing left', () => after.kept()?.unsent.length === 0)
    expect(texts(after.chat)).toEqual(['one', 'two', 'three', 'four'])
  })

  it('begins no other chat when its own has ended while it was away', async () => {
    const { chat } = service.page()
    await chat.ask(wish, 'Zoé')
    const conversation = await service.desk.take()
    const kept = { conversation, queue: passports, selves: [], unsent: [] }
    await chat.leave()
    await soon('the end at the desk', () => service.desk.endOf(conversation) === 'customer-left')
    const late = service.page()
    await late.chat.takeUp(kept, { language: 'fr' }, 'Client')
    await over(late.chat, 'ended-while-away')
    expect(late.kept()).toBeUndefined()
    expect(service.desk.told('chat-offered')).toHaveLength(1)
  })

  it('says so when the chat is open in another tab', async () => {
    const { chat, kept } = service.page()
    await chat.ask(wish, 'Zoé')
    await service.desk.take()
    const twin = service.page()
    const copied = kept()
    if (copied) await twin.chat.takeUp(copied, { language: 'fr' }, 'Client')
    await over(twin.chat, 'open-elsewhere')
    expect(chat.state).toMatchObject({ stage: 'chat', isLinked: true })
  })

  it('sends and fetches files by what their bytes show', async () => {
    const { chat } = service.page()
    await chat.ask(wish, 'Zoé')
    const conversation = await service.desk.take()
    await soon('the room', () => notices(chat).length > 0)
    await chat.share('run.png', new Uint8Array([0x4d, 0x5a, 0x00]))
    expect(chat.state.fileProblem).toBe('wrong-type')
    await chat.share('page.txt', new TextEncoder().encode('four words of text'))
    await soon('the file', () => service.desk.heard(conversation).some(({ body }) => body.kind === 'file'))
    const file = chat.state.lines.find(({ body }) => body.kind === 'file')?.body
    const fetched = file?.kind === 'file' ? await chat.fetch(file.file) : undefined
    expect(fetched).toMatchObject({ ok: true, value: { type: 'text/plain' } })
  })
})

describe('a customer who is not let in', () => {
  it.each([
    ['closed', { hours: { timeZone: 'America/Toronto', week: {}, holidays: [] } }],
    ['full', { most: 0 }],
  ])('reads why: %s', async (kind, change) => {
    const service = await ChatService.open(change)
    const { chat } = service.page()
    await chat.ask(wish, 'Zoé')
    await soon('an answer', () => chat.state.refusal !== undefined)
    expect(chat.state).toMatchObject({ stage: 'form', refusal: { kind } })
    await service.close()
  })

  it('can try again when nobody can be reached', async () => {
    const service = await ChatService.open()
    const { chat } = service.page()
    await service.server.kill()
    await chat.ask(wish, 'Zoé')
    expect(chat.state).toMatchObject({ stage: 'form', refusal: { kind: 'unreachable' } })
    await service.server.open()
    await soon('a chat', () => {
      void chat.ask(wish, 'Zoé')
      return chat.state.stage === 'chat'
    })
    await service.close()
  })
})
