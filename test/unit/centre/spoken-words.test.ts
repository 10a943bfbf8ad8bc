// @vitest-environment node
import type { Session } from 'sip.js/lib/core/index.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { practiceScripts } from '../../../electron/centre/practice/customers.ts'
import { ScriptedSpeech } from '../../../electron/centre/practice/scripted-speech.ts'
import type { Voices } from '../../../electron/centre/practice/voices.ts'
import { takesWords, WordsTelling } from '../../../electron/centre/practice/words-telling.ts'
import { bodyOf } from './desk-dialog.ts'
import { fakeClock } from './fake-clock.ts'
import { fieldOf, statusOf } from './raw-sip.ts'
import { openTalkingFloor, sip } from './talking-floor.ts'
import type { TalkingFloor } from './talking-floor.ts'

const lineLength = 600
/** Everybody says something short. */
const voices: Voices = new Map(
  [
    ...practiceScripts.flatMap(({ turns, nudge = [] }) => turns.concat(nudge)),
    'en-specialist-1',
    'en-specialist-2',
  ].map((name) => [
    name,
    { sound: new Uint8Array(lineLength * 8).fill(0x0f), milliseconds: lineLength, text: `« ${name} »` },
  ]),
)

describe('a line', () => {
  const scripted = (): ScriptedSpeech => {
    const [script] = practiceScripts
    if (!script) throw new TypeError('no customer')
    return new ScriptedSpeech(script, voices)
  }
  const said = (speech: ScriptedSpeech, frames: number, held = false) =>
    Array.from({ length: frames }, () => {
      speech.speak(held)
      return speech.said
    }).filter((one) => one !== undefined)

  it('is said when it is over, once', () => {
    const speech = scripted()
    expect(said(speech, 29)).toEqual([])
    expect(said(speech, 100)).toEqual([{ text: '« en-passport-1 »', ago: 600 }])
  })

  it('that a hold interrupts is said when it ends, and began before the hold', () => {
    const speech = scripted()
    expect(said(speech, 10)).toEqual([])
    expect(said(speech, 50, true)).toEqual([])
    expect(said(speech, 20)).toEqual([{ text: '« en-passport-1 »', ago: 1_600 }])
  })

  it('that somebody else did not hear to its end is not said', () => {
    const speech = scripted()
    said(speech, 10)
    speech.startOver()
    expect(said(speech, 30)).toEqual([{ text: '« en-passport-1 »', ago: 600 }])
  })

  it('asks whether anybody is there, in the words of it', () => {
    const speech = scripted()
    expect(said(speech, 30 + 8_000 / 20 + 31).map(({ text }) => text)).toEqual([
      '« en-passport-1 »',
      '« en-passport-nudge »',
    ])
  })
})

describe('a desk', () => {
  it.each([
    [['foyer-words'], true],
    [['g.3gpp.mid-call, Foyer-Words;v=1'], true],
    [['a', 'foyer-words'], true],
    [['foyer-words-2'], false],
    [[''], false],
    [[], false],
  ])('that takes %j takes words: %s', (headers, takes) => {
    expect(takesWords({ getHeaders: () => headers })).toBe(takes)
  })
})

describe('telling a desk that is away', () => {
  it('tries again until it is back, in order, with the time that has passed', () => {
    const clock = fakeClock()
    const sent: string[] = []
    const statuses = [503, 408, 200, 400, 200]
    const session = {
      info(delegate: Parameters<Session['info']>[0], options: Parameters<Session['info']>[1]) {
        sent.push(options?.body?.content ?? '')
        const statusCode = statuses.shift() ?? 200
        const response = { message: { statusCode } } as never
        if (statusCode === 200) delegate?.onAccept?.(response)
        else delegate?.onReject?.(response)
      },
    } as unknown as Session
    const telling = new WordsTelling({ session, clock })
    const line = (id: string) => ({ id, side: 'customer', text: 'Hello.', language: 'en', ago: 500 }) as const
    clock.pass(10_000)
    telling.tell(line('one'))
    telling.tell(line('two'))
    clock.pass(10_000)
    telling.tell(line('three'))
    expect(sent.map((body) => JSON.parse(body) as object)).toEqual([
      line('one'),
      { ...line('one'), ago: 2_500 },
      { ...line('one'), ago: 4_500 },
      { ...line('two'), ago: 4_500 },
      line('three'),
    ])
    telling.stop()
    telling.tell(line('four'))
    expect(sent).toHaveLength(5)
  })
})

describe('the words of a call in practice', () => {
  let floor: TalkingFloor
  beforeEach(async () => {
    floor = await openTalkingFloor({}, voices)
  })
  afterEach(() => floor.close())

  it('are told to a desk that takes them, line by line', async () => {
    floor.centre.placeCall('ellis', 'ada')
    const dialog = await floor.ada.answer('Recv-Info: foyer-words')
    const info = await floor.ada.find(/^INFO /)
    expect([
      fieldOf(info, 'call-id'),
      fieldOf(info, 'info-package'),
      fieldOf(info, 'content-type'),
      fieldOf(info, 'content-disposition'),
    ]).toEqual([dialog.callId, 'foyer-words', 'application/json', 'Info-Package'])
    const { ago, ...line } = JSON.parse(bodyOf(info)) as { ago: number }
    expect(line).toEqual({ id: 'ellis-1', side: 'customer', text: '« en-passport-1 »', language: 'en' })
    expect(ago).toBeGreaterThanOrEqual(lineLength)
    expect(ago).toBeLessThan(lineLength + 300)
  })

  it('are asked for in the INVITE, and not told to a desk that does not take them', async () => {
    floor.centre.placeCall('ellis', 'ada')
    const invite = await floor.ada.find(/^INVITE /)
    expect(invite).toMatch(/\r\nRecv-Info:\s*\r\n/)
    floor.ada.reply(invite, '486 Busy Here')
    floor.centre.placeCall('tremblay', 'ada')
    await floor.ada.answer()
    await new Promise((resolve) => setTimeout(resolve, 2 * lineLength))
    expect(floor.ada.arrived.filter((one) => one.startsWith('INFO '))).toEqual([])
  })

  it('are the customers’ alone: what a colleague says is not written down', async () => {
    await floor.ada.dial(sip('2001'))
    await new Promise((resolve) => setTimeout(resolve, 2 * lineLength))
    expect(floor.ada.arrived.filter((one) => one.startsWith('INFO '))).toEqual([])
  })

  it('are not what the centre takes itself', async () => {
    const dialog = await floor.ada.dial(sip('2001'))
    const answer = await dialog.request('INFO', ['Info-Package: foyer-words'])
    expect([statusOf(answer), /\r\nRecv-Info:\s*\r\n/.test(answer)]).toEqual(['469 Bad Info Package', true])
  })
})
