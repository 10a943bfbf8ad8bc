import type { Call } from '../../../domain/call.ts'
import type { Say } from '../../../words/say.ts'
import type { Who } from '../who.ts'

/** In whose words, and who they are. */
interface NewsWords {
  readonly say: Say
  readonly who: Who
  readonly name: string
}

/** What the eyes see change about a call, in one sentence; `undefined` for what they see elsewhere, or not at all. */
export function callNews(words: NewsWords, before: Call | undefined, now: Call): string | undefined {
  if (now.state === 'offered') return undefined
  if (before === undefined || before.state !== now.state) return stateNews(words, now)
  return detailNews(words, before, now)
}

function detailNews(words: NewsWords, before: Call, now: Call): string | undefined {
  const { say, who } = words
  if (before.muted !== now.muted) return say(now.muted ? 'call.muted' : 'call.unmuted')
  if (before.transferringTo !== now.transferringTo)
    return now.transferringTo && say('call.transferring', { name: who.dialled(now.transferringTo) })
  if (!before.earlySound && now.earlySound) return say('call.early-sound')
  if (before.soundLostAt !== now.soundLostAt)
    return now.soundLostAt === undefined ? stateNews(words, now) : say('call.sound-lost.announce')
  if (before.heldByCustomer !== now.heldByCustomer)
    return now.heldByCustomer ? say('call.held-by-customer') : stateNews(words, now)
  return undefined
}

function stateNews(words: NewsWords, call: Call): string | undefined {
  const { say, name } = words
  const { state, earlySound } = call
  // Connected follows at once.
  if (state === 'answering') return undefined
  if (state === 'ended') return endNews(words, call)
  const news = say('call.announce', { name, state: say(`call.state.${state}`).toLocaleLowerCase() })
  return state === 'ringing' && earlySound ? `${news}. ${say('call.early-sound')}` : news
}

function endNews({ say, name }: NewsWords, { endCause, consultFor }: Call): string | undefined {
  // Of the two who talk to each other now, the customer is the news.
  if (endCause === undefined || (endCause === 'transferred' && consultFor !== undefined)) return undefined
  return say('call.announce', { name, state: say(`end.${endCause}`) })
}
