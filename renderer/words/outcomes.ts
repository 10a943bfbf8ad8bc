import type { Catalogue } from './message.ts'

/** What customers got out of their contacts with this agent. */
export const outcomeWords = {
  'outcomes.heading': { en: 'My outcomes', fr: 'Mes résultats' },
  'outcomes.private': {
    en: 'Only you can see this: it is worked out on this computer, from the contacts that it keeps of you. Whoever called a colleague instead is not in it.',
    fr: 'Vous seul pouvez voir ceci\u00a0: le calcul se fait sur cet ordinateur, à partir de vos contacts qui y sont conservés. Qui a joint un collègue à la place n’y figure pas.',
  },
  'outcomes.reading': { en: 'Reading your contacts…', fr: 'Lecture de vos contacts…' },
  'outcomes.none': {
    en: 'No contact fits. Choose a longer time, or every channel and queue.',
    fr: 'Aucun contact ne correspond. Choisissez une période plus longue, ou tous les canaux et toutes les files.',
  },
  'outcomes.filters': { en: 'What is counted', fr: 'Ce qui est compté' },
  'outcomes.days': { en: 'Time', fr: 'Période' },
  'outcomes.days.of': { en: 'Last {days} days', fr: '{days} derniers jours' },
  'outcomes.channel': { en: 'Channel', fr: 'Canal' },
  'outcomes.channel.all': { en: 'Every channel', fr: 'Tous les canaux' },
  'outcomes.queue': { en: 'Queue', fr: 'File' },
  'outcomes.queue.all': { en: 'Every queue', fr: 'Toutes les files' },
  'outcomes.contacts': { en: 'Contacts', fr: 'Contacts' },
  'outcomes.resolved-first': { en: 'Settled at the first contact', fr: 'Réglés au premier contact' },
  'outcomes.resolved-first.about': {
    en: 'Ended as resolved or informed, and the customer did not come again within seven days. Of first contacts of known customers.',
    fr: 'Terminés comme réglés ou renseignés, sans nouveau contact du client dans les sept jours. Parmi les premiers contacts de clients connus.',
  },
  'outcomes.repeats': { en: 'Came again within seven days', fr: 'Revenus dans les sept jours' },
  'outcomes.passed-on': { en: 'Passed on to somebody else', fr: 'Transmis à quelqu’un d’autre' },
  'outcomes.mood': { en: 'Mood of customers, start to end', fr: 'Humeur des clients, du début à la fin' },
  'outcomes.mood.of': {
    en: '{start} to {end}, on a scale of −1 to 1; {read, plural, one {# contact read} other {# contacts read}}',
    fr: 'de {start} à {end}, sur une échelle de −1 à 1; {read, plural, one {# contact lu} other {# contacts lus}}',
  },
  'outcomes.mood.none': { en: 'No customer’s words were read.', fr: 'Aucune parole de client n’a été lue.' },
  'outcomes.share': { en: '{share} ({part} of {whole})', fr: '{share} ({part} sur {whole})' },
  'outcomes.share.none': { en: 'Nothing to count yet', fr: 'Rien à compter pour l’instant' },
  'outcomes.weeks': { en: 'Week by week', fr: 'Semaine par semaine' },
  'outcomes.week': { en: 'Week of', fr: 'Semaine du' },
  'outcomes.mood.start': { en: 'Mood at the start', fr: 'Humeur au début' },
  'outcomes.mood.end': { en: 'Mood at the end', fr: 'Humeur à la fin' },
  'outcomes.csv': { en: 'Save as CSV', fr: 'Enregistrer en CSV' },
  'outcomes.csv.file': { en: 'my-outcomes', fr: 'mes-resultats' },
} as const satisfies Catalogue
