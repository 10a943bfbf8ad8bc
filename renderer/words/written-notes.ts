import type { Interaction } from '../domain/interaction.ts'
import type { Language } from '../domain/language.ts'
import { sayIn } from './say.ts'
import { clockTime, dayAndHour } from './times.ts'

/** What came of a call, with what the agent noted during it. */
export function dispositionNote(language: Language, interaction: Interaction): string {
  const say = sayIn(language)
  const { direction, offeredAt, answeredAt, endedAt, disposition, note } = interaction
  const heading = {
    direction: say(`case-note.direction.${direction}`),
    when: dayAndHour(language, offeredAt),
  }
  const call =
    answeredAt === undefined || endedAt === undefined
      ? say('case-note.call.unanswered', heading)
      : say('case-note.call', { ...heading, length: clockTime(endedAt - answeredAt) })
  const outcome = disposition && say('case-note.outcome', { outcome: say(`disposition.${disposition}`) })
  return [call, outcome, note.trim() === '' ? undefined : `\n${note.trim()}`].filter(Boolean).join('\n')
}

/** A reply that a restored backup has lost, as a note. */
export const restoredReplyNote = (language: Language, text: string, sentAt: number): string =>
  `${sayIn(language)('case-note.restored', { when: dayAndHour(language, sentAt) })}\n\n${text}`
