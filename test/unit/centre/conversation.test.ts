// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { converse, opening } from '../../../electron/centre/practice/conversation.ts'
import type { Conversation, Noticed } from '../../../electron/centre/practice/conversation.ts'

const script = { turns: [1000, 500, 400], nudge: 300 }

const silence: Noticed = { voice: 0, held: false }
const voice: Noticed = { voice: 20, held: false }
const hold: Noticed = { voice: 0, held: true }

const pass = (from: Conversation, noticed: Noticed, milliseconds: number): Conversation => {
  let now = from
  for (let at = 0; at < milliseconds; at += 20) now = converse(now, noticed, script)
  return now
}

/** The customer has said the first line and waits. */
const listening = pass(opening, silence, 1000)

const speaking = (turn: number) => ({ kind: 'speaking', turn, nudges: 0, nudging: false, said: 0 })

describe('a customer', () => {
  it('speaks at once and then listens', () => {
    expect(opening).toEqual(speaking(0))
    expect(pass(opening, silence, 980).kind).toBe('speaking')
    expect(listening).toEqual({ kind: 'listening', turn: 0, nudges: 0, heard: 0, quiet: 0, waited: 0 })
  })

  it('goes on 0.7 s after the agent has said something', () => {
    const answered = pass(listening, voice, 300)
    expect(pass(answered, silence, 680).kind).toBe('listening')
    expect(pass(answered, silence, 700)).toEqual(speaking(1))
  })

  it('lets the agent breathe between two words', () => {
    const paused = pass(pass(listening, voice, 200), silence, 500)
    expect(pass(pass(paused, voice, 200), silence, 700)).toEqual(speaking(1))
  })

  it('takes no cough or key for an answer, and asks after 8 s all the same', () => {
    let now = listening
    for (let times = 0; times < 9; times += 1) now = pass(pass(now, voice, 100), silence, 720)
    expect(now).toMatchObject({ kind: 'listening', turn: 0, heard: 0 })
    now = pass(pass(now, voice, 100), silence, 720)
    expect(now).toMatchObject({ kind: 'speaking', turn: 0, nudges: 1 })
  })

  it('does not ask while the agent has just begun to answer', () => {
    const begun = pass(pass(listening, silence, 7900), voice, 100)
    expect(pass(begun, silence, 200).kind).toBe('listening')
    expect(pass(pass(begun, voice, 200), silence, 700)).toEqual(speaking(1))
  })

  it('asks twice whether anybody is there, 8 s apart, then goes on', () => {
    const first = pass(listening, silence, 8000)
    expect(first).toEqual({ kind: 'speaking', turn: 0, nudges: 1, nudging: true, said: 0 })
    const second = pass(first, silence, 300 + 8000)
    expect(second).toEqual({ kind: 'speaking', turn: 0, nudges: 2, nudging: true, said: 0 })
    expect(pass(second, silence, 300 + 8000)).toEqual(speaking(1))
  })

  it('hangs up 2 s after goodbye', () => {
    const goodbye: Conversation = { kind: 'speaking', turn: 2, nudges: 0, nudging: false, said: 0 }
    expect(pass(goodbye, silence, 400)).toEqual({ kind: 'leaving', waited: 0 })
    expect(pass(goodbye, silence, 400 + 1980).kind).toBe('leaving')
    expect(pass(goodbye, silence, 400 + 2000)).toEqual({ kind: 'gone' })
  })

  it('waits on hold in the middle of a word, and starts to listen anew afterwards', () => {
    const midWord = pass(opening, silence, 500)
    expect(pass(midWord, hold, 60_000)).toEqual(midWord)
    const answered = pass(pass(listening, voice, 300), silence, 600)
    expect(pass(answered, hold, 60_000)).toEqual(listening)
  })

  it('always comes to an end, whatever the agent does', () => {
    const spells = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 20, max: 3000 })), { maxLength: 30 })
    fc.assert(
      fc.property(spells, (heard) => {
        let now = opening
        let turn = 0
        for (const [speaks, milliseconds] of heard) {
          now = pass(now, speaks ? voice : silence, milliseconds)
          if ('turn' in now) {
            expect(now.turn).toBeGreaterThanOrEqual(turn)
            turn = now.turn
          }
        }
        // Three turns with two questions each, at most.
        expect(pass(now, silence, 90_000)).toEqual({ kind: 'gone' })
      }),
      { seed: 7, numRuns: 50 },
    )
  })
})
