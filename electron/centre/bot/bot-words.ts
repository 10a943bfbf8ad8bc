import type { Language } from '../../../renderer/domain/language.ts'

export const botTopics = ['passports', 'benefits'] as const
export type BotTopic = (typeof botTopics)[number]

type Both = Readonly<Record<Language, string>>

/** What the reference bot says. Each sentence asks one thing. */
export const sentences = {
  greeting: {
    en: 'Hello. I am a program and can look up the status of a file. May I read your file? Answer yes or no, or ask for a person at any time.',
    fr: 'Bonjour. Je suis un programme et je peux consulter l’état d’un dossier. Puis-je lire votre dossier? Répondez oui ou non, ou demandez une personne à tout moment.',
  },
  'yes-or-no': {
    en: 'I did not understand. Please answer yes or no.',
    fr: 'Je n’ai pas compris. Répondez par oui ou par non, s’il vous plaît.',
  },
  'number-form': {
    en: 'That is not a file number as I know them. It looks like {example}.',
    fr: 'Ce n’est pas un numéro de dossier que je reconnais. Il ressemble à {example}.',
  },
  'ask-number': {
    en: 'Thank you. What is your file number? It looks like {example}.',
    fr: 'Merci. Quel est votre numéro de dossier? Il ressemble à {example}.',
  },
  found: {
    en: 'Your file {number} has been approved. The letter leaves within five days. Does that answer your question?',
    fr: 'Votre dossier {number} est approuvé. La lettre partira d’ici cinq jours. Est-ce que cela répond à votre question?',
  },
  'not-found': {
    en: 'I cannot find file {number}. A person will look for it with you today.',
    fr: 'Je ne trouve pas le dossier {number}. Une personne le cherchera avec vous aujourd’hui.',
  },
  'to-person': {
    en: 'I am passing you on to a person, with what you have told me.',
    fr: 'Je vous transfère à une personne, avec ce que vous m’avez dit.',
  },
  restarted: {
    en: 'I was interrupted and have lost the thread. I am passing you on to a person.',
    fr: 'J’ai été interrompu et j’ai perdu le fil. Je vous transfère à une personne.',
  },
  goodbye: {
    en: 'I am glad. Goodbye.',
    fr: 'J’en suis heureux. Au revoir.',
  },
} as const satisfies Readonly<Record<string, Both>>

/** What agents read in the hand-over, in the customer's language as the rest of it. */
export const handOverTexts = {
  'read-file': { en: 'Read the file', fr: 'Lire le dossier' },
  'file-number': { en: 'File number', fr: 'Numéro de dossier' },
  'look-up': { en: 'Looked up the file', fr: 'Consultation du dossier' },
  'letter-promised': { en: 'The letter leaves within five days', fr: 'La lettre partira d’ici cinq jours' },
  'person-promised': {
    en: 'A person looks for the file today',
    fr: 'Une personne cherche le dossier aujourd’hui',
  },
  'asked-for-person': {
    en: 'The customer asked for a person.',
    fr: 'La personne a demandé à parler à quelqu’un.',
  },
  refused: {
    en: 'The customer does not want a program to read the file.',
    fr: 'La personne ne veut pas qu’un programme lise son dossier.',
  },
  'not-found': { en: 'The file could not be found.', fr: 'Le dossier est introuvable.' },
  'not-solved': {
    en: 'The status of the file did not answer the question.',
    fr: 'L’état du dossier n’a pas répondu à la question.',
  },
  'not-understood': {
    en: 'The program did not understand the customer.',
    fr: 'Le programme n’a pas compris la personne.',
  },
  restarted: {
    en: 'The program was interrupted; what it had asked is in the conversation.',
    fr: 'Le programme a été interrompu; ce qu’il avait demandé est dans la conversation.',
  },
} as const satisfies Readonly<Record<string, Both>>

export type HandOverText = keyof typeof handOverTexts

/** How a file number looks, and the prefix that tells the topics apart. */
export const numberForms: Readonly<Record<BotTopic, { readonly example: string; readonly prefix: string }>> =
  {
    passports: { example: 'PT-20-4471', prefix: 'PT' },
    benefits: { example: 'BE-20-4471', prefix: 'BE' },
  }

export function sentence(
  key: keyof typeof sentences,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return sentences[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
