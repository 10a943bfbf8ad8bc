import type { AudioRole } from '../domain/audio-devices.ts'
import type { Catalogue, Message } from './message.ts'

/** Which device does what, and how loud it is. */
export const soundWords = {
  'sound.open': { en: 'Sound', fr: 'Son' },
  'sound.heading': { en: 'Sound devices', fr: 'Appareils audio' },
  'sound.hint': {
    en: 'A choice counts at once, also in the middle of a call.',
    fr: 'Un choix s’applique aussitôt, même pendant un appel.',
  },
  'sound.role.microphone': { en: 'Microphone', fr: 'Microphone' },
  'sound.role.speaker': { en: 'Headset or loudspeaker', fr: 'Casque ou haut-parleur' },
  'sound.role.ringer': { en: 'Ringer', fr: 'Sonnerie' },
  'sound.system': { en: 'System default', fr: 'Appareil par défaut du système' },
  'sound.unnamed': { en: 'Device {number}', fr: 'Appareil {number}' },
  'sound.missing': {
    en: '{name} is not connected. The system’s own is used until it comes back.',
    fr: '{name} n’est pas branché. Celui du système est utilisé jusqu’à son retour.',
  },
  'sound.try': { en: 'Play a sound', fr: 'Faire entendre un son' },
  'sound.try.speaker': { en: 'Play a sound in the headset', fr: 'Faire entendre un son dans le casque' },
  'sound.try.ringer': { en: 'Play a sound on the ringer', fr: 'Faire entendre un son sur la sonnerie' },
  'sound.level.microphone': { en: 'What your microphone hears', fr: 'Ce que votre microphone entend' },
  'sound.level.speaker': { en: 'What your headset plays', fr: 'Ce que vous entendez' },
  'sound.level.silent': { en: 'silent', fr: 'silence' },
  'sound.level.quiet': { en: 'quiet', fr: 'bas' },
  'sound.level.clear': { en: 'clear', fr: 'net' },
  'sound.level.loud': { en: 'very loud', fr: 'très fort' },
  'sound.level.unheard': { en: 'no microphone, or not allowed', fr: 'aucun microphone, ou non autorisé' },
  'sound.close': { en: 'Close the sound devices', fr: 'Fermer les appareils audio' },
} as const satisfies Record<`sound.role.${AudioRole}`, Message> & Catalogue
