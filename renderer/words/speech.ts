/** Who spoke in a call, for how long: facts from its sound, said without a judgement of anybody. */
export const speechWords = {
  'speech.heading': { en: 'Measured from the sound', fr: 'Mesuré d’après le son' },
  'speech.me': { en: 'You spoke', fr: 'Vous avez parlé' },
  'speech.customer': { en: 'The customer spoke', fr: 'Le client a parlé' },
  'speech.both': { en: 'Both at once', fr: 'Les deux à la fois' },
  'speech.silence': { en: 'Nobody spoke', fr: 'Personne n’a parlé' },
  'speech.heldByMe': { en: 'You held the call', fr: 'Mise en attente par vous' },
  'speech.heldByCustomer': { en: 'The customer held the call', fr: 'Mise en attente par le client' },
  'speech.share': {
    en: '{share, number, ::percent .} of the talking',
    fr: '{share, number, ::percent .} du temps de parole',
  },
} as const
