import { startChatQueue } from '../../servers/chat-queue.ts'
import { startProsody } from '../../servers/prosody.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { destroyRoom } from '../../servers/xmpp/keeper.ts'
import { members, passwordOf, queueIds, siteOf, times, type ChatCentre } from './chat-centre.ts'

/** Prosody, as Debian has it, and the queue as a program beside it. */
export function startRealChatCentre(lasting = times): Promise<ChatCentre> {
  return startOrUndo(async (undo) => {
    const accounts = Object.fromEntries(members.map((user) => [user, passwordOf(user)]))
    const prosody = await startProsody({ accounts, queues: queueIds, resumeSeconds: lasting.resume })
    undo.add(() => prosody.stop())
    const { domains, webSocket, components, keeper } = prosody
    const place = { ...components, domain: domains.queues }
    const site = siteOf({ domain: domains.agents, rooms: domains.rooms }, lasting)
    const queue = await startChatQueue({ component: place, site })
    undo.add(() => queue.stop())
    return {
      ...{ server: webSocket, domain: domains.agents, customers: domains.customers },
      ...{ queues: domains.queues, rooms: domains.rooms, files: domains.files },
      setPassword: (user, password) => prosody.setPassword(user, password),
      destroyRoom: (room) => destroyRoom({ server: webSocket, domain: domains.agents, ...keeper }, room),
      kill: () => prosody.kill(),
      start: () => prosody.start(),
      killQueue: () => queue.kill(),
      startQueue: () => queue.start(),
      stop: () => undo.run(),
    }
  })
}
