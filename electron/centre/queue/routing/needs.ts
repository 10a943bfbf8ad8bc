import type { RevokeReason } from '../../../../renderer/domain/conversation.ts'
import type { Draft } from './draft.ts'
import { isThere, say, tellAgent } from './draft.ts'
import type { Chat, Need, Offer } from './state.ts'

/** What is asked for, without what follows from asking. */
export type Asked = Pick<Need, 'kind' | 'to' | 'from' | 'prefers'>

export function addNeed(draft: Draft, chat: Chat, asked: Asked): void {
  const id = draft.newId()
  draft.needs.set(id, { id, room: chat.room, since: chat.askedAt, madeAt: draft.at, passed: [], ...asked })
}

export const needsOf = (draft: Pick<Draft, 'needs'>, room: string): readonly Need[] =>
  [...draft.needs.values()].filter((need) => need.room === room)

export const offerFor = (draft: Pick<Draft, 'offers'>, need: string): Offer | undefined =>
  [...draft.offers.values()].find((offer) => offer.need === need)

/** Takes an offer back; what it was for stays. */
export function revoke(draft: Draft, offer: Offer, reason: RevokeReason): void {
  draft.offers.delete(offer.id)
  const room = draft.needs.get(offer.need)?.room ?? ''
  draft.effects.push({ kind: 'revoke', offer, queue: draft.chats.get(room)?.queue ?? '', reason })
}

/** Nobody is looked for any more. */
export function withdraw(draft: Draft, need: Need, reason: RevokeReason): void {
  const offer = offerFor(draft, need.id)
  if (offer) revoke(draft, offer, reason)
  draft.needs.delete(need.id)
}

/** Whoever asked for somebody hears that nobody came; the chat is theirs as before. */
export function refuse(draft: Draft, need: Need): void {
  withdraw(draft, need, 'withdrawn')
  if (need.from)
    tellAgent(draft, need.from.user, { kind: 'handed-on', room: need.room, outcome: 'refused', name: '' })
}

/** An offer that came to nothing: this agent comes last for it from now on. */
export function letPass(draft: Draft, offer: Offer): void {
  draft.offers.delete(offer.id)
  const need = draft.needs.get(offer.need)
  if (!need) return
  const passed = [
    ...need.passed.filter(({ user }) => user !== offer.user),
    { user: offer.user, at: draft.at },
  ]
  draft.needs.set(need.id, { ...need, passed })
  if (need.to.kind === 'agent') refuse(draft, need)
  if (need.to.kind === 'lead' && everyLeadPassed(draft, passed)) refuse(draft, need)
}

const everyLeadPassed = (draft: Draft, passed: Need['passed']): boolean =>
  draft.site.agents
    .filter(({ user, lead }) => lead && isThere(draft, user))
    .every(({ user }) => passed.some((one) => one.user === user))

/** Puts a chat that no bot has, and nobody serves yet, into the line. */
export function waitForAgent(draft: Draft, chat: Chat): void {
  const waiting: Chat = { ...chat, stage: 'waiting' }
  draft.chats.set(chat.room, waiting)
  const prefers = draft.past.get(chat.metadata.returning ?? '')?.user
  addNeed(draft, waiting, {
    kind: 'first',
    to: { kind: 'queue', queue: chat.queue },
    ...(prefers !== undefined && { prefers }),
  })
  say(draft, waiting, 'waiting')
}
