import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Message } from '../../../renderer/domain/message.ts'
import { withKnowledge } from '../../../renderer/state/knowledge-store.ts'
import { pageOfConversation } from '../../../renderer/state/work-store.ts'
import { begun } from '../domain/knowledge/follow.ts'
import { endIt, makeGuide } from '../domain/knowledge/make-guide.ts'
import { openChatDesk, room } from './chat-desk-under-test.ts'
import type { ChatDeskUnderTest } from './chat-desk-under-test.ts'

let disk = 70_000
let at: ChatDeskUnderTest

beforeEach(async () => {
  at = await openChatDesk((disk += 1))
  await at.accept()
})
afterEach(() => at.die())

/** The guide that is followed in the chat begins a private stretch, or ends it. */
function stretch(isPrivate: boolean): void {
  const page = pageOfConversation(at.stores.work.getState(), room)
  if (!page) throw new Error('the chat has no page')
  const { run } = begun(makeGuide('pay', [endIt('bye')]))
  at.stores.knowledge.setState((all) =>
    withKnowledge(all, page.interaction.id, (one) => ({ ...one, runs: [{ ...run, isPrivate }] })),
  )
}

const words = ({ body }: Message): string =>
  body.kind === 'left-out' ? body.why : body.kind === 'text' ? body.text : body.kind
const onScreen = (): readonly string[] => (at.chat()?.messages ?? []).map(words)
const onDisk = async (): Promise<readonly string[]> => (await at.chats.transcript(room)).map(words)
const shows = (...expected: readonly string[]) =>
  vi.waitFor(() => expect(onScreen()).toEqual(expected), 5_000)

describe('a private stretch in a chat', () => {
  it('is read while it lasts, kept nowhere, and gone from the screen when it is over', async () => {
    at.server.customer(room, 'How do I pay?')
    await shows('How do I pay?')
    stretch(true)
    at.server.customer(room, '4520 0000 0000 0000')
    await shows('How do I pay?', '4520 0000 0000 0000')
    expect(await onDisk()).toEqual(['How do I pay?', 'private'])
    stretch(false)
    expect(onScreen()).toEqual(['How do I pay?', 'private'])
    at.server.customer(room, 'Thank you')
    await shows('How do I pay?', 'private', 'Thank you')
    expect(await onDisk()).toEqual(['How do I pay?', 'private', 'Thank you'])
  })

  it('keeps what the agent writes until it has gone, and not after that', async () => {
    stretch(true)
    at.server.cut()
    await at.desk.send(room, 'Is it 4520?')
    expect(await onDisk()).toEqual(['Is it 4520?'])
    at.server.connect()
    await vi.waitFor(async () => expect(await onDisk()).toEqual(['private']), 5_000)
    expect(at.server.said(room)).toEqual(['me: Is it 4520?'])
    expect(onScreen()).toEqual(['Is it 4520?'])
    stretch(false)
    expect(onScreen()).toEqual(['private'])
  })

  it('is of what was said in it, also where that comes later because the link was away', async () => {
    stretch(true)
    at.server.cut()
    at.server.customer(room, '4520 0000 0000 0000')
    at.timing.pass(60_000)
    stretch(false)
    at.timing.pass(60_000)
    at.server.customer(room, 'Are you there?')
    at.server.connect()
    await shows('private', 'Are you there?')
    expect(await onDisk()).toEqual(['private', 'Are you there?'])
  })

  it('is not found again by its words', async () => {
    await at.desk.search('anything')
    stretch(true)
    await at.desk.send(room, 'mine 4520')
    at.server.customer(room, 'theirs 4520')
    await vi.waitFor(async () => expect(await onDisk()).toEqual(['private', 'private']), 5_000)
    await at.desk.search('4520')
    expect(at.state.getState().search?.found).toEqual([])
  })

  it('keeps no draft', async () => {
    stretch(true)
    at.desk.draft(room, 'Is it 4520?')
    at.timing.pass(1_000)
    await vi.waitFor(async () => expect(await at.store.drafts()).toEqual({ ok: true, value: [] }))
    expect(at.chat()?.draft).toBe('Is it 4520?')
  })
})
