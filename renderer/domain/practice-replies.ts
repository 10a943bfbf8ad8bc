import type { QuickReply } from './quick-reply.ts'

/** What practice has approved to be sent with one key. */
export const practiceReplies: readonly QuickReply[] = [
  {
    name: 'hello',
    text: {
      en: 'Hello {customer}, my name is {agent}. How can I help you today?',
      fr: 'Bonjour {customer}, je m’appelle {agent}. Comment puis-je vous aider aujourd’hui?',
    },
  },
  {
    name: 'moment',
    text: {
      en: 'Thank you for waiting. I am looking into it and will be back with you in a moment.',
      fr: 'Merci de patienter. Je vérifie et je vous reviens dans un instant.',
    },
  },
  {
    name: 'case',
    text: {
      en: 'Your case number is {case}. Please keep it: with it, anybody here can see what we agreed.',
      fr: 'Votre numéro de dossier est le {case}. Gardez-le\u00a0: avec lui, n’importe qui ici peut voir ce qui a été convenu.',
    },
  },
  {
    name: 'documents',
    text: {
      en: 'Please have your two photographs, your proof of citizenship and your old passport ready.',
      fr: 'Veuillez avoir sous la main vos deux photos, votre preuve de citoyenneté et votre ancien passeport.',
    },
  },
  {
    name: 'bye',
    text: {
      en: 'Thank you, {customer}. I am ending our chat now; you can write to us again at any time.',
      fr: 'Merci, {customer}. Je termine maintenant notre conversation; vous pouvez nous écrire à nouveau en tout temps.',
    },
  },
]
