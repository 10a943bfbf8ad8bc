import type { CallState, EndCause } from '../domain/call.ts'
import type { Catalogue, Message } from './message.ts'

type CallMessages = Record<`call.state.${CallState}` | `end.${EndCause}`, Message>

export const callWords = {
  'notice.call-offered.title': { en: 'A customer is calling', fr: 'Un client appelle' },
  'notice.call-offered.body': { en: 'Open Foyer to answer.', fr: 'Ouvrez Foyer pour répondre.' },

  'notice.chat-offered.title': { en: 'A customer wants to chat', fr: 'Un client veut clavarder' },
  'notice.chat-offered.body': { en: 'Open Foyer to accept.', fr: 'Ouvrez Foyer pour accepter.' },
  'notice.chat-message.title': { en: 'A new message in a chat', fr: 'Nouveau message dans un clavardage' },
  'notice.chat-message.body': { en: 'Open Foyer to answer.', fr: 'Ouvrez Foyer pour répondre.' },

  'now.heading': { en: 'Now', fr: 'En cours' },
  'now.nothing': { en: 'Nothing in hand', fr: 'Rien en cours' },
  'later.heading': { en: 'To finish', fr: 'À terminer' },
  'later.nothing': { en: 'Every wrap-up is finished.', fr: 'Rien à terminer.' },
  'main.label': { en: 'Interaction in hand', fr: 'Interaction en cours' },

  'idle.not-ready.heading': {
    en: 'You are not taking calls at the moment',
    fr: 'Vous ne prenez pas d’appels',
  },
  'idle.not-ready.body': {
    en: 'Become available when your headset is on. The desk checks your microphone first.',
    fr: 'Rendez-vous disponible une fois votre casque en place. Le poste vérifie d’abord votre microphone.',
  },
  'idle.available.heading': {
    en: 'Ready for the next customer',
    fr: 'Vous pouvez recevoir le prochain appel',
  },
  'idle.available.body': {
    en: 'The desk rings when a call comes. Press {key} to answer.',
    fr: 'Le poste sonne quand un appel arrive. Appuyez sur {key} pour répondre.',
  },

  'offer.heading': { en: '{name} is calling', fr: '{name} vous appelle' },
  'offer.title': { en: 'Incoming call – Foyer', fr: 'Appel entrant – Foyer' },
  'offer.queue': { en: 'Queue: {queue}', fr: 'File\u00a0: {queue}' },
  'offer.answer': { en: 'Answer', fr: 'Répondre' },
  'offer.answer-and-hold': {
    en: 'Answer and hold the other call',
    fr: 'Répondre et mettre l’autre appel en attente',
  },
  'offer.answer-and-give-up': {
    en: 'Answer and give up the other call',
    fr: 'Répondre et abandonner l’autre appel',
  },
  'offer.refuse': { en: 'Refuse', fr: 'Refuser' },
  'offer.announce': {
    en: 'Incoming call: {name}. Press {key} to answer.',
    fr: 'Appel entrant\u00a0: {name}. Appuyez sur {key} pour répondre.',
  },
  'offer.announce.waiting': {
    en: 'Another call: {name}. {key} answers it and holds the call in hand.',
    fr: 'Autre appel\u00a0: {name}. Appuyez sur {key} pour répondre; l’appel en cours sera mis en attente.',
  },
  'offer.announce.dialling': {
    en: 'Another call: {name}. {key} answers it and gives up the call that you are making.',
    fr: 'Autre appel\u00a0: {name}. Appuyez sur {key} pour répondre; l’appel que vous faites sera abandonné.',
  },

  'caller.unknown': { en: 'Unknown caller', fr: 'Appelant inconnu' },
  'caller.withheld': { en: 'Number withheld', fr: 'Numéro masqué' },
  'caller.unverified': {
    en: 'The number comes from the telephone network and proves nothing: check who it is.',
    fr: 'Le numéro vient du réseau téléphonique et ne prouve rien\u00a0: vérifiez l’identité.',
  },

  'call.title': { en: 'On a call – Foyer', fr: 'En appel – Foyer' },
  'call.state.offered': { en: 'Ringing', fr: 'Sonnerie' },
  'call.state.answering': { en: 'Connecting…', fr: 'Connexion…' },
  'call.state.dialling': { en: 'Calling…', fr: 'Composition…' },
  'call.state.ringing': { en: 'Ringing at the other end', fr: 'Ça sonne chez le correspondant' },
  'call.state.connected': { en: 'Connected', fr: 'En ligne' },
  'call.state.held': { en: 'On hold', fr: 'En attente' },
  'call.state.ended': { en: 'Ended', fr: 'Terminé' },
  'call.muted': {
    en: 'Microphone off: nobody can hear you.',
    fr: 'Micro coupé\u00a0: on ne vous entend pas.',
  },
  'call.unmuted': { en: 'Microphone on.', fr: 'Micro rétabli.' },
  'call.muted.short': { en: 'muted', fr: 'micro coupé' },
  'call.held': {
    en: 'On hold: neither of you hears the other.',
    fr: 'En attente\u00a0: aucun de vous n’entend l’autre.',
  },
  'call.held-by-customer': {
    en: 'The other person has put you on hold.',
    fr: 'Le correspondant vous a mis en attente.',
  },
  'call.early-sound': {
    en: 'You hear the other end already; nobody has answered yet.',
    fr: 'Vous entendez déjà l’autre bout; personne n’a encore répondu.',
  },
  'call.sound-lost': {
    en: 'No sound arrives. The call is held open, looking for a way: {time}',
    fr: 'Aucun son n’arrive. L’appel est maintenu pendant la recherche d’un chemin\u00a0: {time}',
  },
  'call.sound-lost.announce': {
    en: 'No sound arrives. The call is held open while the desk looks for a way.',
    fr: 'Aucun son n’arrive. L’appel est maintenu pendant que le poste cherche un chemin.',
  },
  'call.sound-lost.hint': {
    en: 'Stay on the line. Nothing needs to be pressed.',
    fr: 'Restez en ligne. Aucune manipulation n’est nécessaire.',
  },
  'call.transferring': {
    en: 'Transferring the customer to {name}. The call stays yours until it has worked.',
    fr: 'Transfert du client vers {name}. Vous gardez l’appel tant que le transfert n’a pas abouti.',
  },
  'call.controls': { en: 'Call controls', fr: 'Commandes de l’appel' },
  'call.duration': { en: 'Length of the call', fr: 'Durée de l’appel' },
  'call.mute': { en: 'Mute', fr: 'Couper le micro' },
  'call.unmute': { en: 'Unmute', fr: 'Rétablir le micro' },
  'call.hold': { en: 'Hold', fr: 'Mettre en attente' },
  'call.resume': { en: 'Resume', fr: 'Reprendre' },
  'call.keypad': { en: 'Keypad', fr: 'Clavier numérique' },
  'call.keypad.sent': { en: 'Sent: {digits}', fr: 'Envoyé\u00a0: {digits}' },
  'call.keypad.key': { en: 'Send {digit}', fr: 'Envoyer {digit}' },
  'call.hang-up': { en: 'Hang up', fr: 'Raccrocher' },
  'call.transfer': { en: 'Transfer…', fr: 'Transférer…' },
  'call.later.unanswered': {
    en: 'Possible once somebody has answered.',
    fr: 'Possible dès qu’une personne aura répondu.',
  },
  'call.later.held': {
    en: 'The call is on hold: resume it first.',
    fr: 'L’appel est en attente\u00a0: reprenez-le d’abord.',
  },
  'call.later.transferring': { en: 'A transfer is under way.', fr: 'Un transfert est en cours.' },
  'call.swap': { en: 'Swap', fr: 'Alterner' },
  'call.show': { en: 'Show', fr: 'Afficher' },
  'call.others': { en: 'Other calls', fr: 'Autres appels' },
  'call.waits': { en: 'Waiting', fr: 'Attente' },

  'consult.asking': { en: 'Asking {name} ({state})', fr: 'Vous consultez {name} ({state})' },
  'consult.label': { en: 'Asking a colleague', fr: 'Consultation d’un collègue' },
  'consult.complete': { en: 'Complete the transfer', fr: 'Effectuer le transfert' },
  'consult.take-back': {
    en: 'Leave the colleague, back to the customer',
    fr: 'Quitter le collègue et reprendre le client',
  },
  'consult.swap.to-colleague': { en: 'Swap to the colleague', fr: 'Passer au collègue' },
  'consult.swap.to-customer': { en: 'Swap to the customer', fr: 'Passer au client' },
  'consult.later': {
    en: 'Possible once {name} has answered.',
    fr: 'Possible dès que {name} aura répondu.',
  },
  'call.announce': { en: '{name}: {state}', fr: '{name}\u00a0: {state}' },

  'end.agent-hung-up': { en: 'You ended the call.', fr: 'Vous avez terminé l’appel.' },
  'end.customer-hung-up': {
    en: 'The other person ended the call.',
    fr: 'Le correspondant a terminé l’appel.',
  },
  'end.customer-gave-up': {
    en: 'The customer gave up waiting.',
    fr: 'Le client a raccroché avant la réponse.',
  },
  'end.answered-elsewhere': { en: 'Answered by somebody else.', fr: 'Un autre poste a répondu.' },
  'end.agent-refused': { en: 'You refused the call.', fr: 'Vous avez refusé l’appel.' },
  'end.agent-not-ready': { en: 'The call rang without an answer.', fr: 'L’appel a sonné sans réponse.' },
  'end.transferred': { en: 'You transferred the customer.', fr: 'Vous avez transféré le client.' },
  'end.agent-gave-up': {
    en: 'You hung up before anybody answered.',
    fr: 'Vous avez raccroché avant toute réponse.',
  },
  'end.no-answer': { en: 'Nobody answered.', fr: 'Personne n’a répondu.' },
  'end.busy': { en: 'The line was busy.', fr: 'La ligne était occupée.' },
  'end.declined': { en: 'The call was turned down.', fr: 'L’appel a été refusé.' },
  'end.unknown-number': {
    en: 'The centre does not know this number. Check it.',
    fr: 'Le centre ne connaît pas ce numéro. Vérifiez-le.',
  },
  'end.unreachable': {
    en: 'Nobody could be reached there. Try again later.',
    fr: 'Le correspondant était injoignable. Réessayez plus tard.',
  },
  'end.forgotten': {
    en: 'The centre lost the call. Call the customer back if you can.',
    fr: 'Le centre a perdu l’appel. Rappelez le client si possible.',
  },
  'end.failed': { en: 'The connection broke.', fr: 'La communication a été coupée.' },
} as const satisfies CallMessages & Catalogue
