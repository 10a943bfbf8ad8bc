import type { Delivery } from '../domain/message.ts'
import type { Catalogue, Message } from './message.ts'

type DeliveryMessages = Record<`message.${Delivery}`, Message>

/** The conversation itself: what was said, and what is being written. */
export const chatWords = {
  'transcript.label': { en: 'Conversation with {name}', fr: 'Conversation avec {name}' },
  'transcript.empty': {
    en: 'Nothing has been written yet.',
    fr: 'Rien n’a encore été écrit.',
  },
  'transcript.older': { en: 'Show earlier messages', fr: 'Afficher les messages précédents' },
  'transcript.newer': {
    en: '{count, plural, one {# new message below} other {# new messages below}}',
    fr: '{count, plural, one {# nouveau message plus bas} other {# nouveaux messages plus bas}}',
  },
  'transcript.composing': { en: '{name} is writing…', fr: '{name} écrit…' },
  'transcript.you': { en: 'You', fr: 'Vous' },
  'transcript.bot': { en: '{name}, a program', fr: '{name}, un programme' },
  'transcript.colleague': { en: '{name}, colleague', fr: '{name}, collègue' },
  'transcript.lead': { en: '{name}, team lead', fr: '{name}, responsable' },
  'transcript.centre': { en: 'The customer was told', fr: 'Le client a été informé' },

  'message.waiting': { en: 'Waiting, saved here', fr: 'En attente, enregistré ici' },
  'message.sent': { en: 'Sent', fr: 'Envoyé' },
  'message.delivered': { en: 'Delivered', fr: 'Remis' },
  'message.read': { en: 'Read', fr: 'Lu' },
  'message.refused': { en: 'Not sent: the server refused it', fr: 'Non envoyé\u00a0: refusé par le serveur' },
  'message.again': { en: 'Send again', fr: 'Renvoyer' },
  'message.too-long': {
    en: 'A message that was too long to be shown. Ask for it in parts.',
    fr: 'Un message trop long pour être affiché. Demandez-le en plusieurs parties.',
  },
  'message.not-understood': {
    en: 'Something that this desk cannot show. Ask what it was.',
    fr: 'Quelque chose que ce poste ne peut pas afficher. Demandez ce que c’était.',
  },
  'message.private': {
    en: 'A message of a private stretch. It was not kept.',
    fr: 'Un message d’un passage privé. Il n’a pas été conservé.',
  },
  'link.leads-to': { en: '(leads to {host})', fr: '(mène à {host})' },
  'link.copy': { en: 'Copy the link to {host}', fr: 'Copier le lien vers {host}' },

  'file.show': { en: 'Fetch and show', fr: 'Récupérer et afficher' },
  'file.save': { en: 'Save', fr: 'Enregistrer' },
  'file.picture': { en: 'Picture: {name}', fr: 'Image\u00a0: {name}' },
  'file.unknown-sender': {
    en: 'Nothing is opened by itself. Fetch it only if you expect it.',
    fr: 'Rien ne s’ouvre tout seul. Ne récupérez ce fichier que si vous l’attendez.',
  },

  'composer.label': { en: 'Write to {name}', fr: 'Écrire à {name}' },
  'composer.hint': {
    en: 'Enter sends, Shift+Enter begins a new line, / shows approved replies.',
    fr: 'Entrée envoie, Maj+Entrée va à la ligne, / affiche les réponses approuvées.',
  },
  'composer.send': { en: 'Send', fr: 'Envoyer' },
  'composer.left': {
    en: '{count, plural, one {# character left} other {# characters left}}',
    fr: '{count, plural, one {# caractère restant} other {# caractères restants}}',
  },
  'composer.too-long': {
    en: 'Too long by {count, plural, one {# character} other {# characters}}: send it in parts.',
    fr: 'Trop long de {count, plural, one {# caractère} other {# caractères}}\u00a0: envoyez en plusieurs parties.',
  },
  'composer.file': {
    en: 'choose a file that goes with the message',
    fr: 'choisir un fichier à joindre au message',
  },
  'composer.file.short': { en: 'File', fr: 'Fichier' },
  'composer.files': { en: 'Files that go with the message', fr: 'Fichiers joints au message' },
  'composer.files.wait': {
    en: '{count, plural, one {# file goes} other {# files go}} with the next message. Unlike your text, what is not sent is gone when the desk is closed.',
    fr: '{count, plural, one {# fichier partira} other {# fichiers partiront}} avec le prochain message. Contrairement au texte, ce qui n’est pas envoyé est perdu à la fermeture du poste.',
  },
  'composer.sharing': { en: 'Sending a file', fr: 'Envoi d’un fichier' },
  'composer.offline': {
    en: 'No link: what you send is saved here and leaves by itself, in order. The customer reads that your connection is interrupted.',
    fr: 'Pas de liaison\u00a0: ce que vous envoyez est enregistré ici et partira tout seul, dans l’ordre. Le client lit que votre connexion est interrompue.',
  },
  'composer.ended': {
    en: 'This chat has ended: nothing more can be sent.',
    fr: 'Cette conversation est terminée\u00a0: on ne peut plus rien envoyer.',
  },

  'replies.label': { en: 'Approved replies and commands', fr: 'Réponses approuvées et commandes' },
  'replies.none': { en: 'No such reply or command.', fr: 'Aucune réponse ou commande de ce nom.' },
  'replies.count': {
    en: '{count, plural, one {# choice. Arrows move, Enter chooses.} other {# choices. Arrows move, Enter chooses.}}',
    fr: '{count, plural, one {# choix. Les flèches déplacent, Entrée choisit.} other {# choix. Les flèches déplacent, Entrée choisit.}}',
  },
  'replies.missing': { en: 'Fill in: {names}', fr: 'À compléter\u00a0: {names}' },
  'replies.field.customer': { en: 'the customer’s name', fr: 'le nom du client' },
  'replies.field.agent': { en: 'your name', fr: 'votre nom' },
  'replies.field.case': { en: 'the case number', fr: 'le numéro de dossier' },
  'replies.command.call': { en: 'Call the customer', fr: 'Appeler le client' },
  'replies.command.next': {
    en: 'Go to whoever waits longest',
    fr: 'Aller à qui attend depuis le plus longtemps',
  },
  'replies.command.hand': { en: 'Hand the chat on', fr: 'Transmettre la conversation' },
  'replies.command.note': { en: 'Write in your note', fr: 'Écrire dans votre note' },
  'replies.command.find': { en: 'Search in all chats', fr: 'Chercher dans toutes les conversations' },
  'replies.command.end': { en: 'End the chat', fr: 'Terminer la conversation' },
} as const satisfies DeliveryMessages & Catalogue
