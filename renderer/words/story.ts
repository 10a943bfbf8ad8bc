import type { StoryChannel } from '../domain/story/story-item.ts'
import type { Need } from '../domain/story/need.ts'
import type { Catalogue, Message } from './message.ts'

/** One customer's story over all channels. */
export const storyWords = {
  'story.head': { en: 'In ten seconds', fr: 'En dix secondes' },
  'story.head.reading': { en: 'Reading the story…', fr: 'Lecture de l’historique…' },
  'story.head.language': { en: 'Speaks {language}', fr: 'Parle {language}' },
  'story.head.needs': { en: 'Needs', fr: 'Besoins' },
  'story.head.cases': {
    en: '{count, plural, =0 {No open case} one {# open case} other {# open cases}}',
    fr: '{count, plural, =0 {Aucun dossier ouvert} one {# dossier ouvert} other {# dossiers ouverts}}',
  },
  'story.head.cases.more': {
    en: '{count, plural, one {and # more} other {and # more}}',
    fr: '{count, plural, one {et # autre} other {et # autres}}',
  },
  'story.head.last': { en: 'Last contact {when}', fr: 'Dernier échange\u00a0: {when}' },
  'story.head.last.none': { en: 'First contact on this computer', fr: 'Premier échange sur cet ordinateur' },
  'story.head.contacts': {
    en: '{count, plural, =0 {No contact in 30 days} one {# contact in 30 days} other {# contacts in 30 days}}',
    fr: '{count, plural, =0 {Aucun échange en 30 jours} one {# échange en 30 jours} other {# échanges en 30 jours}}',
  },
  'story.head.promise': { en: 'Promised for {when}:', fr: 'Promis pour le {when}\u00a0:' },
  'story.head.promise.late': { en: 'Promised and late, {when}:', fr: 'Promis et en retard, {when}\u00a0:' },
  'story.head.hold': {
    en: 'On legal hold: nothing about this person is deleted.',
    fr: 'Conservation légale\u00a0: rien n’est supprimé au sujet de cette personne.',
  },
  'story.head.identity.none': {
    en: 'Identity: no check on this computer',
    fr: 'Identité\u00a0: aucune vérification sur cet ordinateur',
  },

  'need.hard-of-hearing': { en: 'Hard of hearing', fr: 'Malentendance' },
  'need.relay-service': { en: 'Calls through a relay service', fr: 'Appelle par un service de relais' },
  'need.speech': { en: 'Speaks with difficulty', fr: 'Difficulté d’élocution' },
  'need.low-vision': { en: 'Low vision', fr: 'Basse vision' },
  'need.large-print': { en: 'Letters in large print', fr: 'Courrier en gros caractères' },
  'need.plain-language': { en: 'Plain language', fr: 'Langage clair et simple' },
  'need.more-time': { en: 'More time', fr: 'Plus de temps' },
  'need.interpreter': { en: 'Interpreter', fr: 'Interprète' },
  'need.representative': { en: 'Speaks through a representative', fr: 'Passe par une personne mandatée' },
  'need.mobility': { en: 'Cannot come in person', fr: 'Ne peut pas se déplacer' },

  'story.feed': {
    en: 'Everything with {name}, newest first',
    fr: 'Tout avec {name}, du plus récent au plus ancien',
  },
  'story.feed.keys': {
    en: 'Page Down and Page Up go from one entry to the next; Enter shows what was said.',
    fr: 'Page suivante et Page précédente passent d’un élément à l’autre; Entrée montre ce qui a été dit.',
  },
  'story.feed.none': {
    en: 'Nothing is kept of this person yet.',
    fr: 'Rien n’est encore conservé au sujet de cette personne.',
  },
  'story.feed.begin': { en: 'The story begins here.', fr: 'L’historique commence ici.' },
  'story.feed.reading': { en: 'Reading…', fr: 'Lecture…' },
  'story.newest': { en: 'To the newest', fr: 'Au plus récent' },

  'story.search': { en: 'Search the story', fr: 'Chercher dans l’historique' },
  'story.search.clear': { en: 'Clear', fr: 'Effacer' },
  'story.search.progress': { en: 'Looking through the story', fr: 'Recherche dans l’historique' },
  'story.search.so-far': {
    en: '{count, plural, =0 {nothing yet} one {# found} other {# found}}',
    fr: '{count, plural, =0 {rien encore} one {# trouvé} other {# trouvés}}',
  },
  'story.search.stop': { en: 'Stop', fr: 'Arrêter' },
  'story.search.found': {
    en: '{count, plural, one {# entry found.} other {# entries found.}}',
    fr: '{count, plural, one {# élément trouvé.} other {# éléments trouvés.}}',
  },
  'story.search.found.more': {
    en: '{count, plural, one {# entry found so far.} other {# entries found so far.}} Older ones are below.',
    fr: '{count, plural, one {# élément trouvé pour l’instant.} other {# éléments trouvés pour l’instant.}} Les plus anciens sont plus bas.',
  },
  'story.search.none': {
    en: 'Nothing found. Try fewer words, or take a filter away.',
    fr: 'Rien trouvé. Essayez moins de mots, ou retirez un filtre.',
  },
  'story.search.on': { en: 'Look further back', fr: 'Chercher plus loin' },

  'story.filters': { en: 'Filters', fr: 'Filtres' },
  'story.filters.on': {
    en: '{count, plural, one {# filter} other {# filters}}',
    fr: '{count, plural, one {# filtre} other {# filtres}}',
  },
  'story.filters.clear': { en: 'Take all filters away', fr: 'Retirer tous les filtres' },
  'story.filter.all': { en: 'All', fr: 'Tous' },
  'story.filter.channel': { en: 'Channel', fr: 'Canal' },
  'story.filter.case': { en: 'Case', fr: 'Dossier' },
  'story.filter.mood': { en: 'Mood of the customer’s words', fr: 'Ton des propos du client' },
  'story.filter.person': { en: 'Person', fr: 'Personne' },
  'story.channel.call': { en: 'Calls', fr: 'Appels' },
  'story.channel.chat': { en: 'Chats', fr: 'Clavardage' },
  'story.channel.mail': { en: 'E-mail', fr: 'Courriel' },
  'story.channel.case': { en: 'Case history', fr: 'Historique des dossiers' },
  'story.channel.guide': { en: 'With a guide', fr: 'Avec un guide' },
  'story.date': { en: 'Go to a day', fr: 'Aller à une date' },
  'story.date.go': { en: 'Go', fr: 'Aller' },
  'story.date.missing': { en: 'Choose a day first.', fr: 'Choisissez d’abord une date.' },

  'story.print': { en: 'Print', fr: 'Imprimer' },
  'story.export': { en: 'Save as a file', fr: 'Enregistrer dans un fichier' },
  'story.export.warning': {
    en: 'The file is plain text that anybody can open: keep it where only those who may read it can.',
    fr: 'Le fichier est un texte que tout le monde peut ouvrir\u00a0: gardez-le là où seules les personnes autorisées peuvent le lire.',
  },
  'story.export.progress': { en: 'Writing the story down', fr: 'Mise par écrit de l’historique' },
  'story.export.file': { en: 'story', fr: 'historique' },

  'story.line.call.incoming': { en: 'Call from the customer', fr: 'Appel du client' },
  'story.line.call.outgoing': { en: 'Call to the customer', fr: 'Appel au client' },
  'story.line.chat.incoming': { en: 'Chat', fr: 'Clavardage' },
  'story.line.chat.outgoing': { en: 'Chat', fr: 'Clavardage' },
  'story.line.guide': { en: 'Guide: {title}', fr: 'Guide\u00a0: {title}' },
  'story.line.continues': {
    en: 'Went on from an earlier contact',
    fr: 'Fait suite à un échange précédent',
  },
  'story.line.said': { en: 'What was said', fr: 'Ce qui a été dit' },
  'story.line.said.found': { en: 'What was said (found in it)', fr: 'Ce qui a été dit (trouvé dedans)' },
  'story.line.fold': { en: 'Fold', fr: 'Replier' },
  'story.line.said.none': {
    en: 'Nothing was written down of what was said.',
    fr: 'Rien de ce qui a été dit n’a été consigné.',
  },
  'story.line.said.more': {
    en: '{count, plural, one {Show # more} other {Show # more}}',
    fr: '{count, plural, one {Afficher # de plus} other {Afficher # de plus}}',
  },
  'story.line.open-case': { en: 'open the case', fr: 'ouvrir le dossier' },
} as const satisfies Record<`need.${Need}` | `story.channel.${StoryChannel}`, Message> & Catalogue
