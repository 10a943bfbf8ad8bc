import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { root } from '../../../build/bundles.ts'
import {
  customersOf,
  filesOf,
  openChatServer,
  roomsOf,
} from '../../../electron/centre/practice/chat/chat-server.ts'
import { systemClock } from '../../../electron/centre/practice/clock.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import { loadVoices } from '../../../electron/centre/practice/voices.ts'
import { openQueue } from '../../../electron/centre/queue/open-queue.ts'
import { usualSite } from '../../../electron/centre/queue/site.ts'
import { startTcpRelay } from '../../faults/relay/tcp-relay.ts'
import type { TcpRelay } from '../../faults/relay/tcp-relay.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { BenchCustomer } from './bench-customer.ts'

/** Where a live desk has its telephone and its chats; nobody comes but whom the bench sends. */
export interface ChatOffice {
  /** `settings.json` of a desk whose only live centre this is. */
  readonly settings: unknown
  readonly account: { readonly user: string; readonly password: string }
  /** Between the desk and the chat server. */
  readonly wire: TcpRelay
  customer(name: string): Promise<BenchCustomer>
  stop(): Promise<void>
}

export const realm = 'bench'
export const queue = 'passports'

const domain = 'chats.invalid'
const queues = `queue.${domain}`
/** More than settings let a desk take. */
const mostChats = 50
/** A session that was gone for longer begins anew: outages of both kinds are measured. */
const resumeSeconds = 5

/** As the window's page has it, in Electron and in the stand-in (docs/stand-in.md). */
const origin = process.env['FOYER_ELECTRON'] === 'real' ? 'app://bundle' : 'http://bundle.app.localhost'
const newId = (): string => randomBytes(16).toString('hex')
const means = { clock: systemClock, newId, log: () => undefined }

/** @param most chats that the desk takes at once */
export function openChatOffice(most: number): Promise<ChatOffice> {
  return startOrUndo(async (undo) => {
    const voices = await loadVoices(join(root, 'electron/centre/practice/voices'))
    const telephones = await openPracticeCentre(
      { port: 0, origin, seed: 1, pauseSeconds: [3600, 3600] },
      { ...means, voices },
    )
    if (!telephones.ok) throw new Error(telephones.problem)
    undo.add(() => telephones.value.close())
    const { user, password, server: telephoneServer, domain: telephoneDomain } = telephones.value.address
    const secret = newId()
    const opened = await openChatServer(
      {
        ...{ port: 0, origin, domain, resumeSeconds },
        passwords: new Map([[user, password]]),
        components: new Map([[queues, secret]]),
      },
      means,
    )
    if (!opened.ok) throw new Error(opened.problem)
    const server = opened.value
    undo.add(() => server.close())
    const routing = openQueue({
      component: { service: server.componentService, domain: queues, secret },
      site: siteOf(user),
      log: means.log,
    })
    undo.add(() => routing.close())
    await routing.ready
    const wire = await startTcpRelay({ to: server.server, seed: 1 })
    undo.add(() => wire.stop())
    return {
      ...{ account: { user, password }, wire },
      settings: {
        centres: [
          {
            ...{ id: realm, name: 'Passports' },
            telephony: { servers: [telephoneServer], domain: telephoneDomain },
            chat: { servers: [wire.url], domain, queues, most },
          },
        ],
      },
      async customer(name) {
        const place = { server: server.server, domain: customersOf(domain), queues, files: filesOf(domain) }
        const customer = await BenchCustomer.open(place, name)
        undo.add(() => customer.close())
        return customer
      },
      stop: () => undo.run(),
    }
  })
}

const siteOf = (user: string) => ({
  ...{ ...usualSite, domain, rooms: roomsOf(domain) },
  queues: [{ id: queue, name: 'Passports', priority: 0, most: mostChats }],
  agents: [
    { user, name: 'Ada', lead: false, queues: [queue], languages: ['en', 'fr'] as const, most: mostChats },
  ],
})
