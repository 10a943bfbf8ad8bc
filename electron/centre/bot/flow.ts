import type { HandOver, HandOverFact, HandOverStep } from '../../../renderer/domain/hand-over.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import type { BotTopic, HandOverText } from './bot-words.ts'
import { handOverTexts, numberForms, sentence } from './bot-words.ts'
import { fileNumberIn, whatIsMeant } from './understand.ts'

/** What the bot waits for, and what it has learned. */
export interface Talk {
  readonly waitsFor: 'consent' | 'file-number' | 'verdict'
  readonly bot: string
  readonly topic: BotTopic
  readonly language: Language
  /** What the customer said that it is about, before the bot asked. */
  readonly question: string | undefined
  readonly consent: HandOver['consent']
  readonly facts: readonly HandOverFact[]
  readonly steps: readonly HandOverStep[]
  readonly promised: HandOver['promised']
  /** Answers in a row that were not understood. */
  readonly misses: number
}

export interface Turn {
  readonly talk: Talk
  readonly says: readonly string[]
  readonly outcome:
    { readonly kind: 'solved' } | { readonly kind: 'hand-over'; readonly handOver: HandOver } | undefined
}

export interface FlowMeans {
  /** Epoch milliseconds. */
  readonly at: number
  /** Whether the file system knows this number. */
  readonly isKnown: (fileNumber: string) => boolean
}

export type Opening = Pick<Talk, 'bot' | 'topic' | 'language' | 'question'>

const fresh = (opening: Opening): Talk => ({
  ...opening,
  waitsFor: 'consent',
  consent: [],
  facts: [],
  steps: [],
  promised: [],
  misses: 0,
})

export function begin(opening: Opening): Turn {
  return { talk: fresh(opening), says: [sentence('greeting', opening.language)], outcome: undefined }
}

/** The bot was stopped in the middle of this chat. */
export const beginAgain = (opening: Opening): Turn =>
  toPerson(fresh(opening), 'restarted', [sentence('restarted', opening.language)])

const mostMisses = 2
const day = 86_400_000

/** What the bot answers to one message of the customer. Pure; always an answer, so that nobody waits for it. */
export function hear(talk: Talk, text: string, means: FlowMeans): Turn {
  const meant = whatIsMeant(text)
  if (meant === 'person') return toPerson(talk, 'asked-for-person')
  switch (talk.waitsFor) {
    case 'consent':
      if (meant === 'yes') return agreed(talk, means)
      return meant === 'no'
        ? toPerson(consented(talk, false, means.at), 'refused')
        : missed(talk, 'yes-or-no')
    case 'file-number': {
      const number = fileNumberIn(text, talk.topic)
      return number === undefined ? missed(talk, 'number-form') : lookUp(talk, number, means)
    }
    case 'verdict':
      if (meant === 'yes')
        return { talk, says: [sentence('goodbye', talk.language)], outcome: { kind: 'solved' } }
      return meant === 'no' ? toPerson(talk, 'not-solved') : missed(talk, 'yes-or-no')
  }
}

function agreed(talk: Talk, { at }: FlowMeans): Turn {
  const next: Talk = { ...consented(talk, true, at), waitsFor: 'file-number', misses: 0 }
  const { example } = numberForms[talk.topic]
  return { talk: next, says: [sentence('ask-number', talk.language, { example })], outcome: undefined }
}

const consented = (talk: Talk, given: boolean, at: number): Talk => ({
  ...talk,
  consent: [...talk.consent, { what: handOverTexts['read-file'][talk.language], given, at }],
})

function lookUp(talk: Talk, number: string, { at, isKnown }: FlowMeans): Turn {
  const { language } = talk
  const found = isKnown(number)
  const promise: HandOver['promised'][number] = found
    ? { what: handOverTexts['letter-promised'][language], dueAt: at + 5 * day }
    : { what: handOverTexts['person-promised'][language], dueAt: at + day }
  const next: Talk = {
    ...talk,
    waitsFor: 'verdict',
    misses: 0,
    facts: [
      ...talk.facts,
      { name: 'file-number', label: handOverTexts['file-number'][language], value: number },
    ],
    steps: [
      ...talk.steps,
      { what: handOverTexts['look-up'][language], outcome: found ? 'worked' : 'did-not-work' },
    ],
    promised: [...talk.promised, promise],
  }
  const says = [sentence(found ? 'found' : 'not-found', language, { number })]
  return found ? { talk: next, says, outcome: undefined } : toPerson(next, 'not-found', says)
}

function missed(talk: Talk, ask: 'yes-or-no' | 'number-form'): Turn {
  const misses = talk.misses + 1
  if (misses >= mostMisses) return toPerson(talk, 'not-understood')
  const { example } = numberForms[talk.topic]
  return { talk: { ...talk, misses }, says: [sentence(ask, talk.language, { example })], outcome: undefined }
}

function toPerson(talk: Talk, why: HandOverText, said: readonly string[] = []): Turn {
  const { bot, language, question, facts, steps, promised, consent } = talk
  const reason = [question, handOverTexts[why][language]].filter((part) => part !== undefined).join(' — ')
  const handOver: HandOver = {
    version: 1,
    bot,
    language,
    reason: reason.slice(0, 2000),
    facts,
    steps,
    promised,
    consent,
  }
  const says = said.length > 0 ? said : [sentence('to-person', language)]
  return { talk, says, outcome: { kind: 'hand-over', handOver } }
}
