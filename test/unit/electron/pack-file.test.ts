import { gunzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { openPackFile } from '../../../electron/pack-file.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { makePublisher } from './pack-under-test.ts'

const publisher = makePublisher()
const expected = { name: 'benefits', keys: [publisher.key], atLeast: 0 }
const content = { articles: 'Direct deposit takes five days. '.repeat(40) }

describe('a built pack', () => {
  it('is opened where its signature, its digest, its name and its version are right', () => {
    const opened = openPackFile(publisher.publish({ version: 12, content }), { ...expected, atLeast: 12 })
    if (opened.kind !== 'good') throw new Error(opened.why)
    expect([opened.version, JSON.parse(gunzipSync(opened.body).toString())]).toEqual([12, content])
  })

  it.each([
    ['nothing', new Uint8Array(), 'damaged'],
    ['a page that says that there is nothing', Buffer.from('<!doctype html>\n<p>Not found'), 'damaged'],
    ['one that was cut off', publisher.publish({ content }).subarray(0, -1), 'damaged'],
    ['one with more behind it', Buffer.concat([publisher.publish({}), Buffer.from('x')]), 'damaged'],
    ['one of somebody else', makePublisher().publish({}), 'untrusted'],
    ['another pack', publisher.publish({ name: 'passports' }), 'wrong-name'],
    ['an older one', publisher.publish({ version: 6 }), 'older'],
    ['one for a newer Foyer', Buffer.from('{"foyerPack":2,"anything":true}\n'), 'newer-format'],
  ] as const)('is refused: %s', (_what, file, why) => {
    expect(openPackFile(file, { ...expected, atLeast: 7 })).toEqual({ kind: 'refused', why })
  })

  it('is opened by any of several keys, while one takes the place of another', () => {
    const next = makePublisher()
    const keys = ['A'.repeat(43), publisher.key, next.key]
    for (const one of [publisher, next])
      expect(openPackFile(one.publish({}), { ...expected, keys }).kind).toBe('good')
  })

  it('is never opened after a change, in 10,000 of them (seed 5)', () => {
    const random = seededRandom(5)
    const file = publisher.publish({ version: 12, content })
    const whys = new Map<string, number>()
    for (let nth = 0; nth < 10_000; nth += 1) {
      const changed = mutate(file, random)
      if (Buffer.compare(changed, file) === 0) continue
      const opened = openPackFile(changed, expected)
      const why = opened.kind === 'good' ? 'opened' : opened.why
      whys.set(why, (whys.get(why) ?? 0) + 1)
    }
    expect(whys.get('opened')).toBeUndefined()
    // Those that get as far as the signature, and as the digest, are among them.
    expect([whys.get('untrusted'), whys.get('damaged')]).toEqual([expect.any(Number), expect.any(Number)])
    expect(Math.min(whys.get('untrusted') ?? 0, whys.get('damaged') ?? 0)).toBeGreaterThan(500)
  })
})

/** A flipped bit, a changed byte, a piece taken out, put in twice or cut off; half of them in the head. */
function mutate(file: Uint8Array, random: () => number): Uint8Array {
  const head = file.indexOf(10)
  const below = (most: number): number => Math.floor(random() * most)
  const at = random() < 0.5 ? below(head) : below(file.length)
  const length = 1 + below(8)
  const changed = Uint8Array.from(file)
  switch (below(5)) {
    case 0:
      changed[at] = (changed[at] ?? 0) ^ (1 << below(8))
      return changed
    case 1:
      changed[at] = below(256)
      return changed
    case 2:
      return Buffer.concat([file.subarray(0, at), file.subarray(at + length)])
    case 3:
      return Buffer.concat([file.subarray(0, at + length), file.subarray(at)])
    default:
      return file.subarray(0, at)
  }
}
