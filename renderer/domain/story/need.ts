/** What somebody needs so that they can be served as well as anybody: as they said it, never guessed. */
export const needs = [
  'hard-of-hearing',
  'relay-service',
  'speech',
  'low-vision',
  'large-print',
  'plain-language',
  'more-time',
  'interpreter',
  'representative',
  'mobility',
] as const
export type Need = (typeof needs)[number]
