import { contactIdsOf } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CaseSpan } from '../../domain/story/case-lines.ts'
import { interactionLine } from '../../domain/story/interaction-line.ts'
import type { InteractionLine } from '../../domain/story/interaction-line.ts'
import type { StoryItem } from '../../domain/story/story-item.ts'
import { firstOf, isPast } from '../../domain/story/story-walk.ts'
import type { Stretch } from '../../domain/story/story-walk.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import { createStoryCases } from './story-cases.ts'
import type { StoryCaseStore, StoryCases } from './story-cases.ts'
import { createWrapUpNotes } from './wrap-up-notes.ts'
import type { WrapUpWords } from './wrap-up-notes.ts'

export interface WalkNeeds {
  readonly story: Pick<StoryStore, 'interactionsBeside'>
  readonly cases: StoryCaseStore
  readonly wrapUp: WrapUpWords
}

type Outcome<T> = Promise<Result<T, Problem>>

export interface Walked {
  /** In the order in which they are come to; bare, without what belongs to them. */
  readonly lines: readonly StoryItem[]
  /** Where the next stretch goes on; `undefined` at the end of the story. */
  readonly next: Pick<StoryItem, 'at' | 'key'> | undefined
  /** Interactions that are damaged. */
  readonly unreadable: number
}

/** A story, read in stretches from any place in either direction: nothing of it is stored but what it is made of. */
export interface StoryWalk {
  /** Some lines, at most `limit`; none of them, and a `next`, where those were notes of wrap-ups alone. */
  beside(stretch: Stretch): Outcome<Walked>
  /** Something has changed. */
  forget(): void
}

export function createStoryWalk({ story, cases: store, wrapUp }: WalkNeeds, contact: Contact): StoryWalk {
  const contacts = contactIdsOf(contact)
  const cases = createStoryCases(store, contact.addresses)
  const interactions = (stretch: Stretch) => interactionsOf(story, contacts, stretch)
  const notes = createWrapUpNotes(wrapUp, story, contacts)

  return {
    async beside(stretch) {
      const own = await interactions(stretch)
      if (!own.ok) return own
      const merged = await withCases(cases, stretch, own.value.lines)
      if (!merged.ok) return merged
      const lines = await notes.without(merged.value)
      if (!lines.ok) return lines
      const next = merged.value.length < stretch.limit ? undefined : merged.value.at(-1)
      return ok({
        lines: lines.value,
        next: next && { at: next.at, key: next.key },
        unreadable: own.value.unreadable,
      })
    },
    forget: () => cases.forget(),
  }
}

/** The interactions of a stretch. Several may have begun in the very millisecond at which it begins. */
async function interactionsOf(
  story: WalkNeeds['story'],
  contacts: ReturnType<typeof contactIdsOf>,
  stretch: Stretch,
): Outcome<{ readonly lines: readonly InteractionLine[]; readonly unreadable: number }> {
  const { towards, of, limit } = stretch
  // The store leaves the moment itself out: one millisecond further, so that it is in.
  const moment = towards === 'older' ? of.at + 1 : of.at - 1
  for (let ask = limit; ; ask *= 2) {
    const read = await story.interactionsBeside({ contacts, towards, of: moment, limit: ask })
    if (!read.ok) return read
    const { interactions, unreadable } = read.value
    const lines = firstOf(stretch, interactions.map(interactionLine))
    // Damaged ones are made up for: a short list is the end.
    if (interactions.length < ask || lines.length === limit) return ok({ lines, unreadable })
  }
}

/** The lines with those of the cases among them. A case's history is read when the reading comes to its time. */
async function withCases(
  cases: StoryCases,
  stretch: Stretch,
  lines: readonly StoryItem[],
): Outcome<readonly StoryItem[]> {
  let found = lines
  const take = async (span: CaseSpan): Outcome<undefined> => {
    const own = await cases.lines(span)
    if (own.ok) found = firstOf<StoryItem>(stretch, found, own.value)
    return own.ok ? ok(undefined) : own
  }
  const { towards, of } = stretch
  if (towards === 'newer') {
    const late = await casesAfter(cases, of.at)
    if (!late.ok) return late
    for (const span of [...late.value].sort((a, b) => a.from - b.from)) {
      if (isPast(stretch, found, span)) break
      const taken = await take(span)
      if (!taken.ok) return taken
    }
    return ok(found)
  }
  for (let nth = 0; ; nth += 1) {
    const newest = await cases.newest(nth + 1)
    if (!newest.ok) return newest
    const span = newest.value.spans[nth]
    if (!span || isPast(stretch, found, span)) return ok(found)
    if (span.from > of.at) continue
    const taken = await take(span)
    if (!taken.ok) return taken
  }
}

/** Those to which something has happened at or after the moment. */
async function casesAfter(cases: StoryCases, moment: number): Outcome<readonly CaseSpan[]> {
  for (let count = 1; ; count *= 2) {
    const newest = await cases.newest(count)
    if (!newest.ok) return newest
    const { spans, all } = newest.value
    if (all || (spans.at(-1)?.to ?? -1) < moment) return ok(spans.filter(({ to }) => to >= moment))
  }
}
