import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import { sayIn } from '../../../../renderer/words/say.ts'
import { unreachable } from '../../../../renderer/domain/unreachable.ts'
import type { Effect } from '../routing/events.ts'
import { reasonOf } from '../routing/offers.ts'
import type { Chat, Untold } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import { roomAddress } from './addresses.ts'
import { chatElement, forUser } from './chat-element.ts'
import type { Link } from './link.ts'
import { queueWire, workgroup } from './namespaces.ts'
import type { Rooms } from './rooms.ts'

export interface PerformMeans {
  readonly link: Link
  readonly rooms: Rooms
  readonly site: QueueSite
  readonly own: string
  /** A desk did not answer an offer. */
  readonly unreached: (offer: string) => void
}

type Perform<K extends Effect['kind']> = (
  effect: Extract<Effect, { readonly kind: K }>,
  means: PerformMeans,
) => Promise<unknown> | undefined

const performers: { readonly [K in Effect['kind']]: Perform<K> } = {
  'open-room': ({ chat }, { rooms }) => rooms.open(chat),
  'replace-customer': async ({ chat, before }, { rooms }) => {
    await rooms.affiliate(chat.room, before, 'none')
    await rooms.affiliate(chat.room, chat.customer, 'member')
    rooms.invite(chat.room, chat.customer)
  },
  admit: ({ room, user }, { rooms, site }) => rooms.affiliate(room, `${user}@${site.domain}`, 'admin'),
  'dismiss-agent': ({ room, user }, { rooms, site }) =>
    rooms.affiliate(room, `${user}@${site.domain}`, 'none'),
  'dismiss-bot': ({ room, address }, { rooms }) => rooms.affiliate(room, address, 'none'),
  'close-room': ({ chat }, { rooms }) => rooms.close(chat),
  'destroy-room': ({ room }, { rooms }) => rooms.destroy(room),
  notice: ({ chat, notice, name }, { rooms }) => {
    const text = sentence(chat, notice, name)
    rooms.say(
      chat.room,
      xml('body', {}, text),
      xml('notice', { xmlns: queueWire, kind: notice, ...(name !== '' && { name }) }),
    )
    return undefined
  },
  offer: async (effect, means) => {
    const answer = await means.link.request(
      { to: effect.offer.address, from: queueAddress(effect.chat.queue, means) },
      offerElement(effect, means),
    )
    if (!answer) means.unreached(effect.offer.id)
  },
  revoke: ({ offer, queue, reason }, means) =>
    means.link.request(
      { to: offer.address, from: queueAddress(queue, means) },
      xml('offer-revoke', { xmlns: workgroup, id: offer.id }, xml('reason', {}, reason)),
    ),
  'tell-chat': ({ to, chat, user }, means) =>
    tell(means, to, chatElement(means.site, chat, forUser(chat, user))),
  tell: ({ to, what }, means) => tell(means, to, untoldElement(what, roomAddress(means.site, what.room))),
  'tell-report': ({ to, room, by, reason }, means) =>
    tell(
      means,
      to,
      xml(
        'reported',
        { xmlns: queueWire, room: roomAddress(means.site, room), by },
        xml('reason', {}, reason),
      ),
    ),
  greet: ({ to, queue }, means) => {
    const from = queue === undefined ? means.own : queueAddress(queue, means)
    means.link.send(xml('presence', { from, to }))
    return undefined
  },
}

const queueAddress = (queue: string, { own }: PerformMeans): string =>
  queue === '' ? own : `${queue}@${own}`

function untoldElement(what: Untold, room: string): XmlElement {
  if (what.kind === 'over') return xml('over', { xmlns: queueWire, room, end: what.end })
  const { outcome, name } = what
  return xml('handed-on', { xmlns: queueWire, room, outcome, ...(name !== '' && { name }) })
}

function tell({ link, own }: PerformMeans, to: string, child: XmlElement): undefined {
  link.send(xml('message', { from: own, to }, child))
}

function offerElement(
  { offer, need, chat }: Extract<Effect, { readonly kind: 'offer' }>,
  { site }: PerformMeans,
): XmlElement {
  const seconds = Math.max(1, Math.round(site.offerSeconds))
  const asked = need.to.kind === 'queue' ? { ...chat, queue: need.to.queue } : chat
  return xml(
    'offer',
    { xmlns: workgroup, id: offer.id, jid: chat.customer },
    xml('timeout', {}, String(seconds)),
    chatElement(site, asked, { reason: reasonOf(need, offer.user), from: need.from }),
  )
}

function sentence(
  { metadata }: Chat,
  notice: Extract<Effect, { readonly kind: 'notice' }>['notice'],
  name: string,
): string {
  const say = sayIn(metadata.language ?? 'en')
  switch (notice) {
    case 'waiting':
    case 'ended':
      return say(`chat-notice.${notice}`)
    case 'bot':
    case 'agent-joined':
    case 'agent-left':
    case 'agent-away':
    case 'agent-back':
      return say(`chat-notice.${notice}`, { name })
    default:
      return unreachable(notice)
  }
}

/** Never rejects: what fails is repaired when the link is up again. */
export async function perform(effect: Effect, means: PerformMeans): Promise<void> {
  // The table pairs each kind with its own effect; the compiler cannot follow that through one call.
  await (performers[effect.kind] as Perform<Effect['kind']>)(effect, means)
}

/** What happens in one room happens in order; what concerns no room waits for nothing. */
export function roomOfEffect(effect: Effect): string | undefined {
  if (effect.kind === 'offer' || effect.kind === 'revoke' || effect.kind === 'greet') return undefined
  if ('chat' in effect) return effect.chat.room
  return effect.kind === 'tell' ? effect.what.room : effect.room
}
