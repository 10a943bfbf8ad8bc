import type { Interaction } from '../domain/interaction.ts'
import type { ArticleReport } from '../domain/knowledge/article-report.ts'
import type { Language } from '../domain/language.ts'
import type { Message, MessageBody } from '../domain/message.ts'
import { unreachable } from '../domain/unreachable.ts'
import { sayIn } from './say.ts'
import { clockTime, dayAndHour, shortTime } from './times.ts'

/** What came of a call or a chat, with what the agent noted during it; of a chat with all that was said. */
export function dispositionNote(
  language: Language,
  interaction: Interaction,
  messages: readonly Message[] = [],
): string {
  const say = sayIn(language)
  const { disposition, note } = interaction
  const outcome = disposition && say('case-note.outcome', { outcome: say(`disposition.${disposition}`) })
  const parts = [heading(language, interaction), outcome, note.trim() === '' ? undefined : `\n${note.trim()}`]
  if (messages.length > 0)
    parts.push(`\n${say('case-note.transcript')}`, ...messages.map((one) => line(language, one)))
  return parts.filter(Boolean).join('\n')
}

function heading(language: Language, interaction: Interaction): string {
  const say = sayIn(language)
  const { channel, direction, offeredAt, answeredAt, endedAt } = interaction
  const when = dayAndHour(language, offeredAt)
  const length =
    answeredAt === undefined || endedAt === undefined ? undefined : clockTime(endedAt - answeredAt)
  if (channel === 'chat')
    return length === undefined
      ? say('case-note.chat.unended', { when })
      : say('case-note.chat', { when, length })
  const spoken = { direction: say(`case-note.direction.${direction}`), when }
  return length === undefined
    ? say('case-note.call.unanswered', spoken)
    : say('case-note.call', { ...spoken, length })
}

/** `14:03 Mme Tremblay: Bonjour` */
const line = (language: Language, { at, from, body }: Message): string =>
  `${shortTime(language, at, { now: at })} ${from.name}: ${words(language, body)}`

function words(language: Language, body: MessageBody): string {
  const say = sayIn(language)
  switch (body.kind) {
    case 'text':
    case 'notice':
      return body.text
    case 'file':
      return say('case-note.file', { name: body.file.name })
    case 'left-out':
      return say(body.why === 'private' ? 'case-note.withheld' : 'case-note.left-out')
    default:
      return unreachable(body)
  }
}

/** A reply that a restored backup has lost, as a note. */
export const restoredReplyNote = (language: Language, text: string, sentAt: number): string =>
  `${sayIn(language)('case-note.restored', { when: dayAndHour(language, sentAt) })}\n\n${text}`

/** What the owner of an article reads, as a case. */
export function articleReport(
  language: Language,
  { article, pack, why, words }: ArticleReport,
): { readonly subject: string; readonly text: string } {
  const say = sayIn(language)
  const { id, title, revised } = article
  const place = say('article-report.place', {
    ...{ article: id, language: article.language, revised },
    ...{ pack: pack.title[language], version: String(pack.version) },
  })
  return {
    subject: say(`article-report.subject.${why}`, { title }),
    text: [words.trim(), place].filter((part) => part !== '').join('\n\n'),
  }
}
