import type { Message } from '../../domain/message.ts'
import { shareOf } from '../../domain/story/said-in.ts'
import type { Said } from '../../domain/story/said.ts'
import type { ChatState } from '../../state/chat-store.ts'
import type { MoodState } from '../../state/mood-store.ts'
import type { InHand } from '../../state/work-store.ts'

/** Something of the customer's; without a text where nothing but that it was there is left, and for files. */
export interface SaidInHand {
  readonly said: string
  readonly at: number
  readonly text: string | undefined
}

/** What was said in an open interaction, as far as the desk has it at hand: the same list as long as nothing is added. */
export const listInHand = (
  { interaction: { id, conversation } }: InHand,
  chats: Pick<ChatState, 'chats'>,
  moods: Pick<MoodState, 'spoken'>,
): readonly Message[] | readonly Said[] | undefined =>
  conversation === undefined ? moods.spoken.get(id) : chats.chats.get(conversation)?.messages

/** The customer's own words alone: nothing of a bot, a colleague, the centre or this agent. */
export const customersOf = (list: readonly Message[] | readonly Said[]): readonly SaidInHand[] =>
  list.flatMap((one: Message | Said) => {
    const { role } = 'from' in one ? one.from : one.by
    const { id: said, at, body } = one
    return role === 'customer' ? [{ said, at, text: body.kind === 'text' ? body.text : undefined }] : []
  })

/** Of a chat that came back, what was said before belongs to an earlier interaction. */
export function ofItsTime<One extends { readonly at: number }>(
  { interaction, past }: Pick<InHand, 'interaction' | 'past'>,
  all: readonly One[],
): readonly One[] {
  if (interaction.conversation === undefined) return all
  const { from, to } = shareOf(interaction, past)
  return all.filter(({ at }) => at > from && at <= to)
}
