import { randomUUID } from 'node:crypto'

import {
  customersOf,
  filesOf,
  openChatServer,
  roomsOf,
} from '../../../electron/centre/practice/chat/chat-server.ts'
import { systemClock } from '../../../electron/centre/practice/clock.ts'
import { startChatQueue } from '../../servers/chat-queue.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { members, passwordOf, siteOf, times, type ChatCentre } from './chat-centre.ts'

const domain = 'practice.invalid'
const queues = `queue.${domain}`

/** The practice centre's chat server, and the queue as a program beside it. */
export function startPracticeChatCentre(lasting = times): Promise<ChatCentre> {
  return startOrUndo(async (undo) => {
    const newId = (): string => randomUUID().replaceAll('-', '')
    const secret = newId()
    const opened = await openChatServer(
      {
        ...{ port: 0, origin: 'app://foyer', domain, resumeSeconds: lasting.resume },
        passwords: new Map(members.map((user) => [user, passwordOf(user)])),
        components: new Map([[queues, secret]]),
      },
      { clock: systemClock, newId, log: () => undefined },
    )
    if (!opened.ok) throw new Error(opened.problem)
    const server = opened.value
    undo.add(() => server.close())
    const component = { service: server.componentService, domain: queues, secret }
    const queue = await startChatQueue({
      component,
      site: siteOf({ domain, rooms: roomsOf(domain) }, lasting),
    })
    undo.add(() => queue.stop())
    let isUp = true
    return {
      ...{ server: server.server, domain, customers: customersOf(domain), queues },
      ...{ rooms: roomsOf(domain), files: filesOf(domain) },
      setPassword: (user, password) => soon(() => server.setPassword(user, password)),
      destroyRoom: (room) => soon(() => server.destroyRoom(room)),
      kill: () => {
        isUp = false
        return server.kill()
      },
      start: async () => {
        if (isUp) return
        isUp = true
        const again = await server.open()
        if (!again.ok) throw new Error(again.problem)
      },
      killQueue: () => queue.kill(),
      startQueue: () => queue.start(),
      stop: () => undo.run(),
    }
  })
}

/** What this server does at once, as a promise. */
function soon(action: () => unknown): Promise<void> {
  return Promise.resolve().then(() => void action())
}
