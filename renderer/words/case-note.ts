import type { Catalogue } from './message.ts'

/** What the desk itself writes into a case, in the agent's language, for colleagues to read. */
export const caseNoteWords = {
  'case-note.call': {
    en: '{direction} call of {when}, {length} long',
    fr: 'Appel {direction} du {when}, durée {length}',
  },
  'case-note.call.unanswered': {
    en: '{direction} call of {when}, not answered',
    fr: 'Appel {direction} du {when}, sans réponse',
  },
  'case-note.direction.incoming': { en: 'Incoming', fr: 'entrant' },
  'case-note.direction.outgoing': { en: 'Outgoing', fr: 'sortant' },
  'case-note.chat': { en: 'Chat of {when}, {length} long', fr: 'Clavardage du {when}, durée {length}' },
  'case-note.chat.unended': { en: 'Chat of {when}', fr: 'Clavardage du {when}' },
  'case-note.transcript': { en: 'What was said:', fr: 'Ce qui a été dit\u00a0:' },
  'case-note.file': { en: '[file: {name}]', fr: '[fichier\u00a0: {name}]' },
  'case-note.left-out': {
    en: '[a message that could not be shown]',
    fr: '[un message qui ne peut être affiché]',
  },
  'case-note.withheld': {
    en: '[a message of a private stretch, which was not kept]',
    fr: '[un message d’un passage privé, qui n’a pas été conservé]',
  },
  'case-note.outcome': { en: 'Outcome: {outcome}', fr: 'Issue\u00a0: {outcome}' },
  'case-note.restored': {
    en: 'This reply went to the customer on {when}. The case system was restored from a backup and had lost it; it was not sent again.',
    fr: 'Cette réponse est partie au client le {when}. Le système de dossiers a été restauré d’une sauvegarde et l’avait perdue; elle n’a pas été renvoyée.',
  },
} as const satisfies Catalogue
