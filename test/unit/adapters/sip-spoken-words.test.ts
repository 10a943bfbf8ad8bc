import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { readSpokenWords } from '../../../renderer/adapters/sip/read-spoken-words.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { longestUtterance } from '../../../renderer/domain/story/utterance.ts'
import type { HeardUtterance } from '../../../renderer/ports/transcriber.ts'
import { dialling, pass, ringing, talking } from './call-under-test.ts'
import { imitatePeers, ImitatedPeer } from './imitated-peer.ts'
import { header, talkingSdp } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const asks = 'Recv-Info:'
const named = 'Info-Package: foyer-words'
const json = 'Content-Type: application/json'
const line = { id: 'ellis-1', side: 'customer', text: 'Can you help me?', language: 'en', ago: 1_500 }

/** A customer whose centre asks what the desk takes, and everything that was heard of the call. */
async function told(headers: readonly string[] = [asks]) {
  const all = await talking(headers)
  const heard: HeardUtterance[] = []
  const stop = all.transcriber.listen(asCallId('call-1'), (one) => heard.push(one))
  let number = 1
  const say = async (body: string, ...more: string[]): Promise<string> => {
    number += 1
    all.within('INFO', number, body, ...more)
    await pass(0)
    const answers = all.wire.sent.filter((one) => header(one, 'CSeq') === `${number} INFO`)
    return answers.at(-1) ?? ''
  }
  return { ...all, heard, stop, say }
}

const statusOf = (answer: string): string => answer.split('\r\n', 1).join().replace('SIP/2.0 ', '')

describe('words of a call that the telephone system has written down', () => {
  it('are asked for in the answer to a centre that asks what the desk takes', async () => {
    const { wire } = await told()
    const accepted = wire.sent.find((one) => one.startsWith('SIP/2.0 200'))
    expect(header(accepted ?? '', 'Recv-Info')).toBe('foyer-words')
  })

  it('are not mentioned to a telephone that does not ask, and refused from it', async () => {
    const { wire, say, heard } = await told([])
    const accepted = wire.sent.find((one) => one.startsWith('SIP/2.0 200')) ?? ''
    expect(accepted).not.toContain('Recv-Info')
    const answer = await say(JSON.stringify(line), named, json)
    expect([statusOf(answer), answer.includes('Recv-Info: foyer-words'), heard]).toEqual([
      '469 Bad Info Package',
      false,
      [],
    ])
  })

  it('are asked for in a call that the agent makes, and heard in it', async () => {
    const { wire, answer, transcriber } = await dialling()
    const heard: HeardUtterance[] = []
    transcriber.listen(asCallId('call-1'), (one) => heard.push(one))
    const invite = wire.newest('INVITE')
    expect(header(invite, 'Recv-Info')).toBe('foyer-words')
    await answer('200 OK', talkingSdp)
    ImitatedPeer.all[0]?.become('connected')
    await pass(0)
    const [from, to] = [header(invite, 'From'), `${header(invite, 'To')};tag=theirs`]
    const dialogue = [`From: ${to}`, `To: ${from}`, `Call-ID: ${header(invite, 'Call-ID')}`, 'CSeq: 9 INFO']
    wire.request('INFO', [...dialogue, named, json], JSON.stringify(line))
    await pass(0)
    expect(heard.map(({ id }) => id)).toEqual(['ellis-1'])
  })

  it('are heard once each, with the moment at which they began, until nobody listens any more', async () => {
    const { say, heard, stop } = await told()
    await pass(10_000)
    const body = JSON.stringify(line)
    expect(statusOf(await say(body, named, json))).toBe('200 OK')
    expect(statusOf(await say(body, named, json))).toBe('200 OK')
    await say(JSON.stringify({ ...line, id: 'ellis-2', language: undefined }), named, `${json};charset=utf-8`)
    stop()
    await say(JSON.stringify({ ...line, id: 'ellis-3' }), named, json)
    expect(heard).toEqual([
      { id: 'ellis-1', side: 'customer', text: 'Can you help me?', language: 'en', at: 8_500 },
      { id: 'ellis-2', side: 'customer', text: 'Can you help me?', language: undefined, at: 8_500 },
    ])
  })

  it('of another package, another type or without sense are refused as RFC 6086 wants, and the call goes on', async () => {
    const { say, heard, call } = await told()
    const other = await say(JSON.stringify(line), 'Info-Package: g.3gpp.mid-call', json)
    expect([statusOf(other), header(other, 'Recv-Info')]).toEqual(['469 Bad Info Package', 'foyer-words'])
    const plain = await say('Can you help me?', named, 'Content-Type: text/plain')
    expect([statusOf(plain), header(plain, 'Accept')]).toEqual([
      '415 Unsupported Media Type',
      'application/json',
    ])
    expect(statusOf(await say('{', named, json))).toBe('400 Bad Request')
    expect([heard, call()?.state]).toEqual([[], 'connected'])
  })

  it('are not meant by an INFO without a package, such as a key', async () => {
    const { say, heard } = await told()
    expect(statusOf(await say('Signal=1\r\n', 'Content-Type: application/dtmf-relay'))).toBe('200 OK')
    expect(heard).toEqual([])
  })

  it('are not heard before both can be heard', async () => {
    const all = await ringing([asks])
    const heard: HeardUtterance[] = []
    all.transcriber.listen(asCallId('call-1'), (one) => heard.push(one))
    await all.incoming.answer()
    all.within('ACK', 1)
    all.within('INFO', 2, JSON.stringify(line), named, json)
    await pass(0)
    expect(heard).toEqual([])
  })
})

describe('reading words', () => {
  const now = 1_000_000
  const read = (change: object) => readSpokenWords(JSON.stringify({ ...line, ...change }), now)

  it.each([
    ['an id that is empty', { id: '' }],
    ['an id without an end', { id: 'x'.repeat(201) }],
    ['another side', { side: 'agent' }],
    ['nothing that was said', { text: ' \n' }],
    ['another language', { language: 'de' }],
    ['a moment that is still to come', { ago: -1 }],
    ['a moment long gone', { ago: 86_400_001 }],
    ['a text that is none', { text: ['a'] }],
  ])('refuses %s', (_what, change) => {
    expect(read(change)).toBeUndefined()
  })

  it('cuts what nobody says in one breath, never within a character', () => {
    expect(read({ text: 'a'.repeat(longestUtterance + 5) })?.text).toHaveLength(longestUtterance)
    const faces = '😀'.repeat(longestUtterance)
    expect(read({ text: `a${faces}`.slice(0, longestUtterance + 2) })?.text).toHaveLength(
      longestUtterance - 1,
    )
  })

  it('shows half a character as one that is missing', () => {
    expect(read({ text: 'a\uD800b' })?.text).toBe('a\uFFFDb')
  })

  it('takes nothing of ten million letters, at once', () => {
    expect(readSpokenWords('['.repeat(10_000_000), now)).toBeUndefined()
  })

  it('never throws, and never lets through what is not words (2,000 bodies)', () => {
    const value = fc.oneof(
      fc.constantFrom(...Object.values(line)),
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
    )
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(line), '__proto__', 'constructor'), value)
        .map((fields) => JSON.stringify(fields)),
    )
    fc.assert(
      fc.property(body, (text) => {
        const words = readSpokenWords(text, now)
        if (!words) return
        expect(Object.keys(words).sort()).toEqual(['at', 'id', 'language', 'side', 'text'])
        expect(words.text).toMatch(/^\P{Surrogate}{1,10000}$/su)
        expect(words.at).toBeLessThanOrEqual(now)
      }),
      { numRuns: 2_000, seed: 20261124 },
    )
  })
})
