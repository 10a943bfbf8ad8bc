import { lose } from './agents.ts'
import { takeFromBot } from './bot.ts'
import type { Draft } from './draft.ts'
import { isThere } from './draft.ts'
import { endChat } from './endings.ts'
import { letPass, offerFor, refuse, revoke } from './needs.ts'

/** How long a desk has for saying that it is still there after the queue's link was broken. */
const settleMilliseconds = 10_000

/** What time alone has brought about. */
export function tick(draft: Draft): 'done' {
  offersDue(draft)
  peopleDue(draft)
  chatsDue(draft)
  for (const [address, until] of draft.keptOut) if (until <= draft.at) draft.keptOut.delete(address)
  for (const { room, endedAt } of draft.past.values()) {
    if (draft.at - endedAt < draft.site.roomDays * 86_400_000) continue
    draft.past.delete(room)
    draft.effects.push({ kind: 'destroy-room', room })
  }
  return 'done'
}

function offersDue(draft: Draft): void {
  for (const offer of [...draft.offers.values()]) {
    if (offer.until > draft.at) continue
    revoke(draft, offer, 'timeout')
    letPass(draft, offer)
  }
  for (const need of [...draft.needs.values()]) {
    if (need.to.kind === 'queue' || offerFor(draft, need.id)) continue
    // Somebody who was asked by name has gone, or became busy before the offer could be made.
    if (draft.at - need.madeAt >= 2 * draft.site.offerSeconds * 1000) refuse(draft, need)
  }
}

function peopleDue(draft: Draft): void {
  for (const agent of [...draft.agents.values()])
    if (agent.presence === 'unheard' && draft.at - agent.since >= settleMilliseconds)
      lose(draft, agent, 'dropped')
}

function chatsDue(draft: Draft): void {
  for (const chat of [...draft.chats.values()]) {
    const { customerAwaySince, bot } = chat
    if (
      customerAwaySince !== undefined &&
      draft.at - customerAwaySince >= draft.site.customerGraceSeconds * 1000
    )
      endChat(draft, chat, 'customer-left')
    else if (
      chat.stage === 'bot' &&
      bot?.owesSince !== undefined &&
      draft.at - bot.owesSince >= draft.site.botSilenceSeconds * 1000
    )
      takeFromBot(draft, chat)
  }
}

/**
 * The link is up, after a start or a break. Nobody is known to be there: desks, bots and customers are asked, and the rooms
 * are entered anew. What was offered is taken back and offered again to whoever answers.
 */
export function linkUp(draft: Draft): 'done' {
  for (const offer of [...draft.offers.values()]) revoke(draft, offer, 'withdrawn')
  draft.bots.clear()
  for (const agent of [...draft.agents.values()]) {
    if (isThere(draft, agent.user) || agent.presence === 'unheard')
      draft.agents.set(agent.user, { ...agent, presence: 'unheard', since: draft.at })
    if (agent.address !== undefined)
      draft.effects.push({ kind: 'greet', to: agent.address, queue: undefined })
  }
  for (const { user } of draft.site.agents)
    draft.effects.push({ kind: 'greet', to: `${user}@${draft.site.domain}`, queue: undefined })
  for (const bot of new Set(draft.site.queues.flatMap((queue) => queue.bot?.address ?? [])))
    draft.effects.push({ kind: 'greet', to: bot, queue: undefined })
  for (const chat of [...draft.chats.values()]) {
    const asked = {
      ...chat,
      customerAwaySince: chat.customerAwaySince ?? draft.at,
      // Otherwise a bot that does not come back would keep its chats for ever.
      bot: chat.bot && { ...chat.bot, owesSince: chat.bot.owesSince ?? draft.at },
    }
    draft.chats.set(chat.room, asked)
    draft.effects.push({ kind: 'open-room', chat: asked })
    draft.effects.push({ kind: 'greet', to: chat.customer, queue: chat.queue })
  }
  return 'done'
}
