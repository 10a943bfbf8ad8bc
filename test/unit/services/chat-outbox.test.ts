import { describe, expect, it, vi } from 'vitest'

import { asMessageId } from '../../../renderer/domain/ids.ts'
import type { MessageId } from '../../../renderer/domain/ids.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { waitingPlace } from '../../../renderer/domain/message.ts'
import { ok } from '../../../renderer/domain/result.ts'
import { createChatBook } from '../../../renderer/services/chats/chat-book.ts'
import { createChatOutbox } from '../../../renderer/services/chats/chat-outbox.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { createChatStore } from '../../../renderer/state/chat-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'
import { room } from './chat-desk-under-test.ts'

const message: Message = {
  ...{ id: asMessageId('m-1'), conversation: room, from: { role: 'me', name: 'Ada' }, at: 0 },
  ...{ place: waitingPlace, archived: undefined, body: { kind: 'text', text: 'once' }, delivery: 'waiting' },
}

const yes = Promise.resolve(true)
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

function openPromise() {
  let resolve: (value: boolean) => void = () => undefined
  const promise = new Promise<boolean>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** An outbox on a slow disk: what is read of it was true when it was asked, and is known when the test says so. */
function openOutbox() {
  const reads: (() => void)[] = []
  const disk = { waiting: [message] as readonly Message[] }
  const sent: MessageId[] = []
  const problems = createProblems(createProblemStore(), { report: () => undefined })
  const store = {
    waiting: () => {
      const then = ok(disk.waiting)
      return new Promise<typeof then>((resolve) => reads.push(() => resolve(then)))
    },
    file: () => Promise.resolve(ok(undefined)),
  }
  const timing = createTimingStandIn(0)
  const outbox = createChatOutbox({
    chat: {
      send: (_, id) => sent.push(id) > 0,
      share: () => Promise.reject(new Error('no file here')),
      enter: () => undefined,
    },
    ...{ store, problems, timing },
    book: createChatBook({
      ...{ store: store as never, state: createChatStore(), problems, timing },
      privacy: { kept: (message) => message, isPrivate: () => false },
      isShown: () => true,
    }),
  })
  return {
    ...{ outbox, disk, sent },
    read: async (): Promise<void> => {
      await vi.waitFor(() => expect(reads).not.toHaveLength(0))
      reads.shift()?.()
      await turn()
    },
  }
}

describe('what waits to be sent', () => {
  it('is not sent by a look at the disk from before the archive was read', async () => {
    const { outbox, disk, sent, read } = openOutbox()
    expect(await outbox.caughtUp(room, yes)).toBe(true)
    // The room is entered anew while the disk is read, and the archive has the message.
    const caughtUp = outbox.caughtUp(room, yes)
    disk.waiting = []
    expect(await caughtUp).toBe(true)
    await read()
    expect(sent).toEqual([])
    await read()
    expect(sent).toEqual([])
  })

  it('is sent when the archive that was read anew does not have it', async () => {
    const { outbox, sent, read } = openOutbox()
    await outbox.caughtUp(room, yes)
    await outbox.caughtUp(room, yes)
    await read()
    await read()
    expect(sent).toEqual([message.id])
  })

  it('stays while what the archive has is not on the disk yet', async () => {
    const { outbox, sent, read } = openOutbox()
    await outbox.caughtUp(room, yes)
    const stored = openPromise()
    const caughtUp = outbox.caughtUp(room, stored.promise)
    await read()
    void outbox.flush(room)
    await turn()
    expect(sent).toEqual([])
    stored.resolve(false)
    expect(await caughtUp).toBe(false)
    expect(sent).toEqual([])
  })

  it('stays when the link has gone before the archive was stored', async () => {
    const { outbox, sent } = openOutbox()
    const stored = openPromise()
    const caughtUp = outbox.caughtUp(room, stored.promise)
    outbox.notCaughtUp()
    stored.resolve(true)
    expect(await caughtUp).toBe(false)
    expect(sent).toEqual([])
  })
})
