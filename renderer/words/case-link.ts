import type { Catalogue } from './message.ts'

/** How the desk stands with the case system, and what waits. */
export const caseLinkWords = {
  'sync.label': { en: 'Case system:', fr: 'Système de dossiers\u00a0:' },
  'sync.up': { en: 'All sent', fr: 'Tout est envoyé' },
  'sync.up.rest': { en: 'Not all sent', fr: 'Envoi incomplet' },
  'sync.waiting': {
    en: '{count, plural, one {# waits} other {# wait}}',
    fr: '{count, plural, one {# en attente} other {# en attente}}',
  },
  'sync.sending': {
    en: '{count, plural, one {Sending #} other {Sending #}}',
    fr: '{count, plural, one {Envoi de # ajout} other {Envoi de # ajouts}}',
  },
  'sync.down': { en: 'Cases offline', fr: 'Dossiers hors ligne' },
  'sync.signed-out': { en: 'Cases: sign in', fr: 'Dossiers\u00a0: connexion' },
  'sync.seconds': { en: '{seconds} s', fr: '{seconds} s' },
  'sync.needs': {
    en: '{count, plural, one {# needs you} other {# need you}}',
    fr: '{count, plural, one {# à décider} other {# à décider}}',
  },

  'sync.heading': { en: 'What waits', fr: 'Ce qui attend' },
  'sync.close': { en: 'Close what waits', fr: 'Fermer ce qui attend' },
  'sync.up.long': { en: 'Connected to the case system', fr: 'Connecté au système de dossiers' },
  'sync.down.long': {
    en: 'The case system cannot be reached',
    fr: 'Le système de dossiers est injoignable',
  },
  'sync.down.since': {
    en: 'The case system has not been reached since',
    fr: 'Le système de dossiers est injoignable depuis',
  },
  'sync.down.for': { en: 'for', fr: 'depuis' },
  'sync.down.kept': {
    en: 'What you write is saved on this computer and sent by itself later.',
    fr: 'Ce que vous écrivez est enregistré sur cet ordinateur et partira tout seul plus tard.',
  },
  'sync.signed-out.long': {
    en: 'Signed out of the case system',
    fr: 'Déconnecté du système de dossiers',
  },
  'sync.retry': { en: 'next try in {seconds} s', fr: 'prochain essai dans {seconds} s' },
  'sync.trying': { en: 'trying now', fr: 'essai en cours' },
  'sync.try-now': { en: 'Try now', fr: 'Essayer maintenant' },
  'sync.check-now': { en: 'Look for news now', fr: 'Chercher les nouveautés' },
  'sync.saved': {
    en: '{count, plural, =0 {Everything that you wrote is in the case system.} one {# change is saved on this computer and waits to be sent.} other {# changes are saved on this computer and wait to be sent.}}',
    fr: '{count, plural, =0 {Tout ce que vous avez écrit est dans le système de dossiers.} one {# ajout est enregistré sur cet ordinateur et attend d’être envoyé.} other {# ajouts sont enregistrés sur cet ordinateur et attendent d’être envoyés.}}',
  },
  'sync.saved.asked': {
    en: 'Nothing is on its way. What needs a decision from you is saved on this computer, and not in the case system.',
    fr: 'Aucun envoi en cours. Ce qui attend votre décision est enregistré sur cet ordinateur, mais pas dans le système de dossiers.',
  },
  'sync.show-unsent': { en: 'Show these cases', fr: 'Afficher ces dossiers' },
  'sync.questions': {
    en: '{count, plural, one {# decision for you} other {# decisions for you}}',
    fr: '{count, plural, one {# décision à prendre} other {# décisions à prendre}}',
  },
  'sync.questions.none': {
    en: 'Nothing needs a decision from you.',
    fr: 'Aucune décision ne vous attend.',
  },
  'sync.progress.fetching': { en: 'Fetching cases', fr: 'Récupération des dossiers' },
  'sync.progress.sending': { en: 'Sending what you wrote', fr: 'Envoi de vos écrits' },
  'sync.progress.searching': { en: 'Searching', fr: 'Recherche' },
  'sync.progress.of': { en: '{done, number} of {of, number}', fr: '{done, number} sur {of, number}' },
  'sync.progress.so-far': {
    en: '{done, plural, one {# so far} other {# so far}}',
    fr: '{done, plural, one {# jusqu’ici} other {# jusqu’ici}}',
  },
  'sync.progress.stop': { en: 'Stop', fr: 'Arrêter' },
  'sync.kept': {
    en: '{count, plural, =0 {No case is kept on this computer yet.} one {# case is kept on this computer.} other {# cases are kept on this computer.}}',
    fr: '{count, plural, =0 {Aucun dossier n’est encore gardé sur cet ordinateur.} one {# dossier est gardé sur cet ordinateur.} other {# dossiers sont gardés sur cet ordinateur.}}',
  },
  'sync.room': { en: 'Room taken on this computer', fr: 'Espace utilisé sur cet ordinateur' },
  'sync.room.low': {
    en: 'Little room is left. Free some disk space, so that everything you write can be saved.',
    fr: 'Il reste peu d’espace. Libérez-en sur le disque pour que tous vos écrits puissent être enregistrés.',
  },

  'erase.open': { en: 'Erase what this computer keeps…', fr: 'Effacer ce que garde cet ordinateur…' },
  'erase.in-call': { en: 'Not while a call is up.', fr: 'Pas pendant un appel.' },
  'erase.heading': { en: 'Erase everything here?', fr: 'Tout effacer ici?' },
  'erase.about': {
    en: 'Cases, drafts, notes of calls and contacts go from this computer for good. What the case system has stays there.',
    fr: 'Les dossiers, brouillons, notes d’appel et contacts sont supprimés de cet ordinateur pour de bon. Ce qui est dans le système de dossiers y reste.',
  },
  'erase.unsent': {
    en: '{count, plural, =0 {Everything that you wrote to cases is in the case system.} one {# change is not in the case system and would be lost.} other {# changes are not in the case system and would be lost.}}',
    fr: '{count, plural, =0 {Tout ce que vous avez écrit aux dossiers est dans le système de dossiers.} one {# ajout n’est pas dans le système de dossiers et serait perdu.} other {# ajouts ne sont pas dans le système de dossiers et seraient perdus.}}',
  },
  'erase.drafts': {
    en: '{count, plural, one {# draft would be lost too.} other {# drafts would be lost too.}}',
    fr: '{count, plural, one {# brouillon serait perdu aussi.} other {# brouillons seraient perdus aussi.}}',
  },
  'erase.keep': { en: 'Keep it', fr: 'Tout garder' },
  'erase.go': { en: 'Erase it', fr: 'Effacer' },
  'erase.go.lose': { en: 'Lose it and erase', fr: 'Perdre et effacer' },
  'erase.done': {
    en: 'Everything that this computer kept of that centre is erased.',
    fr: 'Tout ce que cet ordinateur gardait de ce centre est effacé.',
  },
  'erase.failed': {
    en: 'Not everything could be erased. Try again; otherwise tell your IT desk.',
    fr: 'Tout n’a pas pu être effacé. Réessayez; sinon, prévenez votre service informatique.',
  },

  'sync.signin.heading': { en: 'Sign in to the case system', fr: 'Connexion au système de dossiers' },
  'sync.signin.about': {
    en: 'Calls and everything that is on this computer work without it.',
    fr: 'Les appels et tout ce qui est sur cet ordinateur fonctionnent sans cette connexion.',
  },
  'sync.signin.token': { en: 'Access token', fr: 'Jeton d’accès' },
  'sync.signin.token.hint': {
    en: 'You find it in your own preferences of the case system.',
    fr: 'Il se trouve dans vos préférences du système de dossiers.',
  },
  'sync.signin.token.missing': { en: 'Paste your access token.', fr: 'Collez votre jeton d’accès.' },
  'sync.signin.go': { en: 'Sign in to the case system', fr: 'Se connecter au système de dossiers' },
  'sync.signin.busy': { en: 'Signing in to the case system…', fr: 'Connexion au système de dossiers…' },

  'sync.announce.lost': {
    en: 'The case system cannot be reached. What you write is saved on this computer.',
    fr: 'Le système de dossiers est injoignable. Ce que vous écrivez est enregistré sur cet ordinateur.',
  },
  'sync.announce.back': {
    en: 'The case system is back.',
    fr: 'Le système de dossiers est de nouveau joignable.',
  },
  'sync.announce.signed-in': {
    en: 'You are signed in to the case system.',
    fr: 'Vous êtes connecté au système de dossiers.',
  },
  'sync.announce.signed-out': {
    en: 'The case system wants you to sign in again.',
    fr: 'Le système de dossiers demande une nouvelle connexion.',
  },
  'sync.announce.sent': {
    en: 'Everything that waited has reached the case system.',
    fr: 'Tout ce qui attendait est dans le système de dossiers.',
  },
  'sync.announce.sent.rest': {
    en: 'What waited is in the case system, except what needs a decision from you.',
    fr: 'Ce qui attendait est dans le système de dossiers, sauf ce qui demande votre décision.',
  },
  'sync.announce.needs': {
    en: '{count, plural, one {A case needs a decision from you.} other {Your cases need # decisions from you.}}',
    fr: '{count, plural, one {Un dossier demande une décision de votre part.} other {Vos dossiers demandent # décisions de votre part.}}',
  },
} as const satisfies Catalogue
