import type { Catalogue } from './message.ts'

/** What each key does, for the list of keys. */
export const keyWords = {
  'keys.heading': { en: 'Shortcuts', fr: 'Raccourcis' },
  'keys.about': {
    en: 'They work wherever the cursor is, also while you write.',
    fr: 'Ils fonctionnent où que soit le curseur, même pendant que vous écrivez.',
  },
  'keys.open': { en: 'Shortcuts', fr: 'Raccourcis' },
  'keys.shift': { en: 'Shift', fr: 'Maj' },
  'keys.close': { en: 'Close the shortcuts', fr: 'Fermer les raccourcis' },
  'keys.list': { en: 'Show or close this list', fr: 'Afficher ou fermer cette liste' },
  'keys.answer': {
    en: 'Answer; a call in hand is held',
    fr: 'Répondre; l’appel en cours est mis en attente',
  },
  'keys.hangUp': {
    en: 'Hang up; with a colleague, leave them and go back to the customer',
    fr: 'Raccrocher; avec un collègue, le quitter et reprendre le client',
  },
  'keys.dial': { en: 'Call somebody', fr: 'Appeler quelqu’un' },
  'keys.hold': { en: 'Hold, or resume', fr: 'Mettre en attente, ou reprendre' },
  'keys.mute': { en: 'Mute, or unmute', fr: 'Couper ou rétablir le micro' },
  'keys.cases': {
    en: 'Cases: open the list, or go back to the call',
    fr: 'Dossiers\u00a0: ouvrir la liste, ou revenir à l’appel',
  },
  'keys.find': { en: 'Find a case', fr: 'Trouver un dossier' },
  'keys.write': { en: 'Write to the open case', fr: 'Écrire dans le dossier ouvert' },
  'keys.undo': {
    en: 'Take back your last change to a case (in a text field: your typing)',
    fr: 'Annuler votre dernier ajout à un dossier (dans un champ de texte\u00a0: votre frappe)',
  },
  'keys.control': { en: 'Ctrl', fr: 'Ctrl' },
  'keys.swap': { en: 'Swap between two calls', fr: 'Alterner entre deux appels' },
} as const satisfies Catalogue
