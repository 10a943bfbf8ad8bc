import type { Catalogue } from './message.ts'

/** What stands around the chats: titles, the link, what was before, and what is told by voice. */
export const chatAroundWords = {
  'chat.tab': { en: 'This chat', fr: 'Cette conversation' },
  'chat.title': { en: 'In a chat – Foyer', fr: 'En clavardage – Foyer' },
  'chat.offer.title': { en: 'Incoming chat – Foyer', fr: 'Clavardage entrant – Foyer' },
  'chat.title.unread': { en: '({count}) {title}', fr: '({count}) {title}' },
  'chat.wrapup': { en: 'Wrap-up', fr: 'Travail après clavardage' },
  'chat.wrapup.title': { en: 'Wrap-up – Foyer', fr: 'Travail après clavardage – Foyer' },
  'chat.needs-link': {
    en: 'Only with a link to the chat server.',
    fr: 'Seulement avec une liaison au serveur de clavardage.',
  },
  'chat.unverified': {
    en: 'As they say themselves: nothing of it has been checked.',
    fr: 'Selon ses propres dires\u00a0: rien n’a été vérifié.',
  },
  'chat.signout.later': {
    en: 'End or hand on your chats first.',
    fr: 'Terminez ou transmettez d’abord vos conversations.',
  },

  'chat.link.down': { en: 'Chat offline', fr: 'Clavardage hors ligne' },
  'chat.link.count': { en: '{count} waiting', fr: '{count} en attente' },
  'chat.link.waiting': {
    en: '{count, plural, one {# message waits} other {# messages wait}}',
    fr: '{count, plural, one {# message en attente} other {# messages en attente}}',
  },
  'chat.link.refused': {
    en: '{count, plural, one {# message not sent} other {# messages not sent}}',
    fr: '{count, plural, one {# message non envoyé} other {# messages non envoyés}}',
  },
  'chat.link.up.long': { en: 'Connected to the chat server', fr: 'Connecté au serveur de clavardage' },
  'chat.link.down.long': {
    en: 'No link to the chat server: what you write is saved here and leaves by itself.',
    fr: 'Aucune liaison au serveur de clavardage\u00a0: ce que vous écrivez est enregistré ici et partira tout seul.',
  },

  'chat.panel': { en: 'All chats', fr: 'Toutes les conversations' },
  'chat.panel.close': { en: 'Close all chats', fr: 'Fermer toutes les conversations' },
  'chat.search': { en: 'Search in all chats', fr: 'Chercher dans toutes les conversations' },
  'chat.search.clear': { en: 'Clear', fr: 'Effacer' },
  'chat.search.found': {
    en: '{count, plural, =0 {Nothing was found.} one {# message found.} other {# messages found.}}',
    fr: '{count, plural, =0 {Aucun résultat.} one {# message trouvé.} other {# messages trouvés.}}',
  },
  'chat.search.busy': { en: 'Searching…', fr: 'Recherche…' },
  'chat.past': { en: 'Earlier chats', fr: 'Conversations passées' },
  'chat.past.back': { en: 'Back to the list', fr: 'Retour à la liste' },
  'chat.past.more': { en: 'Show earlier chats', fr: 'Afficher les conversations précédentes' },
  'chat.past.none': { en: 'None on this computer.', fr: 'Aucune sur cet ordinateur.' },

  'chat.recent.heading': {
    en: 'Your recent calls and chats',
    fr: 'Vos appels et conversations récents',
  },
  'chat.recent.unfinished': { en: 'Wrap-up not finished', fr: 'Travail après clavardage à terminer' },
  'chat.recent.continues': { en: 'goes on from this:', fr: 'fait suite à ceci\u00a0:' },

  'chat.announce.message': { en: 'New message from {name}', fr: 'Nouveau message de {name}' },
  'chat.announce.overdue': { en: '{name} waits for an answer', fr: '{name} attend une réponse' },
  'chat.announce.refused': {
    en: 'A message to {name} was not sent.',
    fr: 'Un message à {name} n’a pas été envoyé.',
  },
  'chat.announce.ended': { en: 'Chat with {name}: {why}', fr: 'Conversation avec {name}\u00a0: {why}' },
  'chat.announce.lost': {
    en: 'The link to the chat server is lost. What you write waits here.',
    fr: 'La liaison au serveur de clavardage est perdue. Ce que vous écrivez attend ici.',
  },
  'chat.announce.back': {
    en: 'The link to the chat server is back.',
    fr: 'La liaison au serveur de clavardage est rétablie.',
  },
} as const satisfies Catalogue
