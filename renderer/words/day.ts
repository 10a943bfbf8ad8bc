import type { Catalogue } from './message.ts'

/** The agent's own day: breaks, load, and two minutes after a hard contact. */
export const dayWords = {
  'day.open': { en: 'My day', fr: 'Ma journée' },
  'day.open.due': { en: 'My day: {time} without a break', fr: 'Ma journée\u00a0: {time} sans pause' },
  'day.close': { en: 'Close my day', fr: 'Fermer ma journée' },
  'day.private': {
    en: 'Only you can see this. It stays encrypted on this computer and is forgotten after two days.',
    fr: 'Vous seul pouvez voir ceci. Ces données restent chiffrées sur cet ordinateur et sont oubliées après deux jours.',
  },
  'day.since-break': { en: 'Work since your last break', fr: 'Travail depuis votre dernière pause' },
  'day.due': {
    en: 'More than an hour: five minutes away from the screen would do you good.',
    fr: 'Plus d’une heure\u00a0: cinq minutes loin de l’écran vous feraient du bien.',
  },
  'day.not-due': { en: 'Less than an hour.', fr: 'Moins d’une heure.' },
  'day.sums': { en: 'Today', fr: 'Aujourd’hui' },
  'day.contact': { en: 'With customers', fr: 'Avec des clients' },
  'day.wrap-up': { en: 'Wrap-up', fr: 'Travail après contact' },
  'day.waiting': { en: 'Waiting for customers', fr: 'En attente de clients' },
  'day.resting': { en: 'Breaks', fr: 'Pauses' },
  'day.load': { en: 'Load by hour', fr: 'Charge par heure' },
  'day.load.none': { en: 'Nothing yet today.', fr: 'Rien encore aujourd’hui.' },
  'day.load.hour': { en: 'Hour', fr: 'Heure' },
  'day.load.share': { en: 'With customers and wrap-up', fr: 'Avec des clients et travail après contact' },
  'day.breaks': { en: 'Breaks taken', fr: 'Pauses prises' },
  'day.breaks.none': { en: 'No break yet.', fr: 'Pas encore de pause.' },
  'day.breaks.one': { en: '{reason}, {since} to {until}', fr: '{reason}, de {since} à {until}' },
  'breather.label': { en: 'Breather', fr: 'Moment de répit' },
  'breather.take': { en: 'Take two minutes', fr: 'Prendre deux minutes' },
  'breather.offer.words': {
    en: 'That was a hard contact, by the customer’s own words. Two minutes for yourself?',
    fr: 'Ce contact a été difficile, à lire les mots du client. Deux minutes pour vous?',
  },
  'breather.offer.blocked': {
    en: 'You had to stop somebody’s abuse. Two minutes for yourself?',
    fr: 'Vous avez dû mettre fin à des propos abusifs. Deux minutes pour vous?',
  },
  'breather.decline': { en: 'No, thank you', fr: 'Non, merci' },
  'breather.planned': {
    en: 'Your two minutes begin when you have finished here.',
    fr: 'Vos deux minutes commenceront quand vous aurez terminé ici.',
  },
  'breather.cancel': { en: 'Not any more', fr: 'Finalement, non' },
  'breather.left': { en: 'Time left', fr: 'Temps restant' },
  'breather.now': { en: 'No customer is put through.', fr: 'Aucun client ne vous est transmis.' },
  'breather.over': {
    en: 'The two minutes are over. Take the time you need.',
    fr: 'Les deux minutes sont écoulées. Prenez le temps qu’il vous faut.',
  },
  'breather.end': { en: 'Back to work', fr: 'Reprendre le travail' },
} as const satisfies Catalogue
