import type { Catalogue } from './message.ts'

/** Customers: found, written about, and made one where they are one person. */
export const customersWords = {
  'customers.heading': { en: 'Customers', fr: 'Clients' },
  'customers.search': { en: 'Find a customer', fr: 'Trouver un client' },
  'customers.search.hint': {
    en: 'Name, number, address, or # and a case’s number',
    fr: 'Nom, numéro, adresse, ou # et un numéro de dossier',
  },
  'customers.search.clear': { en: 'Clear the search', fr: 'Effacer la recherche' },
  'customers.found': {
    en: '{count, plural, one {# customer found} other {# customers found}}',
    fr: '{count, plural, one {# client trouvé} other {# clients trouvés}}',
  },
  'customers.found.many': {
    en: 'The first {count} are shown: type more to find fewer.',
    fr: 'Les {count} premiers sont affichés\u00a0: précisez pour en trouver moins.',
  },
  'customers.none': {
    en: 'Nobody on this computer fits “{text}”. Try the beginning of a name, fewer digits, or a case’s number after #.',
    fr: 'Personne sur cet ordinateur ne correspond à «\u00a0{text}\u00a0». Essayez le début d’un nom, moins de chiffres, ou un numéro de dossier après #.',
  },
  'customers.searching': { en: 'Looking…', fr: 'Recherche…' },
  'customers.choose': {
    en: 'Find a customer to read their whole story here: calls, chats, e-mail, cases and guides.',
    fr: 'Trouvez un client pour lire ici tout son historique\u00a0: appels, clavardage, courriel, dossiers et guides.',
  },
  'customers.back': { en: 'Back to the customers', fr: 'Retour aux clients' },
  'customers.close': { en: 'Close the story', fr: 'Fermer l’historique' },
  'customers.opened': { en: 'Customer', fr: 'Client' },

  'contact.change': { en: 'Change details', fr: 'Modifier la fiche' },
  'contact.form': { en: 'Details of {name}', fr: 'Fiche de {name}' },
  'contact.form.name': { en: 'Name', fr: 'Nom' },
  'contact.form.name.missing': { en: 'Write the person’s name.', fr: 'Écrivez le nom de la personne.' },
  'contact.form.numbers': { en: 'Telephone numbers', fr: 'Numéros de téléphone' },
  'contact.form.lines': { en: 'One on each line.', fr: 'Un par ligne.' },
  'contact.form.numbers.fault': {
    en: '“{text}” is no telephone number that can be called. Write it with its area code, or with + and the country.',
    fr: '«\u00a0{text}\u00a0» n’est pas un numéro que l’on peut appeler. Écrivez-le avec l’indicatif régional, ou avec + et le pays.',
  },
  'contact.form.addresses': { en: 'E-mail addresses', fr: 'Adresses courriel' },
  'contact.form.addresses.fault': {
    en: '“{text}” is no e-mail address. Write it as name@example.org.',
    fr: '«\u00a0{text}\u00a0» n’est pas une adresse courriel. Écrivez-la comme nom@exemple.org.',
  },
  'contact.form.language': { en: 'Language', fr: 'Langue' },
  'contact.form.language.unknown': { en: 'Not known', fr: 'Inconnue' },
  'contact.form.needs': { en: 'What they need, as they said it', fr: 'Ses besoins, tels qu’exprimés' },
  'contact.form.hold': { en: 'On legal hold', fr: 'Conservation légale' },
  'contact.form.hold.hint': {
    en: 'Nothing about this person is deleted while it lasts, however old it is.',
    fr: 'Tant qu’elle dure, rien n’est supprimé au sujet de cette personne, quelle qu’en soit l’ancienneté.',
  },
  'contact.form.reason': { en: 'Reason for the hold', fr: 'Motif de la conservation' },
  'contact.form.reason.missing': {
    en: 'Write why, so that others know when it may end.',
    fr: 'Écrivez pourquoi, pour que d’autres sachent quand elle peut prendre fin.',
  },
  'contact.form.save': { en: 'Save the details', fr: 'Enregistrer la fiche' },
  'contact.form.cancel': { en: 'Leave as it was', fr: 'Ne rien changer' },
  'contact.form.saved': { en: 'Details saved on this computer', fr: 'Fiche enregistrée sur cet ordinateur' },

  'merge.open': { en: 'Same person as…', fr: 'Même personne que…' },
  'merge.heading': { en: 'Who is the same person as {name}?', fr: 'Qui est la même personne que {name}?' },
  'merge.about': {
    en: 'Their numbers, addresses and stories become one. It can be undone at any time.',
    fr: 'Leurs numéros, adresses et historiques n’en font plus qu’un. C’est annulable en tout temps.',
  },
  'merge.other': { en: 'The other one', fr: 'L’autre fiche' },
  'merge.name': { en: 'Which name stays?', fr: 'Quel nom garder?' },
  'merge.missing': { en: 'Choose the other one first.', fr: 'Choisissez d’abord l’autre fiche.' },
  'merge.go': { en: 'Make them one', fr: 'Réunir les deux fiches' },
  'merge.cancel': { en: 'Leave them apart', fr: 'Les laisser séparées' },
  'merge.done': {
    en: '{kept} and {gone} are one person now.',
    fr: '{kept} et {gone} ne font plus qu’une personne.',
  },
  'merge.undo': { en: 'Separate them again', fr: 'Les séparer de nouveau' },
  'merge.dismiss': { en: 'Close this line', fr: 'Fermer cette ligne' },
  'merge.list': { en: 'Also known as', fr: 'Fiches réunies' },
  'merge.also': { en: 'Also known as {names}', fr: 'Fiches réunies\u00a0: {names}' },
  'merge.since': { en: '{name}, since {when}', fr: '{name}, depuis le {when}' },
} as const satisfies Catalogue
