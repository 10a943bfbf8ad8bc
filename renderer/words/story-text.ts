import { attachmentsOf } from '../domain/case-edit.ts'
import type { Contact } from '../domain/contact.ts'
import type { Language } from '../domain/language.ts'
import { withoutPromiseLine } from '../domain/promise.ts'
import { moodOfLine, textOfSaid } from '../domain/story/line-matches.ts'
import type { Said } from '../domain/story/said.ts'
import type { StoryHead } from '../domain/story/story-head.ts'
import type { StoryCase, StoryItem } from '../domain/story/story-item.ts'
import { sayIn } from './say.ts'
import { dayAndHour, shortTime } from './times.ts'
import { dispositionNote } from './written-notes.ts'

type Shown<Kind extends StoryItem['kind']> = Extract<StoryItem, { readonly kind: Kind }>

/** How a story is written down as plain text, in the language that is the agent's when it is. */
export const storyText = (language: () => Language) => ({
  head: (contact: Contact, head: StoryHead): string => headText(language(), contact, head),
  line: (line: StoryItem, said: readonly Said[]): string => lineText(language(), line, said),
})

const joined = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n')

function headText(language: Language, contact: Contact, head: StoryHead): string {
  const say = sayIn(language)
  const { name, numbers, addresses, hold } = contact
  const when = (at: number): string => dayAndHour(language, at)
  const { identity } = head
  return joined([
    say('story-export.title', { name }),
    numbers.length > 0 && say('story-export.numbers', { numbers: numbers.join(', ') }),
    addresses.length > 0 && say('story-export.addresses', { addresses: addresses.join(', ') }),
    head.language && say('contact.language', { language: say(`language.name.${head.language}`) }),
    hold && say('story-export.hold', { when: when(hold.since), reason: hold.reason }),
    ...head.openCases.map((one) => say('story-export.case.open', { case: caseName(language, one) })),
    ...head.promises.map(({ dueAt, what }) => say('story-export.promise', { when: when(dueAt), what })),
    say('story-export.contacts', { count: head.contactsIn30Days }),
    identity &&
      say(`story-export.identity.${identity.outcome}`, {
        ...{ when: when(identity.at), checked: identity.checked.join(', ') || identity.guide },
      }),
  ])
}

function caseName(language: Language, { number, subject }: StoryCase): string {
  const say = sayIn(language)
  const name = number === undefined ? say('case.number.none') : say('case.number', { number })
  return subject === undefined ? name : `${name} · ${subject}`
}

function lineText(language: Language, line: StoryItem, said: readonly Said[]): string {
  if (line.kind === 'interaction') return interactionText(language, line, said)
  return line.kind === 'event' ? eventText(language, line) : entryText(language, line)
}

function interactionText(language: Language, line: Shown<'interaction'>, said: readonly Said[]): string {
  const say = sayIn(language)
  return joined([
    dispositionNote(language, line.interaction),
    line.case && caseName(language, line.case),
    ...line.guides.map(({ guides }) =>
      say('story-export.guide', { title: guides[0]?.title[language] ?? '' }),
    ),
    moodText(language, line),
    ...said.map((one) => saidText(language, one)),
  ])
}

function moodText(language: Language, line: StoryItem): string | undefined {
  const mood = moodOfLine(line)
  const say = sayIn(language)
  return mood && say('story-export.mood', { mood: say(`mood.${mood}`) })
}

/** `14:03 Mme Tremblay: Bonjour` */
function saidText(language: Language, one: Said): string {
  const say = sayIn(language)
  const name = one.by.name ?? say(`story-export.role.${one.by.role}`)
  const { body } = one
  const words =
    body.kind === 'left-out'
      ? say(body.why === 'private' ? 'case-note.withheld' : 'case-note.left-out')
      : body.kind === 'file'
        ? say('case-note.file', { name: textOfSaid(one) })
        : textOfSaid(one)
  return `${shortTime(language, one.at, { now: one.at })} ${name}: ${words}`
}

function eventText(language: Language, line: Shown<'event'>): string {
  const say = sayIn(language)
  const { kind, at, by, text, attachments, change } = line.event
  return joined([
    `${dayAndHour(language, at)} · ${say(`case.event.${kind}`)} ${say('case.event.by', { name: by })}`,
    caseName(language, line.case),
    change && `${change.before.join(', ') || '–'} → ${change.after.join(', ') || '–'}`,
    withoutPromiseLine(text),
    ...attachments.map(({ name }) => say('story-export.file', { name })),
    moodText(language, line),
  ])
}

/** What an entry becomes in the case's history. */
const kinds = { create: 'created', change: 'changed', note: 'note', reply: 'reply', link: 'linked' } as const

function entryText(language: Language, line: Shown<'entry'>): string {
  const say = sayIn(language)
  const { edit, writtenAt } = line.entry
  const what = say(`case.event.${kinds[edit.kind]}`)
  return joined([
    `${dayAndHour(language, writtenAt)} · ${what} (${say('story-export.unsent')})`,
    caseName(language, line.case),
    edit.kind === 'change' && `${edit.step.before.join(', ') || '–'} → ${edit.step.after.join(', ') || '–'}`,
    edit.kind === 'link' && edit.link.target,
    'text' in edit && withoutPromiseLine(edit.text),
    ...attachmentsOf(edit).map(({ name }) => say('story-export.file', { name })),
  ])
}
