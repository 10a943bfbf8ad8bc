import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { begin, beginAgain, hear } from '../../../../electron/centre/bot/flow.ts'
import type { Opening, Turn } from '../../../../electron/centre/bot/flow.ts'
import { fileNumberIn, whatIsMeant } from '../../../../electron/centre/bot/understand.ts'
import { parseHandOver } from '../../../../renderer/domain/hand-over.ts'

const at = Date.parse('2026-11-23T14:00:00Z')
const means = { at, isKnown: (number: string): boolean => number === 'PT-20-4471' }
const english: Opening = { bot: 'Assistant', topic: 'passports', language: 'en', question: 'Where is it?' }
const french: Opening = { bot: 'Adjoint', topic: 'benefits', language: 'fr', question: undefined }

/** What came of a conversation in which the customer says this, one after the other. */
const talkOf = (opening: Opening, ...texts: readonly string[]): Turn =>
  texts.reduce<Turn>((turn, text) => (turn.outcome ? turn : hear(turn.talk, text, means)), begin(opening))

describe('the reference bot', () => {
  it('solves what it can, with the customer’s consent', () => {
    expect(talkOf(english, 'Yes please', 'it is pt204471', 'yes').outcome).toEqual({ kind: 'solved' })
  })

  it('hands over what it could not find, with all that it came to', () => {
    expect(talkOf(french, 'oui', 'BE-19-0001').outcome).toEqual({
      kind: 'hand-over',
      handOver: {
        version: 1,
        bot: 'Adjoint',
        language: 'fr',
        reason: 'Le dossier est introuvable.',
        facts: [{ name: 'file-number', label: 'Numéro de dossier', value: 'BE-19-0001' }],
        steps: [{ what: 'Consultation du dossier', outcome: 'did-not-work' }],
        promised: [{ what: 'Une personne cherche le dossier aujourd’hui', dueAt: at + 86_400_000 }],
        consent: [{ what: 'Lire le dossier', given: true, at }],
      },
    })
  })

  it.each([
    [
      'a person, at any time',
      english,
      ['I want to speak to a person'],
      'Where is it? — The customer asked for a person.',
    ],
    ['no consent', english, ['no'], 'Where is it? — The customer does not want a program to read the file.'],
    [
      'no answer',
      english,
      ['yes', 'PT-20-4471', 'no'],
      'Where is it? — The status of the file did not answer the question.',
    ],
    ['two misses', french, ['bof', 'bof'], 'Le programme n’a pas compris la personne.'],
  ] as const)('gives a person the chat after %s', (_, opening, texts, reason) => {
    const { outcome } = talkOf(opening, ...texts)
    expect(outcome?.kind === 'hand-over' && outcome.handOver.reason).toBe(reason)
  })

  it('hands over at once what it had begun before it was stopped', () => {
    expect(beginAgain(english).outcome?.kind).toBe('hand-over')
  })

  it('answers whatever it hears, and every hand-over can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('yes', 'non', 'PT-20-4471'))), (texts) => {
        let turn = begin(english)
        for (const text of texts) {
          if (turn.outcome) break
          turn = hear(turn.talk, text, means)
          expect(turn.says.length).toBeGreaterThan(0)
        }
        if (turn.outcome?.kind === 'hand-over')
          expect(parseHandOver(JSON.parse(JSON.stringify(turn.outcome.handOver)))).toEqual(
            turn.outcome.handOver,
          )
      }),
    )
  })
})

it('understands both languages', () => {
  expect(['Oui!', 'ok', 'd’accord', 'Sure'].map(whatIsMeant)).toEqual(['yes', 'yes', 'yes', 'yes'])
  expect(['Non merci', 'no', 'nope'].map(whatIsMeant)).toEqual(['no', 'no', 'no'])
  expect(['un conseiller svp', 'a human!', 'parler à quelqu’un'].map(whatIsMeant)).toEqual([
    'person',
    'person',
    'person',
  ])
  expect(['nonsense', 'okra', 'personnel', ''].map(whatIsMeant)).toEqual(Array(4).fill('something'))
  expect(whatIsMeant('x'.repeat(1_000_000))).toBe('something')
})

it('finds a file number as people write it', () => {
  expect(
    ['pt 20 4471', 'It is PT-20-4471.', 'PT204471'].map((text) => fileNumberIn(text, 'passports')),
  ).toEqual(Array(3).fill('PT-20-4471'))
  expect(['BE-20-4471', 'PT-20-44711', 'XPT-20-4471'].map((text) => fileNumberIn(text, 'passports'))).toEqual(
    Array(3).fill(undefined),
  )
})
