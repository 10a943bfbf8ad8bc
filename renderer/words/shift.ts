import type { Catalogue } from './message.ts'

export const shiftWords = {
  'app.name': { en: 'Foyer', fr: 'Foyer' },
  'app.title': { en: 'Foyer', fr: 'Foyer' },
  'app.unopened': {
    en: 'Foyer could not open. Nothing that you wrote is lost. Restart the computer; if it happens again, show this to your IT desk:',
    fr: 'Foyer n’a pas pu s’ouvrir. Rien de ce que vous avez écrit n’est perdu. Redémarrez l’ordinateur; si cela se reproduit, montrez ceci à votre service informatique\u00a0:',
  },
  'app.loading': { en: 'Opening the desk…', fr: 'Ouverture du poste…' },
  'language.label': { en: 'Language', fr: 'Langue' },
  'language.en': { en: 'English', fr: 'English' },
  'language.fr': { en: 'Français', fr: 'Français' },
  'language.name.en': { en: 'English', fr: 'anglais' },
  'language.name.fr': { en: 'French', fr: 'français' },

  'signin.heading': { en: 'Start your shift', fr: 'Commencer votre service' },
  'signin.lead': {
    en: 'Calls, notes and cases in one window, wherever you work.',
    fr: 'Appels, notes et dossiers dans une seule fenêtre, où que vous soyez.',
  },
  'signin.where': { en: 'Where do you work today?', fr: 'Où travaillez-vous aujourd’hui?' },
  'signin.practice': { en: 'Practice', fr: 'Exercice' },
  'signin.practice.about': {
    en: 'Simulated customers call you on this computer. Nothing leaves it, and nobody real is on the line.',
    fr: 'Des clients simulés vous appellent sur cet ordinateur. Rien n’en sort, et aucune vraie personne n’est au bout du fil.',
  },
  'signin.live.about': { en: 'Live centre: {server}', fr: 'Centre réel\u00a0: {server}' },
  'signin.user': { en: 'User name', fr: 'Nom d’utilisateur' },
  'signin.password': { en: 'Password', fr: 'Mot de passe' },
  'signin.user.missing': { en: 'Type your user name.', fr: 'Saisissez votre nom d’utilisateur.' },
  'signin.password.missing': { en: 'Type your password.', fr: 'Saisissez votre mot de passe.' },
  'signin.go': { en: 'Sign in', fr: 'Se connecter' },
  'signin.go.practice': { en: 'Start practising', fr: 'Commencer l’exercice' },
  'signin.step.opening-store': { en: 'Opening your records…', fr: 'Ouverture de vos notes et fiches…' },
  'signin.step.starting-practice': {
    en: 'Starting the practice centre…',
    fr: 'Démarrage du centre d’exercice…',
  },
  'signin.step.registering': { en: 'Signing in to the telephone…', fr: 'Connexion au téléphone…' },
  'signout.go': { en: 'Sign out', fr: 'Se déconnecter' },
  'signout.later': {
    en: 'Finish the call and its wrap-up first.',
    fr: 'Terminez d’abord l’appel et le travail après appel.',
  },

  'practice.banner': {
    en: 'Practice: nobody real is on the line. Emergency numbers do not work here.',
    fr: 'Exercice\u00a0: aucune vraie personne n’est au bout du fil. Les numéros d’urgence ne fonctionnent pas ici.',
  },

  'agent.label': { en: 'Your state', fr: 'Votre état' },
  'agent.available': { en: 'Available', fr: 'Disponible' },
  'agent.not-ready': { en: 'Not ready', fr: 'Indisponible' },
  'agent.on-interaction': { en: 'On a call', fr: 'En appel' },
  'agent.wrap-up': { en: 'Wrap-up', fr: 'Travail après appel' },
  'agent.reason.signed-in': { en: 'just signed in', fr: 'connexion récente' },
  'agent.reason.break': { en: 'break', fr: 'pause' },
  'agent.reason.lunch': { en: 'lunch', fr: 'repas' },
  'agent.reason.training': { en: 'training', fr: 'formation' },
  'agent.reason.technical': { en: 'technical trouble', fr: 'problème technique' },
  'agent.reason.rang-out': { en: 'unanswered call', fr: 'appel manqué' },
  'agent.choose.not-ready': { en: 'Not ready: {reason}', fr: 'Indisponible\u00a0: {reason}' },
  'agent.go-available': { en: 'Become available', fr: 'Se rendre disponible' },
  'agent.announce': { en: 'Your state: {state}', fr: 'Votre état\u00a0: {state}' },

  'link.up': { en: 'Connected', fr: 'Connecté' },
  'link.lost': { en: 'Connection lost', fr: 'Connexion perdue' },
  'link.lost.since': { en: 'Connection lost since', fr: 'Connexion perdue depuis' },
  'link.trying': { en: 'trying now', fr: 'essai en cours' },
  'link.waiting': { en: 'next try in {seconds} s', fr: 'prochain essai dans {seconds} s' },
  'link.signed-out': { en: 'Signed out by the centre', fr: 'Déconnecté par le centre' },
  'link.try-now': { en: 'Try now', fr: 'Essayer maintenant' },
  'link.announce.lost': {
    en: 'The connection to the centre is lost. The desk goes on trying by itself.',
    fr: 'La connexion avec le centre est perdue. Le poste continue d’essayer tout seul.',
  },
  'link.announce.back': {
    en: 'The connection to the centre is back.',
    fr: 'La connexion avec le centre est rétablie.',
  },

  'queue.untold': { en: 'The queue does not know your state', fr: 'La file ne connaît pas votre état' },
  'queue.tell-again': { en: 'Tell the queue again', fr: 'Aviser de nouveau la file' },
} as const satisfies Catalogue
