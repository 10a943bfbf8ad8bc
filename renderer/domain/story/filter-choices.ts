import type { Contact } from '../contact.ts'
import { peopleIn } from './line-matches.ts'
import type { StoryCase, StoryItem } from './story-item.ts'

/** Choices of each kind that are offered at most: nobody reads a longer list. */
const most = 100

/** What a story can be filtered by, as far as it was read. */
export interface FilterChoices {
  readonly cases: readonly StoryCase[]
  readonly people: readonly string[]
}

/** With those that these lines have; what was there before keeps its place. */
export function withChoices(
  before: FilterChoices,
  lines: readonly StoryItem[],
  contact: Contact,
): FilterChoices {
  const cases = new Map(before.cases.map((one) => [one.id, one]))
  for (const line of lines) if (line.case) cases.set(line.case.id, line.case)
  const people = new Set([...before.people, ...lines.flatMap((line) => peopleIn(line, contact))])
  return { cases: [...cases.values()].slice(0, most), people: [...people].slice(0, most) }
}
