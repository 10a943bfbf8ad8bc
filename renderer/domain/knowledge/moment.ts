import type { GuideFacts } from './guide-facts.ts'
import { expressionValues } from './expression-values.ts'
import type { ExpressionValues } from './expression-values.ts'
import { fillWords, plainWords } from './fill-words.ts'
import type { Fillings } from './fill-words.ts'
import { answersOf, fieldsIn } from './guide-fields.ts'
import type { Answers } from './guide-fields.ts'
import type { GuideRun } from './guide-run.ts'
import type { Said } from './said.ts'

/** What a guide can know when something is done in it, besides the answers. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number
  readonly facts: GuideFacts
  /** The agent's name, as the customer hears it. */
  readonly agent: string | undefined
  /** Whose national telephone numbers are meant: ISO 3166-1 alpha-2. */
  readonly country: string
}

export const valuesAt = (
  run: Pick<GuideRun, 'guides' | 'answers'>,
  { facts }: Moment,
  answers: Answers = answersOf(run),
): ExpressionValues => expressionValues(facts, fieldsIn(run.guides), answers)

export const fillingsAt = (
  run: Pick<GuideRun, 'guides' | 'answers'>,
  { facts, agent }: Moment,
): Fillings => ({
  people: { customer: facts.contact.name, agent, case: facts.case.number, queue: facts.queue },
  fields: fieldsIn(run.guides),
  answers: answersOf(run),
})

/** The same text in every language, as it is kept. */
export function filledIn(text: Said, run: Pick<GuideRun, 'guides' | 'answers'>, moment: Moment): Said {
  const fillings = fillingsAt(run, moment)
  const inLanguage = (language: 'en' | 'fr'): string =>
    plainWords(fillWords(text[language], fillings, { language, country: moment.country }))
  return { en: inLanguage('en'), fr: inLanguage('fr') }
}
