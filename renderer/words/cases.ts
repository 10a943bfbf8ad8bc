import type { CaseView } from '../domain/case-record.ts'
import type { CaseEdit } from '../domain/case-edit.ts'
import type { Standing } from '../domain/case.ts'
import type { Catalogue, Message } from './message.ts'

type ListMessages = Record<
  | `cases.view.${CaseView}`
  | `cases.none.${CaseView}`
  | `cases.standing.${Exclude<Standing['kind'], 'here'>}`
  | `cases.undo.${CaseEdit['kind']}`
  | `cases.sent.${CaseEdit['kind']}`,
  Message
>

/** The lists of cases, what is found, what is due, and what can be taken back. */
export const caseListWords = {
  'cases.heading': { en: 'Cases', fr: 'Dossiers' },
  'cases.tab.between': { en: 'Between calls', fr: 'Entre les appels' },
  'cases.tab.call': { en: 'This call', fr: 'Cet appel' },
  'cases.tab.case': { en: 'Case', fr: 'Dossier' },
  'cases.tab.case.count': { en: 'Case ({count})', fr: 'Dossier ({count})' },
  'cases.beside': { en: 'Story and cases', fr: 'Historique et dossiers' },

  'cases.views': { en: 'Lists', fr: 'Listes' },
  'cases.view.mine': { en: 'Mine', fr: 'Les miens' },
  'cases.view.team': { en: 'Team', fr: 'Équipe' },
  'cases.view.due': { en: 'Due', fr: 'À échéance' },
  'cases.view.promises': { en: 'Promises', fr: 'Promesses' },
  'cases.view.unsent': { en: 'Not sent', fr: 'Non envoyés' },
  'cases.view.pinned': { en: 'Pinned', fr: 'Épinglés' },
  'cases.none.mine': {
    en: 'No open case is yours. The team’s list has the others.',
    fr: 'Aucun dossier ouvert ne vous est attribué. Les autres sont dans la liste de l’équipe.',
  },
  'cases.none.team': {
    en: 'Your team has no open case.',
    fr: 'Votre équipe n’a aucun dossier ouvert.',
  },
  'cases.none.due': {
    en: 'No open case has a due date.',
    fr: 'Aucun dossier ouvert n’a d’échéance.',
  },
  'cases.none.promises': {
    en: 'Every promise is kept.',
    fr: 'Toutes les promesses sont tenues.',
  },
  'cases.none.unsent': {
    en: 'Everything that you wrote is in the case system.',
    fr: 'Tout ce que vous avez écrit est dans le système de dossiers.',
  },
  'cases.none.pinned': {
    en: 'Nothing is pinned. The pin on a case, or P in the list, keeps it here and on this computer.',
    fr: 'Aucun dossier n’est épinglé. L’épingle d’un dossier, ou P dans la liste, le garde ici et sur cet ordinateur.',
  },
  'cases.none.found': {
    en: 'No case has “{text}”. Try the beginning of a word, fewer words, or the case’s number.',
    fr: 'Aucun dossier ne contient «\u00a0{text}\u00a0». Essayez un début de mot, moins de mots ou le numéro du dossier.',
  },
  'cases.loading': { en: 'Opening the list…', fr: 'Ouverture de la liste…' },
  'cases.loading.more': { en: 'More is coming…', fr: 'La suite arrive…' },
  'cases.list.keys': {
    en: 'Arrow keys move, Enter opens, P pins.',
    fr: 'Les flèches déplacent, Entrée ouvre, P épingle.',
  },
  'cases.choose': {
    en: 'Choose a case in the list: its fields, its history and what you write to it show here.',
    fr: 'Choisissez un dossier dans la liste\u00a0: ses champs, son historique et vos écrits s’affichent ici.',
  },
  'cases.back': { en: 'Back to the list', fr: 'Retour à la liste' },
  'cases.offline': {
    en: 'The case system cannot be reached. These are the cases on this computer: work on, and what you write is sent later.',
    fr: 'Le système de dossiers est injoignable. Voici les dossiers de cet ordinateur\u00a0: continuez, vos écrits partiront plus tard.',
  },
  'cases.signed-out': {
    en: 'The case system wants you to sign in again. These are the cases on this computer: work on, and what you write waits here.',
    fr: 'Le système de dossiers demande une nouvelle connexion. Voici les dossiers de cet ordinateur\u00a0: continuez, vos écrits attendent ici.',
  },

  'cases.search': { en: 'Find a case', fr: 'Trouver un dossier' },
  'cases.search.hint': {
    en: 'Find: words, a number, a name or an address',
    fr: 'Trouver\u00a0: mots, numéro, nom ou adresse',
  },
  'cases.search.clear': { en: 'Empty the search', fr: 'Vider la recherche' },
  'cases.search.running': { en: 'Searching…', fr: 'Recherche…' },
  'cases.search.stop': { en: 'Stop', fr: 'Arrêter' },
  'cases.search.both': {
    en: 'Searched: this computer and the case system.',
    fr: 'Recherche faite sur cet ordinateur et dans le système de dossiers.',
  },
  'cases.search.here': {
    en: 'Searched: this computer only. The case system cannot be asked now.',
    fr: 'Recherche faite sur cet ordinateur seulement. Le système de dossiers n’est pas joignable en ce moment.',
  },
  'cases.search.stopped': {
    en: 'The search was stopped: there may be more.',
    fr: 'Recherche arrêtée\u00a0: il peut y en avoir d’autres.',
  },
  'cases.search.found': {
    en: '{count, plural, =0 {Nothing found} one {# case found} other {# cases found}}',
    fr: '{count, plural, =0 {Aucun dossier trouvé} one {# dossier trouvé} other {# dossiers trouvés}}',
  },

  'cases.row.unsent': { en: 'not sent yet', fr: 'pas encore envoyé' },
  'cases.row.untitled': { en: 'No subject', fr: 'Sans objet' },
  'cases.row.owner': { en: 'Owner: {owner}', fr: 'Responsable\u00a0: {owner}' },
  'cases.row.nobody': { en: 'Nobody has it', fr: 'Sans responsable' },
  'cases.row.due': { en: 'Due {date}', fr: 'Échéance\u00a0: {date}' },
  'cases.row.overdue': { en: 'Overdue since {date}', fr: 'En retard\u00a0: {date}' },
  'cases.row.promised': { en: '{kind} by {date}', fr: '{kind}, échéance\u00a0: {date}' },
  'cases.row.promise-overdue': { en: '{kind} overdue since {date}', fr: '{kind} en retard\u00a0: {date}' },
  'cases.row.under-way': {
    en: '{count, plural, one {# change waits here} other {# changes wait here}}',
    fr: '{count, plural, one {# ajout attend ici} other {# ajouts attendent ici}}',
  },
  'cases.row.needs': {
    en: '{count, plural, one {# needs you} other {# need you}}',
    fr: '{count, plural, one {# à décider} other {# à décider}}',
  },
  'cases.row.pin': { en: 'Pin', fr: 'Épingler' },
  'cases.row.open': { en: 'open here', fr: 'ouvert ici' },
  'cases.status.new': { en: 'new', fr: 'nouveau' },
  'cases.status.open': { en: 'open', fr: 'ouvert' },
  'cases.status.stalled': { en: 'stalled', fr: 'en suspens' },
  'cases.status.resolved': { en: 'resolved', fr: 'résolu' },
  'cases.status.rejected': { en: 'rejected', fr: 'rejeté' },
  'cases.status.deleted': { en: 'deleted', fr: 'supprimé' },
  'cases.standing.merged': { en: 'Joined to another case', fr: 'Fusionné avec un autre dossier' },
  'cases.standing.deleted': { en: 'Deleted there', fr: 'Supprimé là-bas' },
  'cases.standing.forbidden': { en: 'No longer yours to see', fr: 'Accès retiré' },

  'cases.due.heading': { en: 'Call-backs and promises due', fr: 'Rappels et promesses à tenir' },
  'cases.due.none': { en: 'Nothing is due today.', fr: 'Rien à tenir aujourd’hui.' },
  'cases.due.at': { en: 'by {time}', fr: 'avant {time}' },
  'cases.due.overdue': { en: 'overdue since {time}', fr: 'en retard\u00a0: {time}' },
  'cases.due.promise': { en: 'Promise', fr: 'Promesse' },
  'cases.due.call-back': { en: 'Call-back', fr: 'Rappel' },
  'cases.due.open': { en: 'Open the case', fr: 'Ouvrir le dossier' },
  'cases.due.more': {
    en: '{count, plural, one {# more} other {# more}}',
    fr: '{count, plural, one {# de plus} other {# de plus}}',
  },
  'cases.rail.open': { en: 'Open the cases', fr: 'Ouvrir les dossiers' },
  'cases.rail.needs': {
    en: '{count, plural, one {# decision waits for you} other {# decisions wait for you}}',
    fr: '{count, plural, one {# décision vous attend} other {# décisions vous attendent}}',
  },
  'cases.rail.under-way': {
    en: '{count, plural, =0 {everything is sent} one {# change is not sent yet} other {# changes are not sent yet}}',
    fr: '{count, plural, =0 {tout est envoyé} one {# ajout n’est pas encore envoyé} other {# ajouts ne sont pas encore envoyés}}',
  },

  'cases.undo': { en: 'Undo', fr: 'Annuler' },
  'cases.undo.dismiss': { en: 'Hide this line', fr: 'Masquer cette ligne' },
  'cases.undo.last': {
    en: 'Your last change to a case is saved on this computer.',
    fr: 'Votre dernier ajout à un dossier est enregistré sur cet ordinateur.',
  },
  'cases.undo.create': {
    en: 'The new case is saved on this computer.',
    fr: 'Le nouveau dossier est enregistré sur cet ordinateur.',
  },
  'cases.undo.change': {
    en: 'The changed field is saved on this computer.',
    fr: 'Le champ modifié est enregistré sur cet ordinateur.',
  },
  'cases.undo.note': {
    en: 'Your note is saved on this computer.',
    fr: 'Votre note est enregistrée sur cet ordinateur.',
  },
  'cases.undo.reply': {
    en: 'Your reply is saved on this computer.',
    fr: 'Votre réponse est enregistrée sur cet ordinateur.',
  },
  'cases.undo.link': {
    en: 'The link is saved on this computer.',
    fr: 'Le lien est enregistré sur cet ordinateur.',
  },
  'cases.sent.create': {
    en: 'The new case is in the case system.',
    fr: 'Le nouveau dossier est dans le système de dossiers.',
  },
  'cases.sent.change': {
    en: 'The changed field is in the case system.',
    fr: 'Le champ modifié est dans le système de dossiers.',
  },
  'cases.sent.note': {
    en: 'Your note is in the case system.',
    fr: 'Votre note est dans le système de dossiers.',
  },
  'cases.sent.reply': {
    en: 'Your reply has left.',
    fr: 'Votre réponse est partie.',
  },
  'cases.sent.link': {
    en: 'The link is in the case system.',
    fr: 'Le lien est dans le système de dossiers.',
  },
  'cases.undone': {
    en: 'Your last change is taken back.',
    fr: 'Votre dernier ajout est annulé.',
  },
} as const satisfies ListMessages & Catalogue
