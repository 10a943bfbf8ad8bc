import type { PracticeCustomer } from '../../../renderer/domain/practice.ts'

/** A customer and the lines they can say, by the names of their recordings (texts: voices/lines.tsv). */
export interface PracticeScript {
  readonly customer: PracticeCustomer
  /** In order: the problem, then answers, thanks and goodbye last. */
  readonly turns: readonly string[]
  /** When nobody has spoken for a while. */
  readonly nudge: string
}

/** Numbers: 555-0100 to 555-0199 are kept for fiction in the North American numbering plan. */
export const practiceScripts: readonly PracticeScript[] = [
  {
    customer: {
      id: 'ellis',
      name: 'Margaret Ellis',
      number: '+16135550117',
      language: 'en',
      queue: 'Passports',
    },
    turns: ['en-passport-1', 'en-passport-2', 'en-passport-3', 'en-passport-4', 'en-passport-5'],
    nudge: 'en-passport-nudge',
  },
  {
    customer: {
      id: 'tremblay',
      name: 'Hélène Tremblay',
      number: '+15145550142',
      language: 'fr',
      queue: 'Prestations',
    },
    turns: ['fr-benefit-1', 'fr-benefit-2', 'fr-benefit-3', 'fr-benefit-4', 'fr-benefit-5'],
    nudge: 'fr-benefit-nudge',
  },
]
