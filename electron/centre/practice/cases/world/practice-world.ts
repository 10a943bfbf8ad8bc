import type { PracticeAgent } from '../../../../../renderer/domain/practice.ts'
import type { Book } from '../book.ts'
import { englishStories } from './english-stories.ts'
import { frenchStories } from './french-stories.ts'
import { olderFrenchStories } from './older-french-stories.ts'
import { colleagues, residents } from './residents.ts'
import { ToldCase } from './told-case.ts'
import type { WorldFields } from './told-case.ts'

/** The queue that no agent may see. */
export const hiddenQueue = 'Investigations'
/** The field that carries the desk's own id of a case. */
export const clientIdField = 'ClientUUID'

/** Fills an empty book with the practice world: its people, queues, fields, and the cases of the last months. */
export function fillWithPracticeWorld(book: Book, agents: readonly PracticeAgent[]): void {
  addPeople(book, agents)
  addQueues(book, agents)
  const fields = addFields(book)
  const now = book.now()
  const stories = [...englishStories, ...frenchStories, ...olderFrenchStories]
  const happenings = stories.flatMap(
    (story, index) => new ToldCase({ book, agents, fields, now, story, index }).all,
  )
  // The numbers of what happens grow with the time, over all cases.
  for (const { at, happen } of happenings.sort((a, b) => a.at - b.at)) book.at(at, happen)
  // What left months ago is no news.
  book.ledger.mails.length = 0
}

function addPeople(book: Book, agents: readonly PracticeAgent[]): void {
  for (const { user } of agents) {
    const address = `${user.toLowerCase()}@practice.invalid`
    book.addPerson({ name: user, address, realName: user, mobile: null, privileged: true })
  }
  for (const colleague of colleagues) book.addPerson(colleague)
  for (const { name, address, number } of residents)
    book.addPerson({ name: address, address, realName: name, mobile: number, privileged: false })
}

function addQueues(book: Book, agents: readonly PracticeAgent[]): void {
  const names = colleagues.map(({ name }) => name)
  const staff = (queue: string) =>
    agents.filter(({ queues }) => queues.includes(queue)).map(({ user }) => user)
  for (const [name, description] of [
    ['Passports', 'Passports · Passeports'],
    ['Prestations', 'Benefits · Prestations'],
  ] as const)
    book.addQueue({ name, description, staff: [...names, ...staff(name)] })
  book.addQueue({ name: hiddenQueue, description: 'Investigations · Enquêtes', staff: names })
}

function addFields(book: Book): WorldFields {
  const queues = book.ledger.queues.map(({ id }) => id)
  const plain = { several: false, unique: false, values: [], queues }
  book.addField({ ...plain, name: clientIdField, type: 'Freeform', unique: true })
  return {
    channel: book.addField({
      ...plain,
      name: 'Channel',
      type: 'Select',
      values: ['call', 'chat', 'form', 'email'],
    }),
    language: book.addField({ ...plain, name: 'Language', type: 'Select', values: ['English', 'Français'] }),
    documents: book.addField({
      ...{ ...plain, name: 'Documents', type: 'Select', several: true },
      values: ['Photo', 'Birth certificate', 'Proof of address'],
    }),
    travel: book.addField({ ...plain, name: 'Travel date', type: 'Date' }),
  }
}
