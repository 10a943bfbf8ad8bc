import type { ChatReason, ConversationEnd } from '../domain/conversation.ts'
import type { HandOverStep } from '../domain/hand-over.ts'
import type { Catalogue, Message } from './message.ts'

type DeskMessages = Record<
  `chat.reason.${ChatReason}` | `chat.over.${ConversationEnd}` | `chat.outcome.${ConversationEnd | 'open'}`,
  Message
> &
  Record<`hand-over.outcome.${HandOverStep['outcome']}`, Message>

/** Everything around a chat: how it comes, who waits, to whom it goes. */
export const chatDeskWords = {
  'chat.offer.heading': { en: '{name} wants to chat', fr: '{name} veut clavarder' },
  'chat.offer.accept': { en: 'Accept the chat', fr: 'Accepter la conversation' },
  'chat.offer.refuse': { en: 'Not now', fr: 'Pas maintenant' },
  'chat.offer.left': { en: '{seconds} s to answer', fr: '{seconds} s pour répondre' },
  'chat.offer.announce': {
    en: 'A chat with {name}, queue {queue}. {key} accepts it.',
    fr: 'Conversation avec {name}, file {queue}. {key} pour accepter.',
  },
  'chat.customer.unnamed': { en: 'Somebody without a name', fr: 'Une personne sans nom' },

  'chat.reason.new': { en: 'New', fr: 'Nouvelle' },
  'chat.reason.returning': { en: 'Was with you before', fr: 'Vous lui avez déjà parlé' },
  'chat.reason.transfer': { en: 'Handed on to you', fr: 'Vous est transmise' },
  'chat.reason.invited': { en: 'You are asked to join', fr: 'On vous demande de vous joindre' },
  'chat.reason.agent-away': {
    en: 'The agent before you has lost the connection',
    fr: 'La connexion de l’agent précédent est perdue',
  },
  'chat.note-from': { en: 'Note from {name}, for you alone', fr: 'Note de {name}, pour vous seulement' },

  'chat.rail.heading': { en: 'Chats', fr: 'Clavardage' },
  'chat.rail.unread': {
    en: '{count, plural, one {# new message} other {# new messages}}',
    fr: '{count, plural, one {# nouveau message} other {# nouveaux messages}}',
  },
  'chat.rail.draft': { en: 'Draft', fr: 'Brouillon' },
  'chat.rail.joining': { en: 'Connecting…', fr: 'Connexion…' },
  'chat.rail.waits.first': { en: 'waits for a first answer', fr: 'attend une première réponse' },
  'chat.rail.waits.next': { en: 'waits for your answer', fr: 'attend votre réponse' },
  'chat.rail.overdue': { en: 'overdue', fr: 'en retard' },
  'chat.rail.their-turn': { en: 'their turn', fr: 'à son tour' },
  'chat.rail.ended': { en: 'Ended: finish the wrap-up', fr: 'Terminée\u00a0: à conclure' },
  'chat.queues.waiting': {
    en: '{queue}: {count, plural, one {# person waits} other {# people wait}}',
    fr: '{queue}\u00a0: {count, plural, one {# personne attend} other {# personnes attendent}}',
  },
  'chat.standing': {
    en: 'Chats: {count} of {most}',
    fr: 'Clavardage\u00a0: {count} sur {most}',
  },
  'chat.standing.count': { en: 'Chats: {count}', fr: 'Clavardage\u00a0: {count}' },
  'chat.standing.away': { en: 'no new ones', fr: 'aucune nouvelle' },
  'chat.queues': { en: 'Who waits for a chat', fr: 'File d’attente du clavardage' },
  'chat.queue.gone': {
    en: 'The chat queue does not answer: your chats go on, no new one comes.',
    fr: 'La file de clavardage ne répond pas\u00a0: vos conversations continuent, aucune nouvelle n’arrive.',
  },

  'chat.state.open': { en: 'Chat', fr: 'Clavardage' },
  'chat.state.joining': { en: 'Chat, connecting…', fr: 'Clavardage, connexion…' },
  'chat.state.ended': { en: 'Chat ended', fr: 'Clavardage terminé' },
  'chat.controls': { en: 'What to do with this chat', fr: 'Actions pour cette conversation' },
  'chat.call': { en: 'Call', fr: 'Appeler' },
  'chat.call.no-number': {
    en: 'No telephone number is known: ask for it in the chat.',
    fr: 'Aucun numéro connu\u00a0: demandez-le dans la conversation.',
  },
  'chat.hand-on': { en: 'Hand on', fr: 'Transmettre' },
  'chat.report': { en: 'Report', fr: 'Signaler' },
  'chat.end': { en: 'End the chat', fr: 'Terminer' },
  'chat.with': { en: 'With you: {names}', fr: 'Avec vous\u00a0: {names}' },
  'chat.customer-gone': { en: 'The customer is not connected now.', fr: 'Le client n’est pas connecté.' },
  'chat.handing-to': { en: 'Asking {name}…', fr: 'Demande à {name}…' },
  'chat.handing-to.leads': { en: 'the leads', fr: 'les responsables' },

  'chat.over.agent-ended': { en: 'You ended the chat.', fr: 'Vous avez terminé la conversation.' },
  'chat.over.customer-left': { en: 'The customer has left.', fr: 'Le client est parti.' },
  'chat.over.transferred': { en: 'Somebody else has it now.', fr: 'Une autre personne s’en occupe.' },
  'chat.over.taken-over': {
    en: 'You were away too long: somebody else goes on with it.',
    fr: 'Votre absence a trop duré\u00a0: une autre personne prend la suite.',
  },
  'chat.over.room-gone': {
    en: 'The server has closed this chat. What was said is kept here.',
    fr: 'Le serveur a fermé cette conversation. Ce qui a été dit est conservé ici.',
  },
  'chat.over.blocked': {
    en: 'The customer is kept out after a report.',
    fr: 'Le client est écarté à la suite d’un signalement.',
  },

  'chat.outcome.open': { en: 'Chatted', fr: 'Échange' },
  'chat.outcome.agent-ended': { en: 'Ended by you', fr: 'Terminée par vous' },
  'chat.outcome.customer-left': { en: 'The customer left', fr: 'Départ du client' },
  'chat.outcome.transferred': { en: 'Handed on', fr: 'Transmise' },
  'chat.outcome.taken-over': { en: 'Taken over', fr: 'Reprise par une autre personne' },
  'chat.outcome.room-gone': { en: 'Closed by the server', fr: 'Fermée par le serveur' },
  'chat.outcome.blocked': { en: 'Kept out after a report', fr: 'Écart après signalement' },

  'hand-on.heading': { en: 'Hand this chat on', fr: 'Transmettre cette conversation' },
  'hand-on.to': { en: 'To whom?', fr: 'À qui?' },
  'hand-on.lead': { en: 'A team lead', fr: 'Une ou un responsable' },
  'hand-on.queue': { en: 'Everybody in {queue}', fr: 'Tout le monde de la file {queue}' },
  'hand-on.load': { en: '{count} of {most} chats', fr: 'clavardage\u00a0: {count} sur {most}' },
  'hand-on.away': { en: 'takes no chats now', fr: 'ne prend pas de conversations' },
  'hand-on.note': { en: 'Note for them alone', fr: 'Note pour cette personne seulement' },
  'hand-on.note.hint': {
    en: 'The customer never sees it.',
    fr: 'Le client ne la voit jamais.',
  },
  'hand-on.stay': {
    en: 'Stay in the chat: they join you',
    fr: 'Rester dans la conversation\u00a0: la personne vous rejoint',
  },
  'hand-on.go': { en: 'Ask them', fr: 'Demander' },
  'hand-on.nobody': {
    en: 'Nobody can be asked at the moment.',
    fr: 'Personne ne peut être sollicité pour le moment.',
  },
  'hand-on.missing': { en: 'Choose to whom.', fr: 'Choisissez à qui.' },

  'report.heading': { en: 'Report this chat', fr: 'Signaler cette conversation' },
  'report.about': {
    en: 'The leads who are there read it at once. You need not bear abuse.',
    fr: 'Les responsables présents le lisent aussitôt. Vous n’avez pas à subir d’abus.',
  },
  'report.reason': { en: 'What happened', fr: 'Ce qui s’est passé' },
  'report.missing': {
    en: 'Say in a few words what happened.',
    fr: 'Dites en quelques mots ce qui s’est passé.',
  },
  'report.block': {
    en: 'End the chat, and keep this person out for now',
    fr: 'Terminer la conversation et écarter cette personne pour l’instant',
  },
  'report.go': { en: 'Report', fr: 'Signaler' },

  'hand-over.heading': { en: 'From {bot}', fr: 'De {bot}' },
  'hand-over.reason': { en: 'Why a person', fr: 'Pourquoi une personne' },
  'hand-over.facts': { en: 'What is known', fr: 'Ce qui est connu' },
  'hand-over.steps': { en: 'What was tried', fr: 'Ce qui a été tenté' },
  'hand-over.promised': { en: 'What was promised', fr: 'Ce qui a été promis' },
  'hand-over.promised.due': { en: '{what}, by {when}', fr: '{what}, d’ici le {when}' },
  'hand-over.consent': { en: 'Agreed to', fr: 'Consentements' },
  'hand-over.consent.given': { en: 'yes, {when}', fr: 'oui, {when}' },
  'hand-over.consent.refused': { en: 'no, {when}', fr: 'non, {when}' },
  'hand-over.outcome.worked': { en: 'worked', fr: 'réussi' },
  'hand-over.outcome.did-not-work': { en: 'did not work', fr: 'sans succès' },
  'hand-over.outcome.not-finished': { en: 'not finished', fr: 'inachevé' },
  'hand-over.unverified': {
    en: 'Nothing of this has been checked.',
    fr: 'Rien de cela n’a été vérifié.',
  },
} as const satisfies DeskMessages & Catalogue
