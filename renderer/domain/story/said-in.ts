import type { Interaction } from '../interaction.ts'
import type { Message } from '../message.ts'

/** Epoch milliseconds: after `from`, up to and with `to`. */
interface Share {
  readonly from: number
  readonly to: number
}

/**
 * The part of a conversation that belongs to one of the interactions that were about it, as after a transfer that came
 * back: what was said after the one before had ended, and until this one did. Whatever comes after the last is the last's.
 */
export function shareOf(interaction: Interaction, others: readonly Interaction[]): Share {
  const all = others
    .filter(({ id, conversation }) => id !== interaction.id && conversation === interaction.conversation)
    .concat(interaction)
    .sort((a, b) => takenAt(a) - takenAt(b))
  const nth = all.indexOf(interaction)
  return {
    from: all[nth - 1]?.endedAt ?? -Infinity,
    to: nth === all.length - 1 ? Infinity : (interaction.endedAt ?? Infinity),
  }
}

const takenAt = ({ answeredAt, offeredAt }: Interaction): number => answeredAt ?? offeredAt

export const saidWithin = (messages: readonly Message[], { from, to }: Share): readonly Message[] =>
  messages.filter(({ at }) => at > from && at <= to)
