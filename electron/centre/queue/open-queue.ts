import { randomUUID } from 'node:crypto'

import { xml } from '@xmpp/component'

import { Core } from './core.ts'
import { openDisk } from './disk.ts'
import { emptyState } from './routing/state.ts'
import type { Chat, QueueState } from './routing/state.ts'
import type { QueueSite } from './site.ts'
import { loadState } from './state-file.ts'
import { hear, roomChanged } from './wire/incoming.ts'
import type { IncomingMeans } from './wire/incoming.ts'
import { openLink } from './wire/link.ts'
import type { ComponentAccount, Link } from './wire/link.ts'
import { News } from './wire/news.ts'
import { perform } from './wire/perform.ts'
import { answerIq } from './wire/requests.ts'
import { Rooms } from './wire/rooms.ts'

export interface QueueOrder {
  readonly site: QueueSite
  readonly component: ComponentAccount
  /** Without it nothing survives a restart. */
  readonly stateFile?: string | undefined
  /** Codes and counts only. */
  readonly log: (line: string) => void
  /** Epoch milliseconds. */
  readonly now?: () => number
}

export interface OpenQueue {
  /** Resolves when the server has accepted the component for the first time. */
  readonly ready: Promise<void>
  /** What it knows now. */
  state(): QueueState
  /** Says goodbye to the desks; chats go on in their rooms. */
  close(): Promise<void>
}

const tickMilliseconds = 250
/** Lines and places are told once a second at most. */
const newsMilliseconds = 1000
/** A server that ends puts everybody out of its rooms before it breaks its links. */
const reentryMilliseconds = 2000
/** How long a closing queue waits for what it has begun. */
const lastMilliseconds = 2000

/**
 * Opens the chat queue beside an XMPP server. It comes back by itself when the link breaks.
 * @throws Error when the state file cannot be read, which is left as it is.
 */
export function openQueue(order: QueueOrder): OpenQueue {
  const { site, component, stateFile, log, now = () => Date.now() } = order
  const own = component.domain
  const kept = keptIn(stateFile)
  const disk = openDisk(stateFile, log)
  const readiness = openReadiness()
  const core: Core = new Core(kept, {
    site,
    disk,
    now,
    newId: randomUUID,
    log,
    perform: (effect) => perform(effect, { link, rooms, site, own, unreached }),
  })
  const unreached = (offer: string): void => void core.happen({ kind: 'unreached', offer })
  const link: Link = openLink(
    component,
    {
      up: () => {
        rooms.forget()
        news.forget()
        core.happen({ kind: 'link-up' })
        readiness.reached()
      },
      down: () => rooms.forget(),
      stanza: (stanza) => hear(stanza, means),
      iq: (request, child) => answerIq(request, child, means),
    },
    log,
  )
  const rooms: Rooms = new Rooms({
    link,
    site,
    own,
    log,
    changed: (room, presence) => roomChanged(room, presence, means),
    lost: (room, isDestroyed) => {
      if (isDestroyed) core.happen({ kind: 'room-gone', room })
      else setTimeout(() => enterAgain(core.state.chats.get(room), rooms), reentryMilliseconds).unref()
    },
  })
  const means: IncomingMeans = { core, site, own, now, newRoom: () => `chat-${randomUUID()}`, link, rooms }
  const news = new News({ link, site, own, now, state: () => core.state })
  const timers = [
    setInterval(() => void core.happen({ kind: 'tick' }), tickMilliseconds),
    setInterval(() => news.tell(), newsMilliseconds),
  ]
  return {
    ready: readiness.promise,
    state: () => core.state,
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      await Promise.race([core.settled(), pause(lastMilliseconds)])
      sayGoodbye(core.state, link, own)
      await link.close()
      await disk.close()
    },
  }
}

function keptIn(stateFile: string | undefined): QueueState {
  const kept = stateFile === undefined ? emptyState : loadState(stateFile)
  if (kept === 'not-understood') throw new Error('the state file is not one of this queue')
  return kept
}

function enterAgain(chat: Chat | undefined, rooms: Rooms): void {
  if (chat) void rooms.open(chat)
}

function openReadiness(): { readonly promise: Promise<void>; readonly reached: () => void } {
  let reached = (): void => undefined
  const promise = new Promise<void>((resolve) => {
    reached = resolve
  })
  return { promise, reached: () => reached() }
}

function sayGoodbye({ agents }: QueueState, link: Link, own: string): void {
  for (const { presence, address } of agents.values())
    if (presence === 'there' && address !== undefined)
      link.send(xml('presence', { type: 'unavailable', from: own, to: address }))
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
