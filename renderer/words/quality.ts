import type { QualityBand, QualityCause } from '../domain/call-quality.ts'
import type { Catalogue, Message } from './message.ts'

type QualityMessages = Record<
  `quality.band.${QualityBand}` | `quality.cause.${QualityCause}` | `quality.try.${QualityCause}`,
  Message
>

/** How the call sounds, what spoils it, and what to try. */
export const qualityWords = {
  'quality.band.good': { en: 'Sound good', fr: 'Son bon' },
  'quality.band.fair': { en: 'Sound fair', fr: 'Son moyen' },
  'quality.band.poor': { en: 'Sound poor', fr: 'Son médiocre' },
  'quality.band.bad': { en: 'Sound bad', fr: 'Son mauvais' },
  'quality.unknown': { en: 'Measuring the sound…', fr: 'Mesure du son…' },
  'quality.details': { en: 'How the call sounds', fr: 'Qualité sonore de l’appel' },

  'quality.cause.none': { en: 'Nothing spoils the sound.', fr: 'Rien n’altère le son.' },
  'quality.cause.loss': {
    en: 'Likely cause: parts of the customer’s voice are lost on the way to you.',
    fr: 'Cause probable\u00a0: des parties de la voix du client se perdent en chemin.',
  },
  'quality.cause.jitter': {
    en: 'Likely cause: the customer’s voice arrives unevenly.',
    fr: 'Cause probable\u00a0: la voix du client arrive de façon irrégulière.',
  },
  'quality.cause.delay': {
    en: 'Likely cause: the sound takes long to arrive, so you both start to speak at once.',
    fr: 'Cause probable\u00a0: le son met du temps à arriver, et vous commencez à parler en même temps.',
  },
  'quality.cause.upload': {
    en: 'Likely cause: parts of your voice do not reach the customer.',
    fr: 'Cause probable\u00a0: des parties de votre voix n’atteignent pas le client.',
  },
  'quality.cause.silence': {
    en: 'Nothing arrives from the customer at the moment.',
    fr: 'Rien n’arrive du client pour le moment.',
  },

  'quality.try.none': { en: 'Nothing to do.', fr: 'Rien à faire.' },
  'quality.try.loss': {
    en: 'Try: move nearer to the Wi-Fi, or plug in a network cable.',
    fr: 'À essayer\u00a0: rapprochez-vous de la borne Wi-Fi, ou branchez un câble réseau.',
  },
  'quality.try.jitter': {
    en: 'Try: pause downloads, videos and backups at home, or plug in a network cable.',
    fr: 'À essayer\u00a0: suspendez téléchargements, vidéos et sauvegardes à la maison, ou branchez un câble réseau.',
  },
  'quality.try.delay': {
    en: 'Try: leave a short pause before you answer. If you use a VPN that is not needed for calls, ask your IT desk.',
    fr: 'À essayer\u00a0: laissez une courte pause avant de répondre. Si vous utilisez un VPN inutile aux appels, parlez-en à votre service informatique.',
  },
  'quality.try.upload': {
    en: 'Try: pause what sends a lot from your home, such as backups and cameras. Speak in short sentences.',
    fr: 'À essayer\u00a0: suspendez ce qui envoie beaucoup de données, comme les sauvegardes et les caméras. Faites des phrases courtes.',
  },
  'quality.try.silence': {
    en: 'Stay on the line: the desk looks for another way by itself.',
    fr: 'Restez en ligne\u00a0: le poste cherche lui-même un autre chemin.',
  },

  'quality.for-it': { en: 'Figures for your IT desk', fr: 'Mesures pour votre service informatique' },
  'quality.mos': { en: 'Listening score (MOS)', fr: 'Note d’écoute (MOS)' },
  'quality.concealed': { en: 'Sound filled in', fr: 'Son reconstitué' },
  'quality.lost': { en: 'Lost on the way to you', fr: 'Perdu vers vous' },
  'quality.lost-there': { en: 'Lost on the way to them', fr: 'Perdu vers l’autre bout' },
  'quality.round-trip': { en: 'Round trip', fr: 'Aller-retour' },
  'quality.jitter': { en: 'Jitter', fr: 'Gigue' },
  'quality.value.score': { en: '{value, number, ::.0}', fr: '{value, number, ::.0}' },
  'quality.value.share': { en: '{value, number, ::percent .0}', fr: '{value, number, ::percent .0}' },
  'quality.value.milliseconds': { en: '{value, number, ::.} ms', fr: '{value, number, ::.} ms' },
  'quality.value.unknown': { en: 'not reported', fr: 'non communiqué' },
  'quality.history': {
    en: 'The last minutes: between {lowest, number, ::.0} and {highest, number, ::.0} of 4.5, now {now, number, ::.0}',
    fr: 'Les dernières minutes\u00a0: entre {lowest, number, ::.0} et {highest, number, ::.0} sur 4,5, maintenant {now, number, ::.0}',
  },
} as const satisfies QualityMessages & Catalogue
