import type { Language } from '../../../../../renderer/domain/language.ts'
import { practiceScripts } from '../../customers.ts'
import type { PracticeCustomer } from '../../../../../renderer/domain/practice.ts'

/** What somebody writes: what it is about, then answers, and thanks last. */
export interface ChatScript {
  readonly customer: PracticeCustomer
  readonly question: string
  /** Where a bot asks for it. */
  readonly fileNumber: string
  readonly turns: readonly string[]
}

const texts: Readonly<Record<string, Omit<ChatScript, 'customer'>>> = {
  ellis: {
    fileNumber: 'PT-20-4412',
    question:
      'Hello. I sent my passport renewal in six weeks ago, and now I read that it is lost. Can you help me?',
    turns: [
      'Yes. My name is Margaret Ellis, and my file number is 441 209.',
      'I posted it at the office on King Street, on the 2nd of the month.',
      'I fly on the 20th, so I need it before then. What should I do now?',
      'All right, I will do that. Thank you so much for your help. Goodbye!',
    ],
  },
  tremblay: {
    fileNumber: 'BE-20-8205',
    question: 'Bonjour. Je n’ai pas reçu ma prestation ce mois-ci, et mon loyer est dû vendredi.',
    turns: [
      'Oui. Je m’appelle Hélène Tremblay, et mon numéro de dossier est le 820 517.',
      'Non, je n’ai pas déménagé, et mon compte en banque est toujours le même.',
      'D’accord. Et quand est-ce que l’argent va arriver ?',
      'Très bien. Merci beaucoup de votre aide. Bonne journée, au revoir !',
    ],
  },
  okafor: {
    fileNumber: 'PT-24-3120',
    question: 'Good morning. I would like a passport for my daughter. What do I have to send you?',
    turns: [
      'She is four years old, and it is her first one. Her mother and I both live here.',
      'Can I bring the photos myself, or must they come by post?',
      'I see. That was very clear, thank you. Have a good day, bye!',
    ],
  },
  abrams: {
    fileNumber: 'BE-21-3061',
    question: 'Hello, it is about the child benefit. I moved in March, and nobody knows my new address.',
    turns: [
      'It is 12 Elm Street now. My file number is 306 114.',
      'Will the payments of April and May still come?',
      'Oh, that is good to know. Thank you, goodbye.',
    ],
  },
  benali: {
    fileNumber: 'PT-19-7730',
    question: 'Bonjour. Je pars en voyage dans deux semaines, et mon passeport expire demain.',
    turns: [
      'Oui, j’ai déjà mes photos et le formulaire. Est-ce que je peux venir sur place ?',
      'Et combien est-ce que cela coûte ?',
      'Parfait, je viendrai lundi. Merci, bonne journée !',
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
