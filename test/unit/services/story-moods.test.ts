import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { InteractionId } from '../../../renderer/domain/ids.ts'
import type { Step } from '../../../renderer/domain/knowledge/guide.ts'
import type { FlaggedMood } from '../../../renderer/domain/moods/flagged-mood.ts'
import type { InteractionMood } from '../../../renderer/domain/moods/interaction-mood.ts'
import { createMoodReader } from '../../../renderer/domain/sentiment/read-mood.ts'
import { noFilter } from '../../../renderer/domain/story/story-filter.ts'
import type { CustomerWords, StoryMoods } from '../../../renderer/services/moods/story-moods.ts'
import { shiftStart } from '../../make.ts'
import { fieldsOf, must, storedEvent, storedRecord } from '../adapters/stored-cases.ts'
import { runId, storedRun } from '../adapters/stored-guides.ts'
import { storedMood, storedUtterance } from '../adapters/stored-stories.ts'
import { endIt, makeGuide, sayIt } from '../domain/knowledge/make-guide.ts'
import { soon } from './story.ts'
import { amelie, call, calls, hour, keysOf, noMoods, openStories } from './story-under-test.ts'
import type { StoriesUnderTest } from './story-under-test.ts'

const reader = createMoodReader()

/** Moods that are read and not kept. */
function readMoods() {
  const asked: string[] = []
  const listeners = new Set<(interaction: InteractionId) => void>()
  let corrected: FlaggedMood['corrected']
  const ofWords = (interaction: InteractionId, words: readonly CustomerWords[]): InteractionMood => {
    const { mood, score } = reader.read(words.map(({ text }) => text).join(' '), 'en')
    return storedMood({ interaction, mood, score })
  }
  const moods: StoryMoods = {
    ...noMoods,
    isOn: () => true,
    flagged: (_of, text, hint) => ({ ...reader.read(text, hint ?? 'en'), corrected }),
    async ofInteractions(interactions, wordsOf) {
      const found = new Map<InteractionId, InteractionMood>()
      for (const one of interactions) {
        const words = await wordsOf(one)
        asked.push(...(words ?? []).map(({ text }) => text))
        if (words && words.length > 0) found.set(one.id, ofWords(one.id, words))
      }
      return found
    },
    onJudged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    ...{ moods, asked },
    judge(interaction: InteractionId): void {
      corrected = 'neutral'
      for (const listener of listeners) listener(interaction)
    },
  }
}

let disk = 34_000
let at: StoriesUnderTest
let read: ReturnType<typeof readMoods>

beforeEach(async () => {
  disk += 1
  read = readMoods()
  at = await openStories(disk, read.moods)
  await at.keep.contact(amelie)
  await at.keep.interactions(call(1), call(2), call(3))
  const said = (nth: number, text: string, side: 'customer' | 'me' = 'customer') =>
    storedUtterance({
      ...{ id: `u-${nth}-${side}`, text, side },
      interaction: asInteractionId(`call-${nth}`),
    })
  await must(
    at.stored.story.saveUtterances([
      said(1, 'This is terrible, I am so angry, never again.'),
      said(1, 'That is wonderful, excellent, thank you!', 'me'),
      said(2, 'Wonderful, thank you so much, excellent service!'),
    ]),
  )
  at.stories.look()
})
afterEach(async () => {
  at.close()
  await must(wipeStores('practice'))
})

const moodsShown = () =>
  at.lookedUp()?.items.map((line) => (line.kind === 'interaction' ? line.mood?.mood : 'not an interaction'))

describe('moods in a story', () => {
  it('are read of the customer’s words alone, shown, filtered by, and drawn as a trend', async () => {
    await at.desk.open(amelie.id)
    await soon(() => expect(moodsShown()).toEqual(['negative', 'positive', undefined]))
    expect(read.asked.some((text) => text.startsWith('That is wonderful'))).toBe(false)
    expect(at.lookedUp()?.head?.trend).toMatchObject({ direction: 'falling' })
    await at.desk.filter('lookedUp', { ...noFilter, mood: 'positive' })
    expect(keysOf(at.lookedUp())).toEqual(calls(2))
  })

  it('of a letter are flagged, and those of what was said follow a correction', async () => {
    const letter = storedEvent({
      id: '4',
      kind: 'message',
      at: shiftStart - 5 * hour,
      text: 'I am very angry!',
    })
    const fields = fieldsOf({ requestors: ['amelie@example.org'] })
    const record = storedRecord({ id: asCaseId('case-1'), createdAt: 1, updatedAt: shiftStart, fields })
    await at.keep.case({ record, events: [letter, { ...letter, id: '5', kind: 'reply' }] })
    await at.desk.open(amelie.id)
    const letters = at.lookedUp()?.items.flatMap((line) => (line.kind === 'event' ? [line.mood?.mood] : []))
    expect(letters).toEqual([undefined, 'negative'])
    await at.desk.unfold('lookedUp', asInteractionId('call-1'))
    const flags = () =>
      at
        .lookedUp()
        ?.said.get(asInteractionId('call-1'))
        ?.map(({ mood }) => [mood?.mood, mood?.corrected])
    expect(flags()).toContainEqual(['negative', undefined])
    read.judge(asInteractionId('call-1'))
    expect(flags()).toContainEqual(['negative', 'neutral'])
    expect(flags()).toContainEqual([undefined, undefined])
  })
})

describe('the check of who it is', () => {
  it('is told from the guides that are kept on the disk', async () => {
    const asked: Step = { ...sayIt('ask', 'end'), identity: 'asked' }
    const guide = makeGuide('check', [asked, { ...endIt('end'), identity: 'passed' }])
    const visit = (step: string, enteredAt: number) =>
      ({ guide: 'check', step, enteredAt, leftAt: enteredAt, how: 'next' }) as const
    await must(
      at.stored.guides.saveRun(
        storedRun({
          ...{ id: runId(9), interaction: asInteractionId('call-2'), guides: [guide], answers: [] },
          ...{ at: { guide: 'check', step: 'end' }, callers: [], visits: [visit('ask', 7), visit('end', 8)] },
        }),
      ),
    )
    await at.desk.open(amelie.id)
    expect(at.lookedUp()?.head?.identity).toEqual({
      at: 8,
      outcome: 'passed',
      checked: [],
      guide: 'check (fr)',
    })
  })
})
