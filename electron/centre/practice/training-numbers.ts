import type { SpokenScript } from './customers.ts'

/** What becomes of a call that nobody takes in the usual way. */
export type Training =
  /** Refused at once, with that status. */
  | { readonly kind: 'refuses'; readonly status: number }
  | { readonly kind: 'rings-for-ever' }
  /** Speaks before it answers (early media, RFC 3960), then answers and goes on. */
  | { readonly kind: 'announces'; readonly script: SpokenScript }

/** Answers at once and sends back what it hears; the number is the one that most PBXs give out. */
export const echoExtension = '*43'

/**
 * Extensions with which agents learn what a call can run into: a 2 and the SIP status that they will meet (RFC 3261
 * §21). An extension that is in no list, such as 2404, is refused with 404.
 */
export const trainingNumbers: Readonly<Record<string, Training>> = {
  '2486': { kind: 'refuses', status: 486 },
  '2603': { kind: 'refuses', status: 603 },
  '2480': { kind: 'refuses', status: 480 },
  '2180': { kind: 'rings-for-ever' },
  '2183': {
    kind: 'announces',
    script: { turns: ['both-announcement-1', 'both-announcement-2'], stays: true },
  },
}
