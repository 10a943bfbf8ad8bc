import type { AnswerFault } from '../domain/knowledge/check-answer.ts'
import type { GuideSuggestion } from '../domain/knowledge/suggest-guides.ts'
import type { Catalogue, Message } from './message.ts'

type FaultMessages = Record<`guide.fault.${AnswerFault['fault']}`, Message>
type WhyMessages = Record<`guide.why.${GuideSuggestion['why']}`, Message>

/** The guide that is followed, and those that could be. */
export const guideWords = {
  'guide.heading': { en: 'Guide', fr: 'Guide' },
  'guide.step': { en: 'Step {number} of about {about}', fr: 'Étape {number} sur {about} environ' },
  'guide.within': { en: 'within {guides}', fr: 'dans {guides}' },
  'guide.within.announce': { en: '{guide}, within {guides}.', fr: '{guide}, dans {guides}.' },
  'guide.announce': { en: '{position}: {title}.', fr: '{position}\u00a0: {title}.' },
  'guide.announce.over': { en: 'The guide has come to its end.', fr: 'Le guide est terminé.' },
  'guide.announce.private': {
    en: 'Private stretch: nothing is kept now.',
    fr: 'Passage privé\u00a0: rien n’est conservé en ce moment.',
  },
  'guide.announce.private.over': {
    en: 'The private stretch is over.',
    fr: 'Le passage privé est terminé.',
  },
  'guide.enter': { en: 'Enter goes on.', fr: 'Entrée passe à la suite.' },
  'guide.enter.lines': { en: 'Ctrl+Enter goes on.', fr: 'Ctrl+Entrée passe à la suite.' },
  'guide.missing': { en: '(not known yet)', fr: '(pas encore connu)' },
  'guide.missing.queue': { en: 'the queue', fr: 'la file d’attente' },
  'guide.next': { en: 'Next', fr: 'Suivant' },
  'guide.finish': { en: 'Finish', fr: 'Terminer' },
  'guide.back': { en: 'Back', fr: 'Retour' },
  'guide.back.none': {
    en: 'This is the first step.',
    fr: 'C’est la première étape.',
  },
  'guide.steps': { en: 'Steps', fr: 'Étapes' },
  'guide.steps.here': { en: 'here', fr: 'en cours' },
  'guide.steps.seen': { en: 'seen', fr: 'vue' },
  'guide.abandon': { en: 'Leave the guide', fr: 'Quitter le guide' },
  'guide.abandon.ask': {
    en: 'Leave the guide here? What was answered stays in the history.',
    fr: 'Quitter le guide ici? Les réponses restent dans l’historique.',
  },
  'guide.abandon.go': { en: 'Leave it', fr: 'Quitter' },
  'guide.abandon.stay': { en: 'Go on with it', fr: 'Continuer' },
  'guide.lost': {
    en: 'This guide has come to a step that it does not have. Leave it, or choose a step from the list.',
    fr: 'Ce guide mène à une étape qu’il n’a pas. Quittez-le, ou choisissez une étape de la liste.',
  },
  'guide.language': { en: 'Words in', fr: 'Textes en' },
  'guide.mood': { en: 'The customer seems', fr: 'Le client semble' },
  'guide.mood.calm': { en: 'calm', fr: 'calme' },
  'guide.mood.upset': { en: 'upset', fr: 'contrarié' },
  'guide.fold': { en: 'Show less', fr: 'Réduire' },
  'guide.unfold': { en: 'Show the step', fr: 'Afficher l’étape' },

  'guide.private': {
    en: 'Private stretch: nothing that is said or written now is kept.',
    fr: 'Passage privé\u00a0: rien de ce qui est dit ou écrit maintenant n’est conservé.',
  },
  'guide.private.end': { en: 'End the private stretch', fr: 'Terminer le passage privé' },
  'guide.waits': {
    en: '{count, plural, one {# thing waits} other {# things wait}} for a case: choose or begin one, and it goes in.',
    fr: '{count, plural, one {# élément attend} other {# éléments attendent}} un dossier\u00a0: choisissez-en un ou créez-en un, et tout y sera inscrit.',
  },
  'guide.waits.fill': { en: '{field}: {value}', fr: '{field}\u00a0: {value}' },
  'guide.waits.promise': { en: 'Promise: {what}', fr: 'Promesse\u00a0: {what}' },
  'guide.waits.call-back': { en: 'Call-back: {what}', fr: 'Rappel\u00a0: {what}' },
  'guide.filled': { en: 'From the guide', fr: 'Provient du guide' },

  'guide.answers': { en: 'Answers ({count})', fr: 'Réponses ({count})' },
  'guide.answers.of': { en: 'Answers: {guide} ({count})', fr: 'Réponses\u00a0: {guide} ({count})' },
  'guide.answers.about': {
    en: 'A correction also changes what the guide has put into the case. The guide stays where it is.',
    fr: 'Une correction change aussi ce que le guide a inscrit au dossier. Le guide reste où il en est.',
  },
  'guide.answers.private': {
    en: 'Private stretch: nothing can be corrected now.',
    fr: 'Passage privé\u00a0: rien ne peut être corrigé pour l’instant.',
  },
  'guide.answer.none': { en: 'not answered', fr: 'sans réponse' },
  'guide.answer.by.agent': { en: 'corrected', fr: 'corrigé' },
  'guide.answer.by.desk': { en: 'from the case', fr: 'tiré du dossier' },
  'guide.answer.by.guide': { en: 'set by the guide', fr: 'inscrit par le guide' },
  'guide.answer.edit': { en: 'Correct', fr: 'Corriger' },
  'guide.answer.save': { en: 'Save the correction', fr: 'Enregistrer la correction' },
  'guide.answer.cancel': { en: 'Leave it as it is', fr: 'Ne rien changer' },
  'guide.answer.corrected': { en: 'Corrected. {field}: {value}', fr: 'Corrigé. {field}\u00a0: {value}' },

  'guide.field.optional': { en: '{label} (may be left out)', fr: '{label} (facultatif)' },
  'guide.field.from.case': { en: 'From the case', fr: 'Provient du dossier' },
  'guide.field.from.answer': { en: 'Answered before', fr: 'Déjà répondu' },
  'guide.field.yes': { en: 'Yes', fr: 'Oui' },
  'guide.field.no': { en: 'No', fr: 'Non' },
  'guide.field.choose': { en: 'Choose', fr: 'Choisir' },
  'guide.fault.missing': { en: 'An answer is needed here.', fr: 'Il faut une réponse ici.' },
  'guide.fault.too-long': {
    en: 'This is too long: {longest} characters at most.',
    fr: 'C’est trop long\u00a0: {longest} caractères au plus.',
  },
  'guide.fault.not-a-choice': { en: 'Choose one of the list.', fr: 'Choisissez dans la liste.' },
  'guide.fault.not-a-date': {
    en: 'This is not a day. Type the year, the month and the day.',
    fr: 'Ce n’est pas un jour. Indiquez l’année, le mois et le jour.',
  },
  'guide.fault.too-early': { en: 'Not before {bound}.', fr: 'Pas avant le {bound}.' },
  'guide.fault.too-late': { en: 'Not after {bound}.', fr: 'Pas après le {bound}.' },
  'guide.fault.not-a-number': {
    en: 'This is not a number that can be read. Type digits, such as 1234.5.',
    fr: 'Ce nombre ne peut pas être lu. Tapez des chiffres, par exemple 1234,5.',
  },
  'guide.fault.too-small': { en: 'At least {bound}.', fr: 'Au moins {bound}.' },
  'guide.fault.too-large': { en: 'At most {bound}.', fr: 'Au plus {bound}.' },
  'guide.fault.not-a-telephone': {
    en: 'This is not a number that can be called. Type it with its area code.',
    fr: 'Ce numéro ne peut pas être appelé. Tapez-le avec l’indicatif régional.',
  },
  'guide.fault.not-a-postal-code': {
    en: 'This is not a postal code, such as {example}.',
    fr: 'Ce n’est pas un code postal, comme {example}.',
  },

  'guide.choose': { en: 'Guides', fr: 'Guides' },
  'guide.choose.none': {
    en: 'No guide fits by itself: choose one from the list.',
    fr: 'Aucun guide ne se propose de lui-même\u00a0: choisissez-en un dans la liste.',
  },
  'guide.all': { en: 'All guides', fr: 'Tous les guides' },
  'guide.another': { en: 'Another guide', fr: 'Un autre guide' },
  'guide.begin': { en: 'Begin: {guide}', fr: 'Commencer\u00a0: {guide}' },
  'guide.unfinished': { en: 'Go on: {guide}', fr: 'Reprendre\u00a0: {guide}' },
  'guide.unfinished.where': {
    en: 'at “{step}”, begun {when}',
    fr: 'à «\u00a0{step}\u00a0», commencé {when}',
  },
  'guide.why.words': { en: 'by what was said', fr: 'd’après ce qui a été dit' },
  'guide.why.number': { en: 'by the number called', fr: 'd’après le numéro composé' },
  'guide.why.case': { en: 'by the case', fr: 'd’après le dossier' },
  'guide.why.queue': { en: 'for this queue', fr: 'pour cette file' },
} as const satisfies FaultMessages & WhyMessages & Catalogue
