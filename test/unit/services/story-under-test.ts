import 'fake-indexeddb/auto'

import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import type { Contact } from '../../../renderer/domain/contact.ts'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { StoryMoods } from '../../../renderer/services/moods/story-moods.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { createStories } from '../../../renderer/services/story/create-stories.ts'
import { createCallStore } from '../../../renderer/state/call-store.ts'
import { createCaseStore } from '../../../renderer/state/case-store.ts'
import { createChatStore } from '../../../renderer/state/chat-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { createStoryStore } from '../../../renderer/state/story-store.ts'
import { createWorkStore } from '../../../renderer/state/work-store.ts'
import { storyText } from '../../../renderer/words/story-text.ts'
import { wrapUpWords } from '../../../renderer/words/wrap-up-words.ts'
import type { ShownStory } from '../../../renderer/state/story-store.ts'
import { makeContact, makeInteraction, makeKey, shiftStart } from '../../make.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'
import { must } from '../adapters/stored-cases.ts'

/** Where moods are switched off. */
export const noMoods: StoryMoods = {
  isOn: () => false,
  flagged: () => undefined,
  ofInteractions: () => Promise.resolve(new Map()),
  worked: () => undefined,
  onJudged: () => () => undefined,
  heard: () => undefined,
}

export interface Kept {
  readonly record: CaseRecord
  readonly events?: readonly CaseEvent[]
  readonly entries?: readonly OutboxEntry[]
}

/** The stories of a desk on a disk of its own, with the real stores. */
export async function openStories(disk: number, moods: StoryMoods = noMoods) {
  const stored = createDexieStores({ user: () => 'ada' })
  await must(stored.records.open('practice', makeKey(disk)))
  const stores = {
    ...{ work: createWorkStore(), calls: createCallStore() },
    ...{ cases: createCaseStore(), chats: createChatStore() },
  }
  const problemStore = createProblemStore()
  const timing = createTimingStandIn(shiftStart)
  const state = createStoryStore()
  const stories = createStories({
    ...stored,
    ...{ moods, stores, state, timing, wrapUp: wrapUpWords },
    words: storyText(() => 'en'),
    problems: createProblems(problemStore, { report: () => undefined }),
  })
  return {
    ...{ stories, desk: stories.desk, stored, stores, state, timing },
    codes: () => problemStore.getState().problems.map(({ code }) => code),
    inHand: () => state.getState().inHand,
    lookedUp: () => state.getState().lookedUp,
    keep: {
      contact: (contact: Contact) => must(stored.records.saveContact(contact)),
      async interactions(...interactions: readonly Interaction[]): Promise<void> {
        for (const one of interactions) await must(stored.records.saveInteraction(one))
      },
      case: ({ record, events = [], entries = [] }: Kept) =>
        must(stored.cases.commit({ cases: [record], events: { case: record.id, events }, entries })),
    },
    close(): void {
      stories.end()
      stored.records.close()
    },
  }
}

export type StoriesUnderTest = Awaited<ReturnType<typeof openStories>>

/** Milliseconds. */
export const hour = 3600_000

export const amelie = makeContact({ addresses: ['amelie@example.org'], needs: ['large-print'] })

/** Hers, of so many hours before the shift. */
export const call = (nth: number, more: Partial<Interaction> = {}): Interaction => {
  const offeredAt = shiftStart - nth * hour
  return makeInteraction({
    ...{ id: asInteractionId(`call-${nth}`), offeredAt, rangAt: offeredAt, answeredAt: offeredAt + 4000 },
    ...{ endedAt: offeredAt + 60_000, finishedAt: offeredAt + 70_000, note: `Call number ${nth}` },
    ...more,
  })
}

/** The keys of their lines. */
export const calls = (...nth: readonly number[]): readonly string[] =>
  nth.map((one) => `interaction/call-${one}`)

export const keysOf = (story: ShownStory | undefined): readonly string[] =>
  (story?.items ?? []).map(({ key }) => key)
