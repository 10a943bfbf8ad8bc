import type { Mood, Turn } from '../domain/sentiment/mood.ts'
import type { MoodTrend } from '../domain/moods/mood-trend.ts'
import type { Catalogue, Message } from './message.ts'

type Clear = Exclude<Mood, 'neutral'>

type MoodMessages = Record<
  | `mood.${Mood}`
  | `mood.corrected.${Mood}`
  | `mood.announce.${Mood}`
  | `mood.question.was.${Mood}`
  | `mood.question.read.${Mood}`
  | `mood.lately.${Mood}`
  | `mood.turn.${Turn}`
  | `mood.trend.${MoodTrend['direction']}.${'month' | 'day'}`
  | `mood.${'flag' | 'perhaps' | 'interaction'}.${Clear}`
  | `mood.interaction.${Clear}.plain`
  | `mood.weighs.${Clear}`
  | `mood.strength.${'strong' | 'clear' | 'slight'}`,
  Message
>

/** How the customer’s words sound, which of them decided, and what the agent says to it. */
export const moodWords = {
  'mood.negative': { en: 'Negative', fr: 'Négatif' },
  'mood.neutral': { en: 'Neutral', fr: 'Neutre' },
  'mood.positive': { en: 'Positive', fr: 'Positif' },

  'mood.flag.negative': { en: 'Negative: said “{quote}”', fr: 'Négatif\u00a0: a dit «\u00a0{quote}\u00a0»' },
  'mood.flag.positive': { en: 'Positive: said “{quote}”', fr: 'Positif\u00a0: a dit «\u00a0{quote}\u00a0»' },
  'mood.perhaps.negative': {
    en: 'Perhaps negative: said “{quote}”',
    fr: 'Peut-être négatif\u00a0: a dit «\u00a0{quote}\u00a0»',
  },
  'mood.perhaps.positive': {
    en: 'Perhaps positive: said “{quote}”',
    fr: 'Peut-être positif\u00a0: a dit «\u00a0{quote}\u00a0»',
  },
  'mood.corrected.negative': { en: 'Negative, as you say', fr: 'Négatif, selon vous' },
  'mood.corrected.neutral': { en: 'Neutral, as you say', fr: 'Neutre, selon vous' },
  'mood.corrected.positive': { en: 'Positive, as you say', fr: 'Positif, selon vous' },

  'mood.interaction.negative': {
    en: 'The customer’s words: negative, said “{quote}”',
    fr: 'Propos du client\u00a0: négatifs, a dit «\u00a0{quote}\u00a0»',
  },
  'mood.interaction.positive': {
    en: 'The customer’s words: positive, said “{quote}”',
    fr: 'Propos du client\u00a0: positifs, a dit «\u00a0{quote}\u00a0»',
  },
  'mood.interaction.negative.plain': {
    en: 'The customer’s words: negative',
    fr: 'Propos du client\u00a0: négatifs',
  },
  'mood.interaction.positive.plain': {
    en: 'The customer’s words: positive',
    fr: 'Propos du client\u00a0: positifs',
  },

  'mood.words.heading': { en: 'The words that decided', fr: 'Les mots qui ont décidé' },
  'mood.words.legend': {
    en: 'Wavy line: weighs against. Straight line: weighs for.',
    fr: 'Trait ondulé\u00a0: pèse contre. Trait droit\u00a0: pèse pour.',
  },
  'mood.words.cut': {
    en: 'Only the beginning of this long text was read.',
    fr: 'Seul le début de ce long texte a été lu.',
  },
  'mood.weighs.negative': { en: 'weighs against:', fr: 'pèse contre\u00a0:' },
  'mood.weighs.positive': { en: 'weighs for:', fr: 'pèse pour\u00a0:' },
  'mood.strength.strong': { en: 'a lot', fr: 'beaucoup' },
  'mood.strength.clear': { en: 'clearly', fr: 'nettement' },
  'mood.strength.slight': { en: 'a little', fr: 'un peu' },
  'mood.turn.negated': { en: 'negated', fr: 'nié' },
  'mood.turn.boosted': { en: 'reinforced', fr: 'renforcé' },
  'mood.turn.softened': { en: 'softened', fr: 'atténué' },
  'mood.turn.after-but': { en: 'after “but”', fr: 'après «\u00a0mais\u00a0»' },
  'mood.turn.before-but': { en: 'before “but”', fr: 'avant «\u00a0mais\u00a0»' },
  'mood.turn.question': { en: 'in a question', fr: 'dans une question' },
  'mood.turn.shouted': { en: 'in capitals', fr: 'en majuscules' },

  'mood.details': { en: 'How it was worked out', fr: 'Comment c’est calculé' },
  'mood.formula': {
    en: 'Each word has a weight from open word lists and from labelled examples; “not”, “very”, “but”, capitals and questions turn it. The weights are added up, and the sum says negative, neutral or positive.',
    fr: 'Chaque mot a un poids tiré de lexiques ouverts et d’exemples annotés; la négation, «\u00a0très\u00a0», «\u00a0mais\u00a0», les majuscules et les questions le modifient. La somme des poids donne négatif, neutre ou positif.',
  },
  'mood.confidence': {
    en: 'Of what is read as surely as this, {share, number, ::percent .} is right.',
    fr: 'De ce qui est lu avec autant de certitude, {share, number, ::percent .} est juste.',
  },
  'mood.table.words': { en: 'Words', fr: 'Mots' },
  'mood.table.weight': { en: 'Weight', fr: 'Poids' },
  'mood.table.weight.value': {
    en: '{words} ({weight, number, ::+! .0})',
    fr: '{words} ({weight, number, ::+! .0})',
  },
  'mood.table.turns': { en: 'Turned by', fr: 'Modifié' },
  'mood.table.phrase': { en: 'Part of the sentence', fr: 'Partie de la phrase' },
  'mood.table.score': { en: 'Score, −1 to 1', fr: 'Note, de −1 à 1' },
  'mood.score': { en: '{score, number, ::+! .00}', fr: '{score, number, ::+! .00}' },

  'mood.correct': { en: 'You heard it. What was it?', fr: 'Vous l’avez entendu. Qu’en est-il?' },
  'mood.correct.hint': {
    en: 'M on the message does the same: each press is the next, the last takes it back.',
    fr: 'La touche M sur le message fait de même\u00a0: chaque pression passe au suivant, la dernière annule.',
  },
  'mood.correct.as-read': { en: 'As it was read', fr: 'Comme il a été lu' },
  'mood.announce.negative': { en: 'Mood corrected: negative', fr: 'Humeur corrigée\u00a0: négative' },
  'mood.announce.neutral': { en: 'Mood corrected: neutral', fr: 'Humeur corrigée\u00a0: neutre' },
  'mood.announce.positive': { en: 'Mood corrected: positive', fr: 'Humeur corrigée\u00a0: positive' },
  'mood.announce.as-read': {
    en: 'Correction taken back. As it was read: {mood}',
    fr: 'Correction annulée. Comme il a été lu\u00a0: {mood}',
  },

  'mood.lately.negative': { en: 'Negative lately', fr: 'Négatif ces derniers temps' },
  'mood.lately.neutral': { en: 'Neutral lately', fr: 'Neutre ces derniers temps' },
  'mood.lately.positive': { en: 'Positive lately', fr: 'Positif ces derniers temps' },
  'mood.trend.falling.month': { en: 'falling since {when}', fr: 'en baisse depuis {when}' },
  'mood.trend.falling.day': { en: 'falling since {when}', fr: 'en baisse depuis le {when}' },
  'mood.trend.steady.month': { en: 'steady since {when}', fr: 'stable depuis {when}' },
  'mood.trend.steady.day': { en: 'steady since {when}', fr: 'stable depuis le {when}' },
  'mood.trend.rising.month': { en: 'rising since {when}', fr: 'en hausse depuis {when}' },
  'mood.trend.rising.day': { en: 'rising since {when}', fr: 'en hausse depuis le {when}' },
  'mood.trend.formula': {
    en: 'What is 90 days older counts half.',
    fr: 'Ce qui date de 90 jours de plus compte moitié moins.',
  },
  'mood.trend.table': { en: 'As a table', fr: 'En tableau' },
  'mood.trend.caption': { en: 'Mood of the customer’s words', fr: 'Humeur des propos du client' },
  'mood.trend.when': { en: 'When', fr: 'Quand' },

  'mood.spoken': { en: 'Words of the call', fr: 'Propos de l’appel' },
  'mood.spoken.customer': { en: 'Customer', fr: 'Client' },
  'mood.spoken.earlier': {
    en: '{count, plural, one {Show # earlier line} other {Show # earlier lines}}',
    fr: '{count, plural, one {Afficher # ligne précédente} other {Afficher # lignes précédentes}}',
  },

  'mood.alert': {
    en: 'The customer’s mood has clearly fallen.',
    fr: 'L’humeur du client a nettement baissé.',
  },
  'mood.alert.said': {
    en: 'The customer’s mood has clearly fallen: said “{quote}”.',
    fr: 'L’humeur du client a nettement baissé\u00a0: a dit «\u00a0{quote}\u00a0».',
  },
  'mood.alert.dismiss': { en: 'Seen', fr: 'Vu' },

  'mood.question': { en: 'Was this right?', fr: 'Était-ce juste?' },
  'mood.question.read.negative': { en: 'Read as negative.', fr: 'Lu comme négatif.' },
  'mood.question.read.neutral': { en: 'Read as neutral.', fr: 'Lu comme neutre.' },
  'mood.question.read.positive': { en: 'Read as positive.', fr: 'Lu comme positif.' },
  'mood.question.right': { en: 'That is right', fr: 'C’est juste' },
  'mood.question.was.negative': { en: 'It was negative', fr: 'C’était négatif' },
  'mood.question.was.neutral': { en: 'It was neutral', fr: 'C’était neutre' },
  'mood.question.was.positive': { en: 'It was positive', fr: 'C’était positif' },
  'mood.question.unsure': { en: 'I cannot say', fr: 'Je ne sais pas' },
  'mood.question.never': { en: 'Do not ask again', fr: 'Ne plus demander' },
  'mood.question.why': {
    en: 'Picked at random, to learn how often the reader is wrong. There is no hurry.',
    fr: 'Choisi au hasard, pour savoir combien de lectures sont fausses. Rien ne presse.',
  },

  'mood.panel': { en: 'Moods', fr: 'Humeurs' },
  'mood.panel.close': { en: 'Close the moods', fr: 'Fermer les humeurs' },
  'mood.panel.read': {
    en: 'The desk reads how the customer’s words sound: in chats, in letters, and in calls where they are written down. This happens on this computer and nowhere else.',
    fr: 'Le poste lit le ton des propos du client\u00a0: dans le clavardage, les lettres, et les appels mis par écrit. Cela se fait sur cet ordinateur et nulle part ailleurs.',
  },
  'mood.panel.never': {
    en: 'It is about the customer’s words, never about you. What you say or write is never read, nobody’s voice is, and nothing of a private stretch is. Words can deceive: whoever heard it knows better.',
    fr: 'Il s’agit des propos du client, jamais de vous. Ce que vous dites ou écrivez n’est jamais lu, la voix de personne ne l’est, ni rien d’un passage privé. Les mots peuvent tromper\u00a0: qui a entendu sait mieux.',
  },
  'mood.panel.alert': {
    en: 'Tell me when a customer’s mood clearly falls',
    fr: 'M’avertir quand l’humeur d’un client baisse nettement',
  },
  'mood.panel.prompts': {
    en: 'Ask me now and then whether a reading was right',
    fr: 'Me demander de temps en temps si une lecture était juste',
  },
  'mood.panel.rate': { en: 'How often it is wrong', fr: 'Nombre d’erreurs' },
  'mood.panel.rate.some': {
    en: 'Wrong in {wrong, number} of {asked, number} asked: {share, number, ::percent .}, between {from, number, ::percent .} and {to, number, ::percent .}.',
    fr: 'Erreur dans {wrong, number} sur {asked, number} demandées\u00a0: {share, number, ::percent .}, entre {from, number, ::percent .} et {to, number, ::percent .}.',
  },
  'mood.panel.rate.none': {
    en: 'You have not been asked yet.',
    fr: 'On ne vous a encore rien demandé.',
  },
} as const satisfies MoodMessages & Catalogue
