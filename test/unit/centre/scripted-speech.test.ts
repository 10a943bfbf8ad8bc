// @vitest-environment node
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { announceAndAnswer } from '../../../electron/centre/practice/answering.ts'
import { colleagueScripts } from '../../../electron/centre/practice/colleagues.ts'
import { practiceScripts } from '../../../electron/centre/practice/customers.ts'
import { Echo } from '../../../electron/centre/practice/echo.ts'
import { ScriptedSpeech } from '../../../electron/centre/practice/scripted-speech.ts'
import { frameAt, loudness, silentFrame } from '../../../electron/centre/practice/g711.ts'
import { trainingNumbers } from '../../../electron/centre/practice/training-numbers.ts'
import { BrokenRecording, loadVoices, muLawOf } from '../../../electron/centre/practice/voices.ts'
import type { Voices } from '../../../electron/centre/practice/voices.ts'
import { fakeClock } from './fake-clock.ts'

const directory = join(import.meta.dirname, '../../../electron/centre/practice/voices')

let voices: Voices
beforeAll(async () => {
  voices = await loadVoices(directory)
})

const announcements = Object.values(trainingNumbers).flatMap((training) =>
  training.kind === 'announces' ? [training.script] : [],
)
const lines = [...practiceScripts, ...colleagueScripts, ...announcements].flatMap(({ turns, nudge = [] }) =>
  turns.concat(nudge),
)

describe('the recordings', () => {
  it('hold every line of everybody with its words, and nothing else', () => {
    expect([...voices.keys()].sort()).toEqual([...lines].sort())
    for (const name of lines) expect(voices.get(name)?.text, name).toMatch(/^\p{Lu}.*[.!?]$/u)
  })

  it.each(lines)('%s can be heard within 40 ms and is as loud as the others', (name) => {
    const sound = voices.get(name)?.sound ?? new Uint8Array()
    expect(loudness(sound.subarray(0, 320))).toBeGreaterThan(-35)
    expect(loudness(sound)).toBeGreaterThan(-22)
    expect(loudness(sound)).toBeLessThan(-20)
  })

  it('speak both languages where anybody may listen', () => {
    const everybodys = [...colleagueScripts, ...announcements].filter(({ turns }) =>
      turns[0]?.startsWith('both-'),
    )
    expect(everybodys).toHaveLength(2)
    for (const name of everybodys.flatMap(({ turns }) => turns))
      expect(voices.get(name)?.text, name).toMatch(/^[^/]+[.?] \/ [^/]+[.?]$/)
  })

  it('of the announcement ends before the call is answered', () => {
    const clock = fakeClock()
    let answeredAt = 0
    announceAndAnswer(
      clock,
      {
        onRinging: () => undefined,
        onEarly: () => undefined,
        onAnswered: () => (answeredAt = clock.now()),
        onRefused: () => undefined,
      },
      new Echo('2183'),
    )
    clock.pass(60_000)
    expect(voices.get(announcements[0]?.turns[0] ?? '')?.milliseconds).toBeLessThan(answeredAt)
  })

  it('that are damaged are refused by name', () => {
    expect(() => muLawOf(Buffer.from('not a wave file at all'), 'x')).toThrow(BrokenRecording)
    expect(() => muLawOf(Buffer.from('RIFF\0\0\0\0WAVE'), 'x')).toThrow('x holds no sound')
  })
})

describe('what a customer says', () => {
  it('starts with the first line at once, falls silent on hold, and goes on where it stopped', () => {
    const [script] = practiceScripts
    if (!script) throw new TypeError('no customer')
    const speech = new ScriptedSpeech(script, voices)
    const sound = voices.get(script.turns[0] ?? '')?.sound ?? new Uint8Array()
    expect([speech.speak(false), speech.speak(false)]).toEqual([frameAt(sound, 0), frameAt(sound, 1)])
    for (let frame = 0; frame < 50; frame += 1) expect(speech.speak(true)).toEqual(silentFrame)
    expect(speech.speak(false)).toEqual(frameAt(sound, 2))
  })

  it('ends with goodbye when the agent answers each line', () => {
    for (const script of practiceScripts) {
      const speech = new ScriptedSpeech(script, voices)
      const loud = new Uint8Array(160).fill(0x10)
      let frames = 0
      // The agent speaks for half a second in every 1.5 s.
      for (; !speech.isOver && frames < 5000; frames += 1) {
        if (frames % 75 < 25) speech.hear(loud)
        speech.speak(false)
      }
      const spoken = script.turns.reduce((sum, name) => sum + (voices.get(name)?.milliseconds ?? 0), 0)
      expect(frames * 20).toBeGreaterThan(spoken + 2000)
      expect(frames * 20).toBeLessThan(spoken + 2000 + 4 * 3200)
    }
  })

  it('never ends where a colleague listens, and starts again for somebody else', () => {
    const [script] = colleagueScripts
    if (!script) throw new TypeError('no colleague')
    const speech = new ScriptedSpeech(script, voices)
    const first = frameAt(voices.get(script.turns[0] ?? '')?.sound ?? new Uint8Array(), 0)
    expect(speech.speak(false)).toEqual(first)
    for (let frame = 0; frame < 5000; frame += 1) speech.speak(false)
    expect(speech.isOver).toBe(false)
    expect(speech.speak(false)).toEqual(silentFrame)
    speech.startOver()
    expect(speech.speak(false)).toEqual(first)
  })
})
