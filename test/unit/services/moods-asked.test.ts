import { describe, expect, it, vi } from 'vitest'

import { chat, createMoodDisk, openMoods } from './moods-under-test.ts'
import type { MoodsOptions, MoodsUnderTest } from './moods-under-test.ts'

const plain = 'my number is 4520'
/** Chance picks everything. */
const always: MoodsOptions = { random: () => 0 }
const soon = (check: () => void) => vi.waitFor(check, { timeout: 2_000, interval: 5 })
const asked = (at: MoodsUnderTest) => at.state().question?.text
/** As long as the desk takes to ask, if it asks. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30))

/** A chat that has ended, of one message. */
async function ended(
  options: MoodsOptions = always,
  before: (at: MoodsUnderTest) => unknown = () => undefined,
) {
  const at = await openMoods(options)
  at.beginChat()
  at.write(plain)
  await before(at)
  at.endOf(chat)
  return at
}

describe('"Was this right?"', () => {
  it('is asked after an interaction, of a neutral reading too, and its answer is kept', async () => {
    const at = await ended(always, (open) => expect(asked(open)).toBeUndefined())
    await soon(() => expect(asked(at)).toBe(plain))
    await at.desk.answer('negative')
    expect(asked(at)).toBeUndefined()
    expect([...at.disk.judgements.values()]).toMatchObject([
      { said: 'm1', read: 'neutral', given: 'negative', how: 'asked', text: plain },
    ])
    expect(at.state().errors).toMatchObject({ asked: 1, wrong: 1 })
  })

  it('counts what was right, and not what nobody can say', async () => {
    const right = await ended()
    await soon(() => expect(asked(right)).toBe(plain))
    await right.desk.answer('neutral')
    expect(right.state().errors).toMatchObject({ asked: 1, wrong: 0 })
    const unsure = await ended()
    await soon(() => expect(asked(unsure)).toBe(plain))
    await unsure.desk.answer(undefined)
    expect([asked(unsure), unsure.state().errors, unsure.disk.judgements.size]).toEqual([
      undefined,
      undefined,
      0,
    ])
  })

  it('is not asked by chance alone most times, nor where the agent has turned it off', async () => {
    const unlucky = await ended({})
    const off = await ended({ ...always, choices: { alert: false, prompts: false } })
    await soon(() => expect([unlucky.disk.moods.size, off.disk.moods.size]).toEqual([1, 1]))
    await settle()
    expect([asked(unlucky), asked(off)]).toEqual([undefined, undefined])
  })

  it('waits until nobody is on the telephone', async () => {
    const at = await ended(always, (open) => open.ring(true))
    await settle()
    expect(asked(at)).toBeUndefined()
    at.ring(false)
    expect(asked(at)).toBe(plain)
    at.ring(true)
    expect(asked(at)).toBeUndefined()
    at.ring(false)
    await at.desk.choose({ prompts: false })
    expect(asked(at)).toBeUndefined()
  })

  it('comes once in an hour, after a restart too', async () => {
    const disk = createMoodDisk()
    const first = await ended({ ...always, disk })
    await soon(() => expect(asked(first)).toBe(plain))
    await first.desk.answer('neutral')
    const next = await openMoods({ ...always, disk })
    next.write('Good day', 'me')
    for (const minutes of [59, 1]) {
      next.timing.pass(minutes * 60_000)
      next.close()
      next.beginChat()
      next.write(`${plain} ${minutes}`)
      next.endOf(chat)
      await settle()
    }
    expect(asked(next)).toContain(`${plain} `)
    expect(next.timing.now() - first.timing.now()).toBe(3_600_000)
  })

  it('is not asked of an interaction of yesterday', async () => {
    const at = await openMoods(always)
    at.write(plain)
    at.beginChat(at.timing.now() - 86_400_000)
    await soon(() => expect(at.disk.moods.get(chat)?.utterances).toBe(1))
    await settle()
    expect(asked(at)).toBeUndefined()
  })

  it('is answered already where chance picks what the agent has corrected', async () => {
    const at = await ended(always, (open) => open.desk.correct({ interaction: chat, said: 'm1' }, 'negative'))
    await soon(() => expect(at.state().errors).toMatchObject({ asked: 1, wrong: 1 }))
    expect([asked(at), at.disk.judgements.get(`${chat}/m1`)?.how]).toEqual([undefined, 'asked'])
    // Taken back, it was right, and still counts.
    await at.desk.correct({ interaction: chat, said: 'm1' }, undefined)
    expect(at.state().errors).toMatchObject({ asked: 1, wrong: 0 })
  })
})
