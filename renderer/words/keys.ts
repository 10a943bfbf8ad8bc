import type { Catalogue } from './message.ts'

/** What each key does, for the list of keys. */
export const keyWords = {
  'keys.heading': { en: 'Keys', fr: 'Touches' },
  'keys.about': {
    en: 'They work wherever the cursor is, also while you write.',
    fr: 'Elles fonctionnent où que soit le curseur, même pendant que vous écrivez.',
  },
  'keys.open': { en: 'Keys', fr: 'Touches' },
  'keys.close': { en: 'Close the list of keys', fr: 'Fermer la liste des touches' },
  'keys.list': { en: 'Show or close this list', fr: 'Afficher ou fermer cette liste' },
  'keys.answer': {
    en: 'Answer; a call in hand is held',
    fr: 'Répondre; l’appel en cours est mis en attente',
  },
  'keys.hangUp': {
    en: 'Hang up; with a colleague, take the customer back',
    fr: 'Raccrocher; avec un collègue, reprendre le client',
  },
  'keys.dial': { en: 'Call somebody', fr: 'Appeler quelqu’un' },
  'keys.hold': { en: 'Hold, or resume', fr: 'Mettre en attente, ou reprendre' },
  'keys.mute': { en: 'Mute, or unmute', fr: 'Couper ou rétablir le micro' },
  'keys.swap': { en: 'Swap between two calls', fr: 'Alterner entre deux appels' },
} as const satisfies Catalogue
