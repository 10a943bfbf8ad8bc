import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import { handOverLimits, parseHandOver } from '../../../../renderer/domain/hand-over.ts'
import type { Language } from '../../../../renderer/domain/language.ts'
import { sayIn } from '../../../../renderer/words/say.ts'
import type { Core } from '../core.ts'
import { opensAt } from '../opening-hours.ts'
import type { Answer, Asker, QueueEvent, Refusal } from '../routing/events.ts'
import type { Metadata } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import { agentOf, botOf, localOf, roomOf } from './addresses.ts'
import { info, items, mine, people } from './answers.ts'
import type { IqAnswer, Link } from './link.ts'
import { discoInfo, discoItems, handOverWire, ping, queueWire, workgroup } from './namespaces.ts'
import { cut, longestNote, readMetadata, readTarget } from './read-stanza.ts'
import { openingTime } from './opening-time.ts'

export interface RequestMeans {
  readonly core: Core
  readonly site: QueueSite
  readonly own: string
  readonly now: () => number
  readonly newRoom: () => string
  readonly link: Pick<Link, 'isSilent'>
}

interface Request {
  readonly from: string
  readonly to: string
  readonly child: XmlElement
}

type Handler = (request: Request, means: RequestMeans) => Promise<IqAnswer> | IqAnswer

const refused = (condition: string): IqAnswer => ({ condition })

/** What can be asked, by type, namespace and name; anything else is answered with service-unavailable (RFC 6120 §8.3.3.19). */
const handlers: Readonly<Record<string, Handler>> = {
  [`set ${workgroup} join-queue`]: (request, means) => {
    const metadata = readMetadata(request.child.getChild('metadata', workgroup))
    const isToResume = request.child.getChild('resume', queueWire) !== undefined
    // What comes back by itself must not begin another chat because its own has ended meanwhile.
    if (isToResume && !means.core.state.chats.has(metadata.returning ?? '')) return refused('item-not-found')
    return join(means, request, metadata)
  },
  [`set ${workgroup} depart-queue`]: ({ from, to }, means) =>
    told(means, { kind: 'departed', queue: localOf(to), address: from }),
  [`set ${workgroup} offer-accept`]: async (request, means) => {
    const user = agentOf(means.site, request.from)?.user
    const offer = request.child.attrs['id'] ?? ''
    if (user === undefined) return refused('forbidden')
    const { answer, admitted } = means.core.happen({ kind: 'accepted', offer, user })
    await admitted
    return asIq(answer)
  },
  [`set ${workgroup} offer-reject`]: ({ from, child }, means) => {
    const user = agentOf(means.site, from)?.user
    if (user === undefined) return refused('forbidden')
    return told(means, { kind: 'rejected', offer: child.attrs['id'] ?? '', user })
  },
  [`get ${queueWire} mine`]: ({ from }, { core, site }) => {
    const agent = agentOf(site, from)
    return agent ? mine(core.state, site, agent.user) : refused('forbidden')
  },
  [`get ${queueWire} people`]: ({ from }, { core, site }) =>
    agentOf(site, from) ? people(core.state, site) : refused('forbidden'),
  [`set ${queueWire} hand-on`]: ({ from, child }, means) => {
    const by = agentOf(means.site, from)?.user
    const to = readTarget(child, means.site)
    if (by === undefined) return refused('forbidden')
    if (!to) return refused('bad-request')
    const note = cut(child.getChildText('note') ?? '', longestNote)
    const keep = child.attrs['keep'] === 'true'
    return told(means, { kind: 'hand-on', room: roomIn(child, means), by, to, note, keep })
  },
  [`set ${queueWire} end`]: ({ from, child }, means) => {
    const by = askerOf(means, from)
    return by ? told(means, { kind: 'end', room: roomIn(child, means), by }) : refused('forbidden')
  },
  [`set ${queueWire} report`]: ({ from, child }, means) => {
    const by = agentOf(means.site, from)?.user
    if (by === undefined) return refused('forbidden')
    const reason = cut(child.getChildText('reason') ?? '', longestNote)
    const block = child.attrs['block'] === 'true'
    return told(means, { kind: 'report', room: roomIn(child, means), by, reason, block })
  },
  [`set ${handOverWire} hand-over`]: ({ from, child }, means) => {
    const by = askerOf(means, from)
    if (by?.kind !== 'bot') return refused('forbidden')
    const json = handOverIn(child)
    if (json === undefined) return refused('bad-request')
    return told(means, { kind: 'hand-over', room: roomIn(child, means), by, json })
  },
  [`get ${ping} ping`]: () => 'empty',
  [`get ${discoInfo} query`]: ({ to }, { site }) =>
    info(site.queues.find(({ id }) => id === localOf(to))?.name ?? site.name),
  [`get ${discoItems} query`]: (_, { site, own }) => items(site, own),
}

