import type { Delivery } from '../domain/message.ts'
import type { Catalogue, Message } from './message.ts'
import { sayWith } from './say-with.ts'
import type { SayOf } from './say-with.ts'

type DeliveryMessages = Record<`delivery.${Delivery}`, Message>

/** The customer's page, for people who are tired, old or upset: short sentences, and what happens next. */
export const customerWords = {
  title: { en: 'Chat with {service}', fr: 'Clavarder avec {service}' },
  'other-language': { en: 'Français', fr: 'English' },
  broken: {
    en: 'This page is not set up correctly. Please use another way to reach us.',
    fr: 'Cette page n’est pas configurée correctement. Veuillez nous joindre autrement.',
  },

  'form.queue': { en: 'What is it about?', fr: 'De quoi s’agit-il?' },
  'form.question': { en: 'Your question', fr: 'Votre question' },
  'form.question.missing': {
    en: 'Please write your question in a few words.',
    fr: 'Veuillez écrire votre question en quelques mots.',
  },
  'form.name': { en: 'Your name (optional)', fr: 'Votre nom (facultatif)' },
  'form.number': { en: 'Your telephone number (optional)', fr: 'Votre numéro de téléphone (facultatif)' },
  'form.number.why': {
    en: 'So that we can call you if writing is not enough.',
    fr: 'Pour vous appeler si l’écrit ne suffit pas.',
  },
  'form.privacy': {
    en: '{service} keeps what is written in this chat. This page keeps nothing once you close it.',
    fr: '{service} conserve ce qui est écrit dans cette conversation. Cette page ne conserve rien une fois fermée.',
  },
  'form.begin': { en: 'Start the chat', fr: 'Commencer' },
  'form.asking': { en: 'Connecting…', fr: 'Connexion en cours…' },

  'refused.closed': { en: 'Chat is closed at the moment.', fr: 'Le clavardage est fermé en ce moment.' },
  'refused.full': {
    en: 'Too many people are waiting. Please try again later.',
    fr: 'Trop de personnes attendent. Veuillez réessayer plus tard.',
  },
  'refused.kept-out': {
    en: 'You cannot use the chat at the moment. Please use another way to reach us.',
    fr: 'Vous ne pouvez pas utiliser le clavardage en ce moment. Veuillez nous joindre autrement.',
  },
  'refused.open-elsewhere': {
    en: 'You are already in this queue, in another tab or window.',
    fr: 'Vous êtes déjà dans cette file, dans un autre onglet ou une autre fenêtre.',
  },
  'refused.not-found': {
    en: 'There is no chat for this subject at the moment.',
    fr: 'Il n’y a pas de clavardage à ce sujet en ce moment.',
  },
  'refused.unreachable': {
    en: 'We cannot be reached at the moment. Check your connection and try again.',
    fr: 'Nous ne sommes pas joignables en ce moment. Vérifiez votre connexion et réessayez.',
  },

  'chat.label': { en: 'Conversation', fr: 'Conversation' },
  'chat.waiting': { en: 'You are in the queue.', fr: 'Vous êtes dans la file d’attente.' },
  'chat.place': {
    en: 'You are number {position} in the queue.',
    fr: 'Vous êtes au rang {position} dans la file d’attente.',
  },
  'chat.wait': {
    en: 'Expected wait: about {minutes, plural, one {# minute} other {# minutes}}.',
    fr: 'Attente prévue\u00a0: environ {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'chat.wait-unknown': {
    en: 'We do not know yet how long it will take.',
    fr: 'Nous ne savons pas encore combien de temps il faudra.',
  },
  'chat.write-already': {
    en: 'You can already write: whoever answers will read it.',
    fr: 'Vous pouvez déjà écrire\u00a0: la personne qui répondra le lira.',
  },
  'chat.served': { en: 'You are connected.', fr: 'Vous êtes en communication.' },
  'chat.link-lost': {
    en: 'The connection is interrupted. We are trying again; what you write is sent as soon as it is back. Please keep this page open.',
    fr: 'La connexion est interrompue. Nous réessayons; ce que vous écrivez partira dès son retour. Veuillez garder cette page ouverte.',
  },
  'chat.try-now': { en: 'Try now', fr: 'Réessayer maintenant' },
  'chat.you': { en: 'You', fr: 'Vous' },
  'chat.nick': { en: 'Customer', fr: 'Client' },
  'chat.centre': { en: 'Information', fr: 'Information' },
  'chat.writing': { en: '{name} is writing…', fr: '{name} écrit…' },
  'chat.too-long': {
    en: 'A message that was too long to be shown.',
    fr: 'Un message trop long pour être affiché.',
  },
  'chat.private': { en: 'A private message.', fr: 'Un message privé.' },
  'chat.not-understood': {
    en: 'Something that this page cannot show.',
    fr: 'Quelque chose que cette page ne peut pas afficher.',
  },

  'delivery.waiting': { en: 'Waiting', fr: 'En attente' },
  'delivery.sent': { en: 'Sent', fr: 'Envoyé' },
  'delivery.delivered': { en: 'Delivered', fr: 'Remis' },
  'delivery.read': { en: 'Read', fr: 'Lu' },
  'delivery.refused': { en: 'Not sent', fr: 'Non envoyé' },

  'write.label': { en: 'Your message', fr: 'Votre message' },
  'write.hint': {
    en: 'Enter sends, Shift+Enter begins a new line.',
    fr: 'Entrée envoie, Maj+Entrée va à la ligne.',
  },
  'write.send': { en: 'Send', fr: 'Envoyer' },

  'file.choose': { en: 'Send a file', fr: 'Envoyer un fichier' },
  'file.sharing': { en: 'Sending the file: {percent}%', fr: 'Envoi du fichier\u00a0: {percent}\u00a0%' },
  'file.show': { en: 'Show {name}', fr: 'Afficher {name}' },
  'file.save': { en: 'Save {name}', fr: 'Enregistrer {name}' },
  'file.fetching': { en: 'Fetching the file…', fr: 'Récupération du fichier…' },
  'file.picture': { en: 'Picture: {name}', fr: 'Image\u00a0: {name}' },
  'file.too-large': {
    en: 'The file is too large. At most {size} can be sent.',
    fr: 'Le fichier est trop gros. On peut envoyer au plus {size}.',
  },
  'file.wrong-type': {
    en: 'Only pictures (PNG, JPEG, GIF, WebP), PDF and plain text can be sent and shown.',
    fr: 'Seuls les images (PNG, JPEG, GIF, WebP), le PDF et le texte brut peuvent être envoyés et affichés.',
  },
  'file.refused': { en: 'The file was refused.', fr: 'Le fichier a été refusé.' },
  'file.no-link': {
    en: 'The file could not be transferred. Please try again.',
    fr: 'Le fichier n’a pas pu être transféré. Veuillez réessayer.',
  },
  'file.missing': { en: 'The file is no longer there.', fr: 'Le fichier n’est plus là.' },

  'leave.ask': { en: 'End the chat', fr: 'Terminer la conversation' },
  'leave.sure': { en: 'Do you want to end this chat?', fr: 'Voulez-vous terminer cette conversation?' },
  'leave.yes': { en: 'Yes, end it', fr: 'Oui, terminer' },
  'leave.no': { en: 'No, go on', fr: 'Non, continuer' },

  'over.left': { en: 'You have ended the chat.', fr: 'Vous avez terminé la conversation.' },
  'over.ended': { en: 'This chat has ended.', fr: 'Cette conversation est terminée.' },
  'over.ended-while-away': {
    en: 'This chat ended while you were disconnected.',
    fr: 'Cette conversation s’est terminée pendant que vous n’étiez plus connecté.',
  },
  'over.open-elsewhere': {
    en: 'This chat is open in another tab or window. Please go on there.',
    fr: 'Cette conversation est ouverte dans un autre onglet ou une autre fenêtre. Veuillez la poursuivre là.',
  },
  'over.not-sent': {
    en: 'What is marked as waiting was not sent.',
    fr: 'Ce qui est marqué en attente n’a pas été envoyé.',
  },
  'over.again': { en: 'Start a new chat', fr: 'Commencer une nouvelle conversation' },
} as const satisfies DeliveryMessages & Catalogue

export type SayToCustomer = SayOf<typeof customerWords>

export const sayToCustomer = sayWith(customerWords)
