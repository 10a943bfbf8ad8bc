import { describe, expect, it, vi } from 'vitest'

import type { Mood } from '../../../renderer/domain/sentiment/mood.ts'
import { chat, createMoodDisk, openMoods } from './moods-under-test.ts'
import type { MoodsUnderTest } from './moods-under-test.ts'
import { makeInteraction } from '../../make.ts'

const irony = 'well that is just typical of your lot'
const flag = (at: MoodsUnderTest, said: string) => at.state().read.get(`${chat}/${said}`)
const counts = (at: MoodsUnderTest, said: string) => [flag(at, said)?.mood, flag(at, said)?.corrected]
const soon = (check: () => void) => vi.waitFor(check, { timeout: 2_000, interval: 5 })

/** A chat in which the customer has said this. */
async function after(...texts: readonly string[]) {
  const at = await openMoods()
  at.beginChat()
  for (const text of texts) at.write(text)
  return at
}

describe('a reading that the agent corrects', () => {
  it('is kept with its words and its evidence, and shown beside what was read', async () => {
    const at = await after(irony)
    const before = flag(at, 'm1')
    await at.desk.correct({ interaction: chat, said: 'm1' }, 'negative')
    expect(counts(at, 'm1')).toEqual(['positive', 'negative'])
    expect([...at.disk.judgements.values()]).toEqual([
      {
        ...{ id: `${chat}/m1`, interaction: chat, said: 'm1', text: irony, language: 'en' },
        ...{ read: 'positive', score: before?.score, evidence: before?.evidence },
        ...{ given: 'negative', how: 'flag', at: at.timing.now(), version: expect.any(String) as string },
      },
    ])
    expect(at.state().interactions.get(chat)?.score).toBe(-0.7)
    expect(at.log).toEqual([])
  })

  it('is as it was read again when it is taken back', async () => {
    const at = await after(irony)
    const as: readonly (Mood | undefined)[] = ['negative', 'neutral', undefined, 'negative', 'positive']
    const seen: unknown[] = []
    for (const given of as) {
      await at.desk.correct({ interaction: chat, said: 'm1' }, given)
      seen.push(counts(at, 'm1')[1])
    }
    expect(seen).toEqual(['negative', 'neutral', undefined, 'negative', undefined])
    expect(at.disk.judgements.size).toBe(0)
  })

  it('teaches this device: the same and the like is read so from then on, after a restart too', async () => {
    const at = await after(irony, irony, 'typical, just typical of your lot')
    expect(['m2', 'm3'].map((id) => flag(at, id)?.mood)).toEqual(['positive', 'neutral'])
    await at.desk.correct({ interaction: chat, said: 'm1' }, 'negative')
    expect(['m2', 'm3'].map((id) => flag(at, id)?.mood)).toEqual(['negative', 'negative'])
    const again = await openMoods({ disk: at.disk })
    expect(again.story.flagged(undefined, irony, 'en')).toMatchObject({
      mood: 'negative',
      corrected: undefined,
    })
  })

  it('stays as it was, with the problem shown, when the disk is full', async () => {
    const disk = createMoodDisk()
    const at = await openMoods({ disk })
    at.beginChat()
    at.write(irony)
    disk.fill()
    await at.desk.correct({ interaction: chat, said: 'm1' }, 'negative')
    expect([counts(at, 'm1'), at.log]).toEqual([['positive', undefined], ['not-saved']])
  })

  it('may be one that a story shows', async () => {
    const at = await openMoods()
    const mood = at.story.flagged({ interaction: chat, said: 'm7' }, irony, 'en')
    const judged: string[] = []
    at.story.onJudged((interaction) => judged.push(interaction))
    at.stores.story.setState({
      lookedUp: {
        said: new Map([
          [
            chat,
            [
              {
                ...{ id: 'm7', interaction: chat, at: 1, by: { role: 'customer', name: 'Ada' }, mood },
                body: { kind: 'text', text: irony },
              },
            ],
          ],
        ]),
      } as unknown as NonNullable<ReturnType<typeof at.stores.story.getState>['lookedUp']>,
    })
    await at.desk.correct({ interaction: chat, said: 'm7' }, 'negative')
    await at.desk.correct({ interaction: chat, said: 'unknown' }, 'negative')
    expect([[...at.disk.judgements.keys()], judged]).toEqual([[`${chat}/m7`], [chat]])
  })
})

describe('a story', () => {
  const interaction = makeInteraction({ id: chat })

  it('has the moods that are kept, and works out those that are not', async () => {
    const at = await openMoods()
    const asked: string[] = []
    const words = () => {
      asked.push('words')
      return Promise.resolve([{ said: 'm1', at: 1, text: irony }])
    }
    const first = await at.story.ofInteractions([interaction], words)
    expect(first.get(chat)).toMatchObject({ mood: 'positive', utterances: 1, to: 1 })
    expect(await at.story.ofInteractions([interaction], words)).toEqual(first)
    expect(asked).toEqual(['words'])
    // What was learnt since makes it another version.
    at.beginChat()
    at.write(irony)
    await at.desk.correct({ interaction: chat, said: 'm1' }, 'negative')
    at.close()
    expect((await at.story.ofInteractions([interaction], words)).get(chat)?.mood).toBe('negative')
    expect(asked).toEqual(['words', 'words'])
  })

  it('asks once where the customer said nothing, and shows nothing', async () => {
    const at = await openMoods()
    let asked = 0
    const none = () => {
      asked += 1
      return Promise.resolve([])
    }
    for (let time = 0; time < 2; time++)
      expect(await at.story.ofInteractions([interaction], none)).toEqual(new Map())
    expect(asked).toBe(1)
  })

  it('keeps anew what has grown', async () => {
    const at = await openMoods()
    at.story.worked(interaction, [{ said: 'm1', at: 1, text: irony }])
    await soon(() => expect(at.disk.moods.get(chat)?.utterances).toBe(1))
    at.story.worked(interaction, [
      { said: 'm1', at: 1, text: irony },
      { said: 'm2', at: 2, text: 'ok' },
    ])
    await soon(() => expect(at.disk.moods.get(chat)).toMatchObject({ utterances: 2, to: 2 }))
  })
})
