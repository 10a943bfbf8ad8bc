import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { root } from '../../build/bundles.ts'
import { systemClock } from '../../electron/centre/practice/clock.ts'
import { openPracticeCentre } from '../../electron/centre/practice/practice-centre.ts'
import type { PracticeCentre } from '../../electron/centre/practice/practice-centre.ts'
import { loadVoices } from '../../electron/centre/practice/voices.ts'
import { practiceReplies } from '../../renderer/domain/practice-replies.ts'
import { startTcpRelay } from '../faults/relay/tcp-relay.ts'
import type { TcpRelay } from '../faults/relay/tcp-relay.ts'
import { ChatCustomer } from '../servers/xmpp/customer.ts'
import type { Wishes } from '../servers/xmpp/customer.ts'

/** The practice centre, outside the desk, with customers whose every word the test chooses. */
export interface ChatOffice {
  /** `settings.json` of a desk whose only live centre this is. */
  readonly settings: unknown
  readonly agent: { readonly user: string; readonly password: string }
  readonly centre: PracticeCentre
  /** The way to the chats. */
  readonly wire: Pick<TcpRelay, 'drop' | 'heal'>
  /** Somebody who asks to chat. */
  customer(nick: string, wishes?: Wishes): Promise<ChatCustomer>
  close(): Promise<void>
}

/** As the window's page has it, in Electron and in the stand-in (docs/stand-in.md). */
const pageOrigin = process.env['FOYER_ELECTRON'] === 'real' ? 'app://bundle' : 'http://bundle.app.localhost'

/** Nobody comes by themselves meanwhile. */
const never = [3600, 3600] as const

export async function openChatOffice(seed: number): Promise<ChatOffice> {
  const opened = await openPracticeCentre(
    { port: 0, origin: pageOrigin, seed, pauseSeconds: never, chatPauseSeconds: never },
    {
      ...{ clock: systemClock, newId: () => randomBytes(16).toString('hex'), log: () => undefined },
      voices: await loadVoices(join(root, 'electron/centre/practice/voices')),
    },
  )
  if (!opened.ok) throw new Error(opened.problem)
  const { address } = opened.value
  const { chat } = address
  const wire = await startTcpRelay({ to: chat.server, seed })
  const customers: ChatCustomer[] = []
  return {
    settings: {
      centres: [
        {
          ...{ id: 'benefits', name: 'Benefits · Prestations' },
          telephony: { servers: [address.server], domain: address.domain },
          chat: {
            ...{ servers: [wire.url], domain: chat.domain, queues: chat.queuesDomain },
            ...{ most: 4, mostInCall: 4, replies: practiceReplies },
          },
        },
      ],
    },
    agent: { user: address.user, password: address.password },
    centre: opened.value,
    wire,
    async customer(nick, wishes) {
      const { server, customers: domain, queuesDomain: queues } = chat
      const customer = await ChatCustomer.open({
        server,
        domain,
        queues,
        files: `upload.${chat.domain}`,
        nick,
      })
      customers.push(customer)
      // A queue that no program answers first.
      await customer.joinQueue('prestations', { name: nick, ...wishes })
      return customer
    },
    async close() {
      await Promise.all(customers.map((one) => one.close()))
      await wire.stop()
      await opened.value.close()
    },
  }
}
