import type { Message } from './message.ts'

/** In the place of a shift, where a newer Foyer has written the records of this computer. */
export const readingWords = {
  'reading.heading': { en: 'Read only', fr: 'Lecture seule' },
  'reading.why': {
    en: 'A newer Foyer has written the records on this computer. You can read and search them here. Notes and changes cannot be saved with this version, so you are not signed in and no calls or chats reach you.',
    fr: 'Une version plus récente de Foyer a écrit les fiches de cet ordinateur. Vous pouvez les lire et y chercher ici. Cette version ne peut enregistrer ni note ni modification\u00a0: vous n’êtes donc pas connecté au centre, et aucun appel ni clavardage ne vous parvient.',
  },
  'reading.remedy': {
    en: 'Nothing is lost, and nothing is changed. Close this Foyer and open the newer one, or ask your IT desk to update it.',
    fr: 'Rien n’est perdu, rien n’est modifié. Fermez ce Foyer et ouvrez le plus récent, ou demandez la mise à jour à votre service informatique.',
  },
  'reading.strange': {
    en: '{count, plural, one {# record needs the newer Foyer and is not shown.} other {# records need the newer Foyer and are not shown.}}',
    fr: '{count, plural, one {# fiche exige le Foyer plus récent et n’est pas affichée.} other {# fiches exigent le Foyer plus récent et ne sont pas affichées.}}',
  },
  'reading.counting': {
    en: 'Checking whether some records need the newer Foyer…',
    fr: 'Vérification\u00a0: certaines fiches exigent-elles le Foyer plus récent?',
  },
  'reading.all-shown': {
    en: 'This version can show all of them.',
    fr: 'Cette version peut les afficher toutes.',
  },
  'reading.places': { en: 'What can be read', fr: 'Ce qui peut être lu' },
  'reading.calls': { en: 'Calls and notes', fr: 'Appels et notes' },
  'reading.leave': { en: 'Stop reading', fr: 'Terminer la lecture' },
} as const satisfies Record<string, Message>
