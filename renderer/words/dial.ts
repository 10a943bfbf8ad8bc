import type { Undialable } from '../domain/dial.ts'
import type { Catalogue, Message } from './message.ts'

/** Calling somebody, and handing a customer over. */
export const dialWords = {
  'dial.open': { en: 'Call…', fr: 'Appeler…' },
  'dial.heading': { en: 'Call somebody', fr: 'Appeler quelqu’un' },
  'dial.heading.transfer': { en: 'Transfer {name}', fr: 'Transférer {name}' },
  'dial.field': { en: 'Name or number', fr: 'Nom ou numéro' },
  'dial.clear': { en: 'Clear the field', fr: 'Vider le champ' },
  'dial.hint': {
    en: 'A number such as 613 555 0117, +1 613 555 0117, an extension, or part of a name.',
    fr: 'Un numéro comme 613 555-0117 ou +1 613 555-0117, un poste, ou une partie d’un nom.',
  },
  'dial.suggestions': { en: 'People found', fr: 'Personnes trouvées' },
  'dial.suggestion.contact': { en: 'Customer', fr: 'Client' },
  'dial.suggestion.colleague': { en: 'Colleague', fr: 'Collègue' },
  'dial.calls-number': { en: 'Calls {number}', fr: 'Appel au {number}' },
  'dial.calls-extension': { en: 'Calls extension {number}', fr: 'Appel au poste {number}' },
  'dial.calls-colleague': { en: 'Calls {name}, extension {number}', fr: 'Appel à {name}, poste {number}' },
  'dial.to-number': { en: 'To {number}', fr: 'Vers le {number}' },
  'dial.to-extension': { en: 'To extension {number}', fr: 'Vers le poste {number}' },
  'dial.to-colleague': { en: 'To {name}, extension {number}', fr: 'Vers {name}, poste {number}' },
  'dial.go': { en: 'Call', fr: 'Appeler' },
  'dial.go.anyway': { en: 'Call anyway', fr: 'Appeler quand même' },
  'dial.transfer.now': { en: 'Transfer now', fr: 'Transférer maintenant' },
  'dial.transfer.ask': { en: 'Consult first', fr: 'Consulter d’abord' },
  'dial.transfer.hint': {
    en: 'Consult first: the customer waits while you talk to the other person.',
    fr: 'Consulter d’abord\u00a0: le client patiente pendant que vous parlez à l’autre personne.',
  },
  'dial.redial': { en: 'Redial {number}', fr: 'Recomposer le {number}' },
  'dial.last': { en: 'Last numbers', fr: 'Derniers numéros' },
  'dial.keypad': { en: 'Keypad', fr: 'Clavier numérique' },
  'dial.keypad.key': { en: 'Add {digit}', fr: 'Ajouter {digit}' },
  'dial.close': { en: 'Close', fr: 'Fermer' },

  'dial.emergency.practice': {
    en: 'Emergency numbers do not work in practice. In a real emergency, take your own telephone.',
    fr: 'Les numéros d’urgence ne fonctionnent pas en exercice. En cas d’urgence réelle, prenez votre propre téléphone.',
  },
  'dial.emergency.live': {
    en: 'Emergency services would be sent to the centre’s address, not to the caller’s and not to yours. Use your own telephone if you can.',
    fr: 'Les secours seraient envoyés à l’adresse du centre, et non chez l’appelant ni chez vous. Utilisez plutôt votre propre téléphone.',
  },
  'dial.emergency.transfer': {
    en: 'A customer cannot be transferred to an emergency number. Ask them to call it themselves.',
    fr: 'Un client ne peut pas être transféré à un numéro d’urgence. Demandez-lui d’appeler lui-même.',
  },

  'dial.undialable.empty': { en: 'Type a name or a number.', fr: 'Saisissez un nom ou un numéro.' },
  'dial.undialable.not-a-number': {
    en: 'This is not a telephone number. Check its digits, or choose somebody found.',
    fr: 'Ce n’est pas un numéro de téléphone. Vérifiez ses chiffres, ou choisissez une personne trouvée.',
  },
  'dial.undialable.too-short': {
    en: 'The number is too short. Did you type the area code?',
    fr: 'Le numéro est trop court. Avez-vous saisi l’indicatif régional?',
  },
  'dial.undialable.too-long': {
    en: 'The number is too long. Check its digits.',
    fr: 'Le numéro est trop long. Vérifiez ses chiffres.',
  },
  'dial.undialable.other-centre': {
    en: 'This address belongs to another centre and cannot be called from here. Use a telephone number.',
    fr: 'Cette adresse appartient à un autre centre et ne peut pas être appelée d’ici. Utilisez un numéro de téléphone.',
  },
} as const satisfies Record<`dial.undialable.${Undialable}`, Message> & Catalogue
