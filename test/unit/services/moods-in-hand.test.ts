import { describe, expect, it, vi } from 'vitest'

import { usualMoodChoices } from '../../../renderer/domain/moods/mood-choices.ts'
import { usualStory } from '../../../renderer/domain/setup.ts'
import { call, chat, createMoodDisk, openMoods } from './moods-under-test.ts'
import type { MoodsUnderTest } from './moods-under-test.ts'

const angry = 'I will never again trust this office'
const glad = 'you have been wonderful, thank you so much'

/** The moods of what was read, by the ids of the messages. */
const read = (at: MoodsUnderTest) =>
  Object.fromEntries([...at.state().read].map(([id, { mood }]) => [id, mood]))
const soon = (check: () => void) => vi.waitFor(check, { timeout: 2_000, interval: 5 })

describe('an open chat', () => {
  it('is read as it comes: the customer’s own words, and nobody else’s', async () => {
    const at = await openMoods()
    at.beginChat()
    at.write('Good day, how may I help?', 'me')
    at.write(angry)
    at.write(angry, 'bot')
    at.write(angry, 'colleague')
    at.write('my number is 4520')
    expect(read(at)).toEqual({ [`${chat}/m2`]: 'negative', [`${chat}/m5`]: 'neutral' })
    expect(at.state().interactions.get(chat)).toMatchObject({ utterances: 2, quotes: [{ said: 'm2' }] })
  })

  it('is kept with its whole mood when it has ended, and leaves the screen with its page', async () => {
    const at = await openMoods()
    at.beginChat()
    at.write(glad)
    expect(at.disk.moods.size).toBe(0)
    at.endOf(chat)
    await soon(() => expect(at.disk.moods.get(chat)).toEqual(at.state().interactions.get(chat)))
    expect(at.disk.moods.get(chat)).toMatchObject({ mood: 'positive', utterances: 1 })
    at.close()
    expect([at.state().read.size, at.state().interactions.size]).toEqual([0, 0])
  })

  it('is never read in a private stretch, neither then nor later', async () => {
    const at = await openMoods()
    at.beginChat()
    at.write(glad)
    at.stretch(true)
    const secret = at.write(`4520 and ${angry}`)
    expect(read(at)).toEqual({ [`${chat}/m1`]: 'positive' })
    at.stretch(false)
    at.write('which documents do I need to bring on Tuesday?')
    expect(read(at)).toEqual({ [`${chat}/m1`]: 'positive', [`${chat}/m3`]: 'neutral' })
    at.withhold(secret)
    at.endOf(chat)
    await soon(() => expect(at.disk.moods.get(chat)?.utterances).toBe(2))
    expect(JSON.stringify([...at.disk.moods.values()])).not.toContain('4520')
  })
})

describe('an open call', () => {
  it('has its words, each once, with the moods of the customer’s', async () => {
    const at = await openMoods()
    at.beginCall()
    at.hear('u1', 'how may I help', 'me')
    at.hear('u2', angry)
    at.hear('u2', angry)
    const words = at.state().spoken.get(call) ?? []
    expect(words.map(({ id, by, mood }) => [id, by.role, mood?.mood])).toEqual([
      ['u1', 'me', undefined],
      ['u2', 'customer', 'negative'],
    ])
    at.endOf(call)
    await soon(() => expect(at.disk.moods.get(call)?.mood).toBe('negative'))
  })

  it('leaves out what is said in a private stretch', async () => {
    const at = await openMoods()
    at.beginCall()
    at.stretch(true, call)
    at.hear('u1', `4520 and ${angry}`)
    at.stretch(false, call)
    expect(
      at
        .state()
        .spoken.get(call)
        ?.map(({ body, mood }) => ({ body, mood })),
    ).toEqual([{ body: { kind: 'left-out', why: 'private' }, mood: undefined }])
    expect(read(at)).toEqual({})
  })

  it('has its words again after a restart', async () => {
    const disk = createMoodDisk()
    const utterance = { id: 'u1', interaction: call, side: 'customer', at: 1, text: angry } as const
    disk.utterances.push({ ...utterance, language: undefined })
    const at = await openMoods({ disk })
    at.beginCall()
    await soon(() => expect(read(at)).toEqual({ [`${call}/u1`]: 'negative' }))
  })
})

describe('the alert', () => {
  const bad = ['nobody answers, this is useless', 'you are all liars', angry]

  it('is off at first', async () => {
    const at = await openMoods()
    at.beginChat()
    for (const text of bad) at.write(text)
    expect(at.state().alerts).toEqual([])
  })

  it('comes once the mood has fallen, until it is seen, and again when it has risen between', async () => {
    const at = await openMoods({ choices: { ...usualMoodChoices, alert: true } })
    at.beginChat()
    for (const text of bad) at.write(text)
    expect(at.state().alerts).toEqual([chat])
    at.desk.dismissAlert(chat)
    at.write(angry)
    expect(at.state().alerts).toEqual([])
    at.write(glad)
    for (const text of bad) at.write(text)
    expect(at.state().alerts).toEqual([chat])
    at.endOf(chat)
    expect(at.state().alerts).toEqual([])
  })

  it('goes when the agent turns it off, which is kept', async () => {
    const at = await openMoods({ choices: { ...usualMoodChoices, alert: true } })
    at.beginChat()
    for (const text of bad) at.write(text)
    await at.desk.choose({ alert: false })
    expect([at.state().alerts, at.saved]).toEqual([[], [{ alert: false, prompts: true }]])
  })
})

describe('where moods are switched off by policy', () => {
  it('nothing is read, and what was kept is gone', async () => {
    const disk = createMoodDisk()
    const before = await openMoods({ disk })
    before.beginChat()
    const said = before.write(angry)
    await before.desk.correct({ interaction: chat, said }, 'neutral')
    before.endOf(chat)
    await soon(() => expect([disk.moods.size, disk.judgements.size]).toEqual([1, 1]))

    const at = await openMoods({ disk, site: { ...usualStory, moods: false } })
    expect([disk.moods.size, disk.judgements.size]).toEqual([0, 0])
    at.beginChat()
    at.beginCall()
    at.write(angry)
    at.hear('u1', angry)
    at.endOf(chat)
    expect(at.story.flagged(undefined, angry, 'en')).toBeUndefined()
    expect({ ...at.state(), spoken: [] }).toMatchObject({ isOn: false, read: new Map(), errors: undefined })
    // The words of a call are another matter (`story.transcripts`).
    expect(
      at
        .state()
        .spoken.get(call)
        ?.map(({ mood }) => mood),
    ).toEqual([undefined])
    expect(disk.moods.size).toBe(0)
  })
})
