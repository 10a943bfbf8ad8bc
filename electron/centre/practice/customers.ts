import type { PracticeCustomer } from '../../../renderer/domain/practice.ts'

/** The lines that somebody can say, by the names of their recordings (texts: voices/lines.tsv). */
export interface SpokenScript {
  /** In order; for a customer: the problem, then answers, thanks and goodbye last. */
  readonly turns: readonly string[]
  /** When nobody has spoken for a while; without it they wait in silence. */
  readonly nudge?: string
  /** Listens after the last line, instead of hanging up. */
  readonly stays?: boolean
}

export interface PracticeScript extends SpokenScript {
  readonly customer: PracticeCustomer
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
  {
    customer: {
      id: 'okafor',
      name: 'Daniel Okafor',
      number: '+14165550133',
      language: 'en',
      queue: 'Passports',
    },
    turns: ['en-child-1', 'en-child-2', 'en-child-3'],
    nudge: 'en-child-nudge',
  },
  {
    customer: {
      id: 'abrams',
      name: 'Ruth Abrams',
      number: '+16045550168',
      language: 'en',
      queue: 'Prestations',
    },
    turns: ['en-parent-1', 'en-parent-2', 'en-parent-3'],
    nudge: 'en-parent-nudge',
  },
  {
    customer: {
      id: 'benali',
      name: 'Karim Benali',
      number: '+14385550121',
      language: 'fr',
      queue: 'Passports',
    },
    turns: ['fr-travel-1', 'fr-travel-2', 'fr-travel-3'],
    nudge: 'fr-travel-nudge',
  },
  {
    customer: {
      id: 'gagnon',
      name: 'Lucie Gagnon',
      number: '+14185550156',
      language: 'fr',
      queue: 'Prestations',
    },
    turns: ['fr-letter-1', 'fr-letter-2', 'fr-letter-3'],
    nudge: 'fr-letter-nudge',
  },
]

/** The queues that the customers call, in the order of the list above. */
export const practiceQueues: readonly string[] = [
  ...new Set(practiceScripts.map(({ customer }) => customer.queue)),
]
