import { afterAll, afterEach, beforeAll, describe } from 'vitest'

import type { ChatAccount } from '../../../renderer/ports/chat.ts'
import { startTcpRelay, type TcpRelay } from '../../faults/relay/tcp-relay.ts'
import { connectBot, type ScriptedBot } from '../../servers/xmpp/bot.ts'
import { ChatCustomer, type CustomerPlan } from '../../servers/xmpp/customer.ts'
import { UndoList } from '../../servers/undo.ts'
import { soon } from '../telephony/soon.ts'
import { AgentDesk } from './agent-desk.ts'
import { accountOf, bot, passwordOf, type AgentName, type ChatCentre } from './chat-centre.ts'
import { startPracticeChatCentre } from './practice-chat-centre.ts'
import { startRealChatCentre } from './real-chat-centre.ts'

/** Desks, customers, and the chat server that they all use. Whoever comes in a case goes at its end. */
export interface AtTheChats {
  readonly centre: ChatCentre
  /** Between the desks and the server. */
  readonly wire: TcpRelay
  account(user: AgentName, change?: Partial<ChatAccount>): ChatAccount
  /** An agent who is signed in and takes chats. */
  agent(user: AgentName, most?: number): Promise<AgentDesk>
  /** A desk at which nobody has signed in yet. */
  desk(account: ChatAccount): AgentDesk
  /** Somebody without an account, by a link of their own. */
  customer(nick?: string, change?: Partial<CustomerPlan>): Promise<ChatCustomer>
  /** The bot of the queue `assisted`. */
  bot(): Promise<ScriptedBot>
}

const everyCentre = [
  ['the practice centre', startPracticeChatCentre],
  ['Prosody', startRealChatCentre],
] as const

/**
 * What a desk may rely on with any chat server and the queue beside it. The same cases run on the practice centre and on
 * Prosody; no case knows which.
 */
export function onEveryChatServer(what: string, cases: (at: AtTheChats) => void): void {
  describe.each(everyCentre)(`${what}, on %s`, (_name, start) => {
    const leave = new UndoList()
    let place: Pick<AtTheChats, 'centre' | 'wire'>
    let visit = new UndoList()

    beforeAll(async () => {
      const centre = await start()
      leave.add(() => centre.stop())
      const wire = await startTcpRelay({ to: centre.server, seed: 1 })
      leave.add(() => wire.stop())
      place = { centre, wire }
    })
    afterAll(() => leave.run())
    afterEach(async () => {
      await place.wire.heal()
      // Where a case has failed half way.
      await place.centre.start()
      await place.centre.startQueue()
      await visit.run()
      visit = new UndoList()
    })
    cases(
      commandsOf(
        () => place,
        () => visit,
      ),
    )
  })
}

function commandsOf(place: () => Pick<AtTheChats, 'centre' | 'wire'>, visit: () => UndoList): AtTheChats {
  const at: AtTheChats = {
    get centre() {
      return place().centre
    },
    get wire() {
      return place().wire
    },
    account: (user, change) => ({ ...accountOf(at.centre, user, at.wire.url), ...change }),
    desk(account) {
      const desk = new AgentDesk(account)
      visit().add(() => desk.leave())
      return desk
    },
    async agent(user, most = 3) {
      const desk = at.desk(at.account(user))
      await desk.signIn()
      desk.takes(most)
      await soon('the queue to know', async () => {
        const people = await desk.chat.people()
        return people.ok && people.value.colleagues.some((one) => one.user === user && one.takesChats)
      })
      return desk
    },
    async customer(nick = 'Amélie', change = {}) {
      const { server, customers: domain, queues, files } = at.centre
      const customer = await ChatCustomer.open({ server, domain, queues, files, nick, ...change })
      visit().add(() => customer.close())
      return customer
    },
    async bot() {
      const { server, domain, queues } = at.centre
      const robot = await connectBot({ server, domain, user: bot, password: passwordOf(bot) }, queues)
      visit().add(() => robot.close())
      return robot
    },
  }
  return at
}
