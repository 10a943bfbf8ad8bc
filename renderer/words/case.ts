import type { CommonField } from '../domain/case-field.ts'
import type { EventKind } from '../domain/case-event.ts'
import type { LinkKind, Standing } from '../domain/case.ts'
import type { EntryStateKind } from '../domain/outbox.ts'
import type { Catalogue, Message } from './message.ts'

type CaseMessages = Record<
  | `case.field.${CommonField}`
  | `case.event.${EventKind}`
  | `case.link.${LinkKind}`
  | `case.entry.${EntryStateKind}`
  | `case.standing.${Exclude<Standing['kind'], 'here'>}`,
  Message
>

/** The case that is open: its head, its fields and its history. */
export const caseWords = {
  'case.number': { en: 'Case {number}', fr: 'Dossier {number}' },
  'case.number.none': { en: 'Case not sent yet', fr: 'Dossier pas encore envoyé' },
  'case.write': { en: 'Write', fr: 'Écrire' },
  'case.close': { en: 'Close the case', fr: 'Fermer le dossier' },
  'case.pin': { en: 'Pin', fr: 'Épingler' },
  'case.pinned': { en: 'Pinned', fr: 'Épinglé' },
  'case.pin.about': {
    en: 'A pinned case stays on this computer and in its own list.',
    fr: 'Un dossier épinglé reste sur cet ordinateur, dans sa propre liste.',
  },

  'case.standing.merged': {
    en: 'Somebody has joined this case to case {number}: the work goes on there. What you wrote here is kept.',
    fr: 'Quelqu’un a fusionné ce dossier avec le dossier {number}\u00a0: le travail continue là. Ce que vous avez écrit ici est conservé.',
  },
  'case.standing.deleted': {
    en: 'Somebody has deleted this case in the case system, so nothing can be added to it. What is shown is what this computer has kept; if the customer still needs it, begin a new case.',
    fr: 'Quelqu’un a supprimé ce dossier dans le système de dossiers\u00a0: rien ne peut plus y être ajouté. Voici ce que cet ordinateur a conservé; si le client en a encore besoin, créez un nouveau dossier.',
  },
  'case.standing.forbidden': {
    en: 'You may not see this case any more: it was moved to another team, or a right was taken back. What is shown is what this computer has kept. Ask your team lead if it is yours.',
    fr: 'Vous n’avez plus accès à ce dossier\u00a0: il est passé à une autre équipe, ou un droit a été retiré. Voici ce que cet ordinateur a conservé. S’il vous revient, parlez-en à votre chef d’équipe.',
  },
  'case.standing.find': { en: 'Find case {number}', fr: 'Trouver le dossier {number}' },

  'case.sent.all': { en: 'Everything is sent', fr: 'Tout est envoyé' },
  'case.sent.waiting': {
    en: '{count, plural, one {# change waits to be sent} other {# changes wait to be sent}}',
    fr: '{count, plural, one {# ajout attend d’être envoyé} other {# ajouts attendent d’être envoyés}}',
  },
  'case.sent.needs': {
    en: '{count, plural, one {# decision for you, below} other {# decisions for you, below}}',
    fr: '{count, plural, one {# décision à prendre, plus bas} other {# décisions à prendre, plus bas}}',
  },
  'case.where': { en: 'Where your changes are', fr: 'Où sont vos ajouts' },

  'case.fields': { en: 'Fields', fr: 'Champs' },
  'case.field.subject': { en: 'Subject', fr: 'Objet' },
  'case.field.status': { en: 'Status', fr: 'Statut' },
  'case.field.owner': { en: 'Owner', fr: 'Responsable' },
  'case.field.queue': { en: 'Queue', fr: 'File' },
  'case.field.priority': { en: 'Priority', fr: 'Priorité' },
  'case.field.due': { en: 'Due', fr: 'Échéance' },
  'case.field.requestors': { en: 'Customer’s addresses', fr: 'Adresses du client' },
  'case.field.cc': { en: 'Copy to', fr: 'Copie à' },
  'case.field.edit': { en: 'Edit {field}', fr: 'Modifier\u00a0: {field}' },
  'case.field.empty': { en: 'none', fr: 'aucune valeur' },
  /** Between several values. */
  'case.field.and': { en: ', ', fr: ', ' },
  'case.field.no-choice': { en: '(none)', fr: '(aucun choix)' },
  'case.field.read-only': {
    en: 'Can be read here, and changed in the case system.',
    fr: 'À lire ici; se modifie dans le système de dossiers.',
  },
  'case.field.several': { en: 'One per line.', fr: 'Un par ligne.' },
  'case.field.keys': {
    en: 'Enter keeps the change, Escape gives it up.',
    fr: 'Entrée conserve la modification, Échap l’abandonne.',
  },
  'case.field.keys.several': {
    en: 'Ctrl+Enter keeps the change, Escape gives it up.',
    fr: 'Ctrl+Entrée conserve la modification, Échap l’abandonne.',
  },
  'case.field.done': { en: 'Done', fr: 'Terminé' },
  'case.field.waits': { en: 'waits to be sent', fr: 'en attente d’envoi' },
  'case.field.needs': { en: 'needs you', fr: 'à décider' },
  'case.field.invalid.number': {
    en: 'Type a number, such as 12.',
    fr: 'Saisissez un nombre, par exemple 12.',
  },
  'case.field.invalid.address': {
    en: 'Type mail addresses, such as name@example.org.',
    fr: 'Saisissez des adresses courriel, par exemple nom@exemple.org.',
  },
  'case.field.invalid.date': { en: 'Type a whole date.', fr: 'Saisissez une date complète.' },
  'case.owner.take': { en: 'Take it', fr: 'Le prendre' },
  'case.owner.take-over': { en: 'Take it over', fr: 'Prendre la relève' },
  'case.owner.give-back': { en: 'Give it back', fr: 'Le rendre à l’équipe' },
  'case.owner.you': { en: '{owner} (you)', fr: '{owner} (vous)' },
  'case.owner.nobody': { en: 'Nobody', fr: 'Personne' },

  'case.history': { en: 'History', fr: 'Historique' },
  'case.history.none': {
    en: 'Nothing of the history is on this computer yet. It comes as soon as the case system can be reached.',
    fr: 'L’historique n’est pas encore sur cet ordinateur. Il arrivera dès que le système de dossiers sera joignable.',
  },
  'case.history.earlier': {
    en: '{count, plural, one {Show # earlier entry} other {Show # earlier entries}}',
    fr: '{count, plural, one {Afficher # élément antérieur} other {Afficher # éléments antérieurs}}',
  },
  'case.event.created': { en: 'Case begun', fr: 'Dossier créé' },
  'case.event.note': { en: 'Note for colleagues', fr: 'Note pour les collègues' },
  'case.event.reply': { en: 'Reply to the customer', fr: 'Réponse au client' },
  'case.event.message': { en: 'Message from the customer', fr: 'Message du client' },
  'case.event.changed': { en: 'Field changed', fr: 'Champ modifié' },
  'case.event.linked': { en: 'Link', fr: 'Lien' },
  'case.event.merged': { en: 'Joined with another case', fr: 'Fusion avec un autre dossier' },
  'case.event.other': { en: 'Other event', fr: 'Autre événement' },
  'case.event.promise': { en: 'Promise made', fr: 'Promesse faite' },
  'case.event.call-back': { en: 'Call-back promised', fr: 'Rappel promis' },
  'case.event.kept': { en: 'Promise kept', fr: 'Promesse tenue' },
  'case.event.by': { en: 'by {name}', fr: 'par {name}' },
  'case.event.by-you': { en: 'by you', fr: 'par vous' },
  'case.event.due': { en: 'by {when}', fr: 'échéance\u00a0: {when}' },
  'case.event.due.number': { en: 'by {when}, to {number}', fr: 'échéance\u00a0: {when}, au {number}' },
  'case.change': { en: '{field}: {before} → {after}', fr: '{field}\u00a0: {before} → {after}' },
  'case.change.added': { en: '{field}: {value} added', fr: '{field}\u00a0: ajout de {value}' },
  'case.change.removed': { en: '{field}: {value} taken out', fr: '{field}\u00a0: retrait de {value}' },
  'case.change.back': { en: 'Change it back', fr: 'Rétablir l’ancienne valeur' },
  'case.text.more': { en: 'Show the whole text', fr: 'Afficher tout le texte' },
  'case.text.less': { en: 'Show less', fr: 'Afficher moins' },
  'case.link.refers-to': { en: 'Refers to {target}', fr: 'Renvoie à {target}' },
  'case.link.referred-to-by': { en: 'Referred to by {target}', fr: 'Mentionné par {target}' },
  'case.link.depends-on': { en: 'Depends on {target}', fr: 'Dépend de {target}' },
  'case.link.depended-on-by': { en: 'Needed by {target}', fr: 'Nécessaire à {target}' },
  'case.link.parent': { en: 'Part of {target}', fr: 'Fait partie de {target}' },
  'case.link.child': { en: 'Has as a part {target}', fr: 'Comprend {target}' },
  'case.link.removed': { en: 'Removed: {link}', fr: 'Retiré\u00a0: {link}' },
  'case.links': { en: 'Links', fr: 'Liens' },
  'case.link.a-case': { en: 'case {number}', fr: 'dossier {number}' },
  'case.link.add': { en: 'Add a link…', fr: 'Ajouter un lien…' },
  'case.link.target': {
    en: 'Case number or web address',
    fr: 'Numéro de dossier ou adresse web',
  },
  'case.link.hint': {
    en: 'For example 1042, or an address that begins with https://',
    fr: 'Par exemple 1042, ou une adresse qui commence par https://',
  },
  'case.link.invalid': {
    en: 'Type the number of another case, or an address that begins with https://',
    fr: 'Saisissez le numéro d’un autre dossier, ou une adresse qui commence par https://',
  },
  'case.link.there': { en: 'This link is there already.', fr: 'Ce lien y est déjà.' },
  'case.link.save': { en: 'Save the link', fr: 'Enregistrer le lien' },
  'case.link.cancel': { en: 'Cancel', fr: 'Abandonner' },
  'case.link.remove': { en: 'Remove', fr: 'Retirer' },

  'case.entry.waiting': {
    en: 'Saved on this computer, waits to be sent',
    fr: 'Enregistré sur cet ordinateur, en attente d’envoi',
  },
  'case.entry.sending': { en: 'Being sent', fr: 'Envoi en cours' },
  'case.entry.checking': {
    en: 'Checking whether it arrived',
    fr: 'Vérification de l’arrivée en cours',
  },
  'case.entry.asking': { en: 'Needs you: was it sent?', fr: 'À décider\u00a0: est-ce parti?' },
  'case.entry.conflict': { en: 'Needs you: two values', fr: 'À décider\u00a0: deux valeurs' },
  'case.entry.set-aside': { en: 'Needs you: not accepted', fr: 'À décider\u00a0: refusé' },
  'case.entry.sent': { en: 'Sent', fr: 'Envoyé' },
  'case.entry.withdrawn': { en: 'Taken back, not sent', fr: 'Annulé, non envoyé' },
  'case.entry.theirs-chosen': {
    en: 'You kept the other value',
    fr: 'Vous avez gardé l’autre valeur',
  },
  'case.entry.agent-says-sent': { en: 'Sent, as you said', fr: 'Parti, selon vous' },
  'case.entry.undo': { en: 'Take back', fr: 'Annuler' },
  'case.entry.redo': { en: 'Put back', fr: 'Rétablir' },
  'case.entry.redo.choice': { en: 'Change the choice', fr: 'Changer de choix' },
  'case.entry.redo.sent': { en: 'Check again whether it was sent', fr: 'Revérifier l’envoi' },

  'case.files': { en: 'Files', fr: 'Fichiers' },
  'case.file.save': { en: 'Save as a file', fr: 'Enregistrer sous…' },
  'case.file.fetching': { en: 'Fetching the file…', fr: 'Récupération du fichier…' },
  'case.file.size.unknown': { en: 'size not known', fr: 'taille inconnue' },
} as const satisfies CaseMessages & Catalogue
