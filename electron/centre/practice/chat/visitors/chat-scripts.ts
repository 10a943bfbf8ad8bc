import type { Language } from '../../../../../renderer/domain/language.ts'
import { practiceScripts } from '../../customers.ts'
import type { PracticeCustomer } from '../../../../../renderer/domain/practice.ts'
import { followedScripts } from './followed-scripts.ts'
import type { WrittenScript } from './followed-scripts.ts'

export interface ChatScript extends WrittenScript {
  readonly customer: PracticeCustomer
}

const texts: Readonly<Record<string, WrittenScript>> = {
  ...followedScripts,
  okafor: {
    fileNumber: 'PT-24-3120',
    question: 'Good morning. I would like a passport for my daughter. What do I have to send you?',
    turns: [
      'She is four years old, and it is her first one. Her mother and I both live here.',
      'Can I bring the photos myself, or must they come by post?',
      'I see. That was very clear, thank you. Have a good day, bye!',
    ],
  },
  gagnon: {
    fileNumber: 'BE-22-1204',
    question: 'Bonjour. J’ai reçu une lettre de votre bureau, et je ne comprends pas ce que je dois faire.',
    turns: [
      'Elle dit que je dois rembourser 120 $. Pourquoi donc ?',
      'Est-ce que je peux payer en deux fois ?',
      'Ah, je comprends maintenant. Merci de votre patience, au revoir.',
    ],
  },
}

export const chatScripts: readonly ChatScript[] = practiceScripts.flatMap(({ customer }) => {
  const text = texts[customer.id]
  return text ? [{ customer, ...text }] : []
})

/** Margaret Ellis's file is the one that got lost. */
export const knownFiles: ReadonlySet<string> = new Set(
  chatScripts.filter(({ customer }) => customer.id !== 'ellis').map(({ fileNumber }) => fileNumber),
)

/** What they answer a bot that asks whether it may read their file, for its number, and whether that was all. */
export const answersToBot = ({ customer, fileNumber }: ChatScript): readonly string[] =>
  customer.language === 'en'
    ? ['Yes, please.', `It is ${fileNumber}.`, 'No, not quite. Can I talk with a person, please?']
    : ['Oui, bien sûr.', `C’est le ${fileNumber}.`, 'Non, pas vraiment. Je voudrais parler à une personne.']

/** What anybody says who is left alone for a while, and who has waited too long. */
export const asides: Readonly<Record<Language, { readonly nudge: string; readonly farewell: string }>> = {
  en: {
    nudge: 'Are you still there?',
    farewell: 'I cannot wait any longer, I will try again later. Goodbye.',
  },
  fr: {
    nudge: 'Vous êtes toujours là ?',
    farewell: 'Je ne peux plus attendre, je réessaierai plus tard. Au revoir.',
  },
}
