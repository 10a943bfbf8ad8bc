import type { Disposition } from '../domain/interaction.ts'
import type { Catalogue, Message } from './message.ts'

export const workWords = {
  'note.label': { en: 'Note', fr: 'Note' },
  'note.hint': {
    en: 'What the customer asked, and what you did.',
    fr: 'Ce que le client a demandé, et ce que vous avez fait.',
  },
  'note.private': {
    en: 'Private stretch: nothing can be noted now. End it in the guide to write again.',
    fr: 'Passage privé\u00a0: rien ne peut être noté pour l’instant. Terminez-le dans le guide pour écrire à nouveau.',
  },
  'saved.saved': { en: 'Saved on this computer', fr: 'Enregistré sur cet ordinateur' },
  'saved.saving': { en: 'Saving…', fr: 'Enregistrement…' },
  'saved.unsaved': {
    en: 'Not saved: keep this window open',
    fr: 'Non enregistré\u00a0: gardez cette fenêtre ouverte',
  },

  'wrapup.heading': { en: 'Wrap-up', fr: 'Travail après appel' },
  'wrapup.title': { en: 'Wrap-up – Foyer', fr: 'Travail après appel – Foyer' },
  'wrapup.outcome': { en: 'What was the outcome?', fr: 'Quelle en est l’issue?' },
  'wrapup.outcome.missing': { en: 'Choose the outcome.', fr: 'Choisissez l’issue.' },
  'wrapup.next': { en: 'Save and take the next call', fr: 'Enregistrer et prendre l’appel suivant' },
  'wrapup.stay': {
    en: 'Save and stay not ready: {reason}',
    fr: 'Enregistrer et rester indisponible\u00a0: {reason}',
  },
  'wrapup.break': { en: 'Save and take a break', fr: 'Enregistrer et faire une pause' },
  'wrapup.close': { en: 'Save and close', fr: 'Enregistrer et fermer' },
  'wrapup.clock': { en: 'Time in wrap-up', fr: 'Durée du travail après appel' },
  'wrapup.clock.of': { en: 'of {limit}', fr: 'sur {limit}' },
  'wrapup.clock.over': {
    en: 'Longer than a wrap-up should take. Finish when you can: nothing is closed for you.',
    fr: 'Plus long que prévu pour le travail après appel. Terminez dès que possible\u00a0: rien ne se ferme tout seul.',
  },
  'wrapup.put-aside': { en: 'Put aside', fr: 'Mettre de côté' },
  'wrapup.unfinished': {
    en: 'This wrap-up was not finished. What you wrote is here.',
    fr: 'Ce travail après appel n’a pas été terminé. Ce que vous aviez écrit est ici.',
  },

  'disposition.resolved': { en: 'Resolved', fr: 'Résolu' },
  'disposition.information-given': { en: 'Information given', fr: 'Renseignement donné' },
  'disposition.call-back-promised': { en: 'Call-back promised', fr: 'Rappel promis' },
  'disposition.passed-on': { en: 'Passed on to another team', fr: 'Transmis à une autre équipe' },
  'disposition.customer-gave-up': { en: 'Customer gave up', fr: 'Abandon du client' },
  'disposition.wrong-number': { en: 'Wrong number', fr: 'Faux numéro' },
  'disposition.not-reached': { en: 'Nobody reached', fr: 'Personne n’a été joint' },

  'side.label': { en: 'Beside the work', fr: 'À côté du travail' },
  'story.heading': { en: 'Story', fr: 'Historique' },
  'story.empty': {
    en: 'Who calls, and what was said before, shows here as soon as a call comes.',
    fr: 'La personne qui appelle et les échanges passés s’affichent ici dès qu’un appel arrive.',
  },
  'contact.language': { en: 'Speaks {language}', fr: 'Parle {language}' },
  'contact.number': { en: 'Number', fr: 'Numéro' },
  'contact.name': { en: 'Who is this?', fr: 'Qui est-ce?' },
  'contact.name.hint': {
    en: 'The name shows at the next call from this number.',
    fr: 'Le nom s’affichera au prochain appel de ce numéro.',
  },
  'contact.name.save': { en: 'Save the name', fr: 'Enregistrer le nom' },
  'contact.name.missing': { en: 'Type a name first.', fr: 'Saisissez d’abord un nom.' },
  'story.past': { en: 'Earlier with this customer', fr: 'Échanges précédents' },
  'story.past.none': {
    en: 'No earlier interaction on this computer.',
    fr: 'Aucun échange précédent sur cet ordinateur.',
  },
  'story.past.count': {
    en: '{count, plural, =0 {no earlier contact} one {# earlier contact} other {# earlier contacts}}',
    fr: '{count, plural, =0 {aucun échange précédent} one {# échange précédent} other {# échanges précédents}}',
  },
} as const satisfies Record<`disposition.${Disposition}`, Message> & Catalogue
