import { comparableText } from '../domain/case-event.ts'
import type { Interaction } from '../domain/interaction.ts'
import { languages } from '../domain/language.ts'
import { caseNoteWords } from './case-note.ts'
import { dispositionNote } from './written-notes.ts'

const headings = [
  caseNoteWords['case-note.call'],
  caseNoteWords['case-note.call.unanswered'],
  caseNoteWords['case-note.chat'],
  caseNoteWords['case-note.chat.unended'],
]

/** The words of a heading with anything in the places that are filled in. */
const shapeOf = (heading: string): RegExp => {
  const parts = heading.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.{1,60}')}$`)
}

const shapes = headings.flatMap((heading) => languages.map((language) => shapeOf(heading[language])))

/** UTF-16 units: no heading is longer. */
const longestHeading = 300

/** Notes that the desk has written about interactions into their cases, in whichever of its languages. */
export const wrapUpWords = {
  mayBe(text: string): boolean {
    const [first = ''] = text.slice(0, longestHeading).trimStart().split(/\r?\n/, 1)
    return shapes.some((shape) => shape.test(first.trimEnd()))
  },
  isOf(text: string, interaction: Interaction): boolean {
    const note = comparableText(text)
    return languages.some((language) => {
      const own = comparableText(dispositionNote(language, interaction))
      // Of a chat all that was said follows.
      return note === own || (interaction.channel === 'chat' && note.startsWith(`${own}\n\n`))
    })
  },
}