export async function answerIq(iq: XmlElement, child: XmlElement, means: RequestMeans): Promise<IqAnswer> {
  const { from, to, type } = iq.attrs
  const key = `${type ?? ''} ${child.attrs['xmlns'] ?? ''} ${child.name}`
  const handler = Object.hasOwn(handlers, key) ? handlers[key] : undefined
  if (!handler || from === undefined || to === undefined) return refused('service-unavailable')
  return await handler({ from, to, child }, means)
}

async function told({ core }: RequestMeans, event: QueueEvent): Promise<IqAnswer> {
  const { answer, begun } = core.happen(event)
  await begun
  return asIq(answer)
}

const asIq = (answer: Answer): IqAnswer => (answer === 'done' ? 'empty' : refused(answer))

export async function join(
  means: RequestMeans,
  { from, to }: Omit<Request, 'child'>,
  metadata: Metadata,
): Promise<IqAnswer> {
  const { core, newRoom } = means
  const queue = localOf(to)
  const asked = { kind: 'asked', room: newRoom(), queue, address: from, metadata } as const
  let { answer, begun } = core.happen(asked)
  if (answer === 'conflict' && core.state.chats.has(metadata.returning ?? '')) {
    await lookFor(means, metadata.returning ?? '')
    ;({ answer, begun } = core.happen(asked))
  }
  await begun
  return answer === 'done'
    ? 'empty'
    : refusalFor(answer, means, { queue, language: metadata.language ?? 'en' })
}

/** With a sentence that a program can show as it is, where there is something to say. */
function refusalFor(
  condition: Refusal,
  { site, now }: RequestMeans,
  { queue, language }: { readonly queue: string; readonly language: Language },
): IqAnswer {
  const say = sayIn(language)
  if (condition === 'resource-constraint') return { condition, text: say('chat-notice.full') }
  if (condition !== 'not-acceptable') return refused(condition)
  const hours = site.queues.find(({ id }) => id === queue)?.hours
  const at = hours && opensAt(hours, now())
  if (at === undefined) return { condition, text: say('chat-notice.closed') }
  const when = openingTime(language, at, hours?.timeZone)
  return { condition, text: say('chat-notice.closed.until', { when }) }
}

/**
 * Finds out whether the customer of a chat is still there. The server tells it late: a session whose link has broken is
 * kept for a while (XEP-0198 §5), and an anonymous customer can never come back to it.
 */
async function lookFor({ core, link, own }: RequestMeans, room: string): Promise<void> {
  const address = core.state.chats.get(room)?.customer
  if (address !== undefined && (await link.isSilent({ to: address, from: own })))
    core.happen({ kind: 'customer-gone', room, address })
}

const roomIn = (child: XmlElement, { site }: RequestMeans): string => roomOf(site, child.attrs['room']) ?? ''

function askerOf({ site }: RequestMeans, from: string): Asker | undefined {
  const agent = agentOf(site, from)
  if (agent) return { kind: 'agent', user: agent.user }
  return botOf(site, from) ? { kind: 'bot', address: from } : undefined
}

/** The text of a hand-over, exactly as it was read: unknown fields are left out here already. */
function handOverIn(child: XmlElement): string | undefined {
  const text = child.getText()
  if (Buffer.byteLength(text) > handOverLimits.bytes) return undefined
  try {
    const handOver = parseHandOver(JSON.parse(text))
    return handOver && JSON.stringify(handOver)
  } catch {
    return undefined
  }
}

/** An error stanza for a message that cannot be taken; messages have no answer of their own. */
export const bounce = (message: XmlElement, error: XmlElement): XmlElement =>
  xml(
    'message',
    {
      type: 'error',
      from: message.attrs['to'],
      to: message.attrs['from'],
      id: message.attrs['id'],
    },
    error,
  )
