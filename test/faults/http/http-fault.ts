import { seededRandom } from '../../../renderer/domain/seeded-random.ts'

/** What becomes of one request and its answer. */
export type HttpFault =
  | { readonly kind: 'none' }
  /** The connection breaks before the server has heard anything. */
  | { readonly kind: 'lose-request' }
  /** The server has done what was asked; the connection breaks before the answer. */
  | { readonly kind: 'lose-answer' }
  /** As above, in the middle of the answer. */
  | { readonly kind: 'cut-answer' }
  /** The answer is whole as far as HTTP goes, and is half of what the server said. */
  | { readonly kind: 'half-answer' }
  /** Somebody else answers, who has or has not asked the server first. */
  | {
      readonly kind: 'other-answer'
      readonly reachesServer: boolean
      readonly status: number
      readonly type: string
      readonly body: string
    }
  /** The request waits on its way, and arrives even where nobody waits for its answer any more. */
  | { readonly kind: 'late-request'; readonly ms: number }
  | { readonly kind: 'late-answer'; readonly ms: number }

export type HttpFaultKind = HttpFault['kind']

export interface HttpQuestion {
  readonly method: string
  /** With its query. */
  readonly path: string
}

/** Decides for every request. */
export type HttpPlan = (question: HttpQuestion) => HttpFault

export const noFault: HttpFault = { kind: 'none' }

/** The sign-in page of a hotel's network. */
export const signInPage: HttpFault = {
  kind: 'other-answer',
  reachesServer: false,
  status: 200,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>Welcome</title><p>Please accept our terms.',
}

/** @param reachesServer whether the server fails after it has done what was asked, or before */
export const serverError = (reachesServer: boolean): HttpFault => ({
  kind: 'other-answer',
  reachesServer,
  status: 500,
  type: 'text/plain',
  body: 'Internal Server Error',
})

export const always =
  (fault: HttpFault): HttpPlan =>
  () =>
    fault

/** One fault for each of the next requests that match; whatever comes after or between them passes. */
export function inTurn(faults: readonly HttpFault[], matches: (question: HttpQuestion) => boolean): HttpPlan {
  const left = [...faults]
  return (question) => (matches(question) ? (left.shift() ?? noFault) : noFault)
}

export interface Chance {
  readonly seed: number
  /** The part of the requests that something happens to, 0 to 1. */
  readonly rate: number
  readonly faults: readonly HttpFault[]
}

/** The same seed gives the same faults for the same row of requests. */
export function byChance({ seed, rate, faults }: Chance): HttpPlan {
  const random = seededRandom(seed)
  return () => {
    const [happens, which] = [random() < rate, random()]
    return (happens ? faults[Math.floor(which * faults.length)] : undefined) ?? noFault
  }
}
