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
    en: 'Answer, or accept a chat; a call in hand is held',
    fr: 'Répondre, ou accepter une conversation; l’appel en cours est mis en attente',
  },
  'keys.hangUp': {
    en: 'Hang up; with a colleague, leave them and go back to the customer',
    fr: 'Raccrocher; avec un collègue, le quitter et reprendre le client',
  },
  'keys.dial': { en: 'Call somebody', fr: 'Appeler quelqu’un' },
  'keys.hold': { en: 'Hold, or resume', fr: 'Mettre en attente, ou reprendre' },
  'keys.mute': { en: 'Mute, or unmute', fr: 'Couper ou rétablir le micro' },
  'keys.cases': {
    en: 'Cases: open the list, or go back to the work',
    fr: 'Dossiers\u00a0: ouvrir la liste, ou revenir au travail en cours',
  },
  'keys.customers': {
    en: 'Find a customer and their story, or go back to the work',
    fr: 'Trouver un client et son historique, ou revenir au travail en cours',
  },
  'keys.find': { en: 'Find a case', fr: 'Trouver un dossier' },
  'keys.write': { en: 'Write to the open case', fr: 'Écrire dans le dossier ouvert' },
  'keys.undo': {
    en: 'Take back your last change to a case (in a text field: your typing)',
    fr: 'Annuler votre dernier ajout à un dossier (dans un champ de texte\u00a0: votre frappe)',
  },
  'keys.control': { en: 'Ctrl', fr: 'Ctrl' },
  'keys.nextChat': {
    en: 'Chats: go to whoever waits longest',
    fr: 'Clavardage\u00a0: aller à qui attend depuis le plus longtemps',
  },
  'keys.findChat': { en: 'Chats: search in all of them', fr: 'Clavardage\u00a0: chercher partout' },
  'keys.chatNumber': {
    en: 'Chats: go to the one of that number',
    fr: 'Clavardage\u00a0: aller à la conversation de ce numéro',
  },
  'keys.mood': {
    en: 'On a customer’s message: correct how it was read',
    fr: 'Sur un message du client\u00a0: corriger la lecture de l’humeur',
  },
  'keys.guide': {
    en: 'Guide: go to its step, or choose one',
    fr: 'Guide\u00a0: aller à l’étape, ou en choisir un',
  },
  'keys.articles': { en: 'Find an article', fr: 'Trouver un article' },
  'keys.swap': { en: 'Swap between two calls', fr: 'Alterner entre deux appels' },
} as const satisfies Catalogue
