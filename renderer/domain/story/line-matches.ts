import { attachmentsOf } from '../case-edit.ts'
import { contactIdsOf } from '../contact.ts'
import type { Contact } from '../contact.ts'
import type { ContactId } from '../ids.ts'
import { moodOf } from '../moods/flagged-mood.ts'
import type { Mood } from '../sentiment/mood.ts'
import type { InteractionLine } from './interaction-line.ts'
import type { Said } from './said.ts'
import type { StoryFilter } from './story-filter.ts'
import { channelsOf } from './story-item.ts'
import type { StoryItem } from './story-item.ts'
import { beginsAll, wordsOf } from './words-of.ts'

/** Whether the line is left by everything of the filter but its words, which may be in what was said. */
export function passes(line: StoryItem, filter: StoryFilter, contact: Contact): boolean {
  const { channel, case: wanted, mood, person } = filter
  return (
    (channel === undefined || channelsOf(line).includes(channel)) &&
    (wanted === undefined || caseOf(line) === wanted) &&
    (mood === undefined || moodOfLine(line) === mood) &&
    (person === undefined || peopleIn(line, contact).includes(person))
  )
}

/** Whether the words that are looked for begin words of the line, or of what was said in it. */
export function hasWords(line: StoryItem, text: string, said: readonly Said[] = []): boolean {
  const wanted = wordsOf(text)
  if (wanted.length === 0) return true
  return beginsAll([...textsOf(line), ...said.map(textOfSaid)].flatMap(wordsOf), wanted)
}

const caseOf = (line: StoryItem) => (line.kind === 'interaction' ? line.interaction.case : line.case.id)

export function moodOfLine(line: StoryItem): Mood | undefined {
  if (line.kind === 'interaction') return line.mood?.mood
  return line.kind === 'event' && line.mood ? moodOf(line.mood) : undefined
}

/** Who took part, as far as the line knows: the customer as they were known then, and colleagues. */
export function peopleIn(line: StoryItem, contact: Contact): readonly string[] {
  if (line.kind === 'event') return [line.event.by]
  if (line.kind === 'entry') return []
  const { interaction, conversation } = line
  const names = [nameOf(contact, interaction.contact), conversation?.customer.name, conversation?.from?.name]
  return [...new Set(names.flatMap((name) => name ?? []))]
}

const nameOf = (contact: Contact, id: ContactId | undefined): string | undefined =>
  contact.id === id
    ? contact.name
    : contact.merged?.find((one) => contactIdsOf(one.contact).some((other) => other === id))?.contact.name

export function textOfSaid({ body }: Said): string {
  if (body.kind === 'text' || body.kind === 'notice') return body.text
  return body.kind === 'file' ? body.file.name : ''
}

/** Everything that can be read in a line. */
function textsOf(line: StoryItem): readonly string[] {
  if (line.kind === 'interaction') return textsOfInteraction(line)
  const about = [line.case.number ?? '', line.case.subject ?? '']
  if (line.kind === 'event') {
    const { text, by, attachments, change } = line.event
    return [...about, text, by, ...attachments.map(({ name }) => name), ...(change?.after ?? [])]
  }
  const { edit } = line.entry
  const written = 'text' in edit ? [edit.text] : edit.kind === 'change' ? edit.step.after : [edit.link.target]
  return [...about, ...written, ...attachmentsOf(edit).map(({ name }) => name)]
}

function textsOfInteraction(line: InteractionLine): readonly string[] {
  const { interaction, conversation, guides, case: tied } = line
  const titles = guides.flatMap((run) => run.guides.slice(0, 1).flatMap(({ title }) => Object.values(title)))
  const asked = [conversation?.customer.question, conversation?.handOver?.reason]
  const about = [interaction.number, interaction.queue, tied?.subject, ...asked]
  return [interaction.note, ...titles, ...about.flatMap((text) => text ?? [])]
}
